"""Until which day the tables know of what happened.

The day of the data is that of the newest snapshot of a list. A contributor may write what came
after it, if the row's own source was published later: that makes no other row wrong.
"""

from __future__ import annotations

from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.rules.contributed import are_ours


def data_day(context: Context) -> str:
    """The day of the newest list snapshot, or of the newest source where there is none."""

    def find() -> str:
        rows = context.rows("sources")
        for wanted in (rows["kind"].isin("list_snapshot"), rows["source_id"].filled):
            days = [day for day in rows["published_on"].texts(wanted) if day <= context.today]
            if days:
                return max(days)
        return context.today

    return context.once("data day", find)


def known_until(context: Context, table: str, row: int) -> str:
    """The last day of which a row can tell: that of its source, if it is a contributor's.

    A page without a date may have been read today.
    """
    day = data_day(context)
    if not are_ours(context, table)[row]:
        return day
    sources = context.rows("sources")
    published = context.once(
        "published",
        lambda: {
            sources["source_id"].text(each): sources["published_on"].text(each)
            for each in range(len(sources))
        },
    )
    own = published.get(context.rows(table)["source_id"].text(row), day) or context.today
    return max(day, min(own, context.today))
