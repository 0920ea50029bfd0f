"""What an answer stands on: version, day of the data, the lists and how old they are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from sanctions_data.query.codes import code_of
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.time.snapshot_days import snapshots_of
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.records import records

# More lists than these are summed up in a text; the attributes name each.
_MAXIMUM_NAMED = 3


class StandsOn(dict[str, Any]):
    """What an answer stands on, as plain values, which are the answer's own.

    pandas copies the ``attrs`` of a frame, values and all, at every step, for each row even where
    someone walks through the rows; so they are copied without looking for what they may hold.

    Example:
        >>> from copy import deepcopy
        >>> found = StandsOn(version="2026.8.0", lists=[{"list_id": "un-sc"}])
        >>> mine = deepcopy(found)
        >>> mine["lists"][0]["list_id"] = "mine"
        >>> found["lists"]
        [{'list_id': 'un-sc'}]
    """

    def __deepcopy__(self, memo: dict[int, Any]) -> StandsOn:
        return StandsOn({name: _own(value) for name, value in self.items()})


def _own(value: Any) -> Any:
    """A copy of a list of texts or of rows, or of a dict of lists; all else never changes."""
    if isinstance(value, list):
        return [each.copy() if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict):
        return {name: list(each) for name, each in value.items()}
    return value


def edition_of(root: Path | None, version: str | None) -> Edition:
    """The tables that a question is asked of.

    Raises:
        UnknownCodeError: there is no such version; the message names the nearest.
    """
    if version is not None:
        version = code_of("version", version, root or root_folder())
    return Edition(root, version)


def stands_on(
    edition: Edition,
    *,
    authorities: Collection[str] | None = None,
    on: pd.Timestamp | None = None,
    searched: dict[str, list[str]] | None = None,
    today: date | None = None,
) -> StandsOn:
    """What an answer stands on, for ``frame.attrs["stands_on"]`` and for JSON.

    Args:
        edition: the tables that were asked.
        authorities: only their lists are concerned; all lists if left out.
        on: the day that was asked about.
        searched: the codes that were asked for, by what they are codes of.
        today: the day from which ages count; today if left out.

    Returns:
        ``version``; ``day`` of the data; ``on``; ``searched``; ``lists``, each with ``list_id``,
        ``oldest`` and ``newest`` snapshot, ``age_days`` of the newest and its ``completeness``;
        and ``notes``, which say where the day lies outside what we have seen, and where
        agencies of an authority have measures of their own.

    Example:
        >>> found = stands_on(Edition(), authorities=["jp"], on=pd.Timestamp("2020-01-01"))
        >>> [each["list_id"] for each in found["lists"]]
        ['jp-mof']
        >>> found["notes"][0][:50]
        '2020-01-01 is before our first snapshot of jp-mof '
    """
    snapshots = snapshots_of(edition)
    lists = _lists(edition, authorities, today or datetime.now(UTC).date())
    return StandsOn(
        version=edition.version or str(descriptor(edition.base)["version"]),
        day=None if pd.isna(snapshots.data_day) else f"{snapshots.data_day:%Y-%m-%d}",
        on=None if on is None else f"{on:%Y-%m-%d}",
        searched=_own(searched or {}),
        lists=lists,
        notes=[
            *([] if on is None else _notes_on_day(f"{on:%Y-%m-%d}", lists)),
            *_notes_on_agencies(edition, authorities or []),
        ],
    )


def stands_on_text(found: StandsOn) -> str:
    """What an answer stands on, in a line for people.

    Example:
        >>> newest = {"list_id": "un-sc", "newest": "2026-08-22", "age_days": 9}
        >>> stands_on_text(StandsOn(version="2026.8.0", day="2026-08-22", lists=[newest]))
        'Version 2026.8.0, data of 2026-08-22. List: un-sc 2026-08-22 (9 days old).'
    """
    lists = sorted(found["lists"], key=lambda each: str(each["newest"]))
    text = f"Version {found['version']}{f', data of {day}' if (day := found['day']) else ''}."
    if not lists:
        return text
    if len(lists) > _MAXIMUM_NAMED:
        return f"{text} {len(lists)} lists, the oldest {_tell_age(lists[0])}."
    return f"{text} List{'s' * (len(lists) > 1)}: {', '.join(map(_tell_age, lists))}."


def searched_text(found: StandsOn) -> str:
    """What was searched, for an answer that has no rows.

    Example:
        >>> searched_text(StandsOn(searched={"authority": ["gb"]}, on="2015-06-01"))
        'authority gb, on 2015-06-01'
    """
    parts = [f"{what} {' or '.join(codes)}" for what, codes in found["searched"].items()]
    return ", ".join([*parts, *([f"on {found['on']}"] if found["on"] else [])])


def _tell_age(each: dict[str, Any]) -> str:
    return f"{each['list_id']} {each['newest']} ({each['age_days']} days old)"


def _lists(
    edition: Edition, authorities: Collection[str] | None, today: date
) -> list[dict[str, Any]]:
    return [
        {
            "list_id": row["list_id"],
            "oldest": f"{row['oldest']:%Y-%m-%d}",
            "newest": f"{row['day']:%Y-%m-%d}",
            "age_days": (today - row["day"].date()).days,
            "completeness": row["completeness"],
        }
        for row in _seen_lists(edition)
        if authorities is None or row["authority_id"] in authorities
    ]


@keep_until_changed("lists", "sources")
def _seen_lists(edition: Edition) -> list[dict[str, Any]]:
    """Of each list that was seen the newest snapshot, with the day of the oldest."""
    known = edition.load("lists", ("list_id", "authority_id"))
    frame = snapshots_of(edition).frame
    seen = frame[frame["list_id"].isin(known["list_id"])]
    newest = seen.drop_duplicates("list_id", keep="last").assign(
        oldest=seen.drop_duplicates("list_id")["day"].to_numpy()
    )
    return records(newest.merge(known, on="list_id"))


@keep_until_changed("authorities")
def _authority_ids(edition: Edition) -> list[str]:
    ids: list[str] = edition.look_at("authorities")["authority_id"].tolist()
    return ids


def _notes_on_agencies(edition: Edition, authorities: Collection[str]) -> list[str]:
    notes = []
    for authority in authorities:
        below = {each for each in _authority_ids(edition) if each.startswith(f"{authority}-")}
        agencies = sorted(below - set(authorities))
        if agencies:
            notes.append(
                f"{authority} stands for the state as a whole; its agencies have measures of their "
                f"own: {', '.join(agencies)}."
            )
    return notes


def _notes_on_day(on: str, lists: list[dict[str, Any]]) -> list[str]:
    later = [(each["list_id"], each["newest"]) for each in lists if each["newest"] < on]
    earlier = [(each["list_id"], each["oldest"]) for each in lists if on < each["oldest"]]
    notes = []
    if later:
        notes.append(
            f"{on} is after our newest snapshot of {_name_lists(later, lists)}: what has changed "
            "since is not known."
        )
    if earlier:
        notes.append(
            f"{on} is before our first snapshot of {_name_lists(earlier, lists)}: parties taken "
            "off before then may be missing."
        )
    return notes


def _name_lists(chosen: list[tuple[str, str]], lists: list[dict[str, Any]]) -> str:
    if len(chosen) <= _MAXIMUM_NAMED:
        return ", ".join(f"{list_id} ({day})" for list_id, day in chosen)
    first, last = min(day for _, day in chosen), max(day for _, day in chosen)
    number = "all" if len(chosen) == len(lists) else f"{len(chosen)} of"
    return f"{number} {len(lists)} lists ({first} to {last})"
