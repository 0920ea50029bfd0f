"""When the acts of the EU's list took effect."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.lists.common.entry import Act
from sanctions_data.lists.eu_fsf.acts import ActDays, days_of_effect

DAY, NEXT = date(2024, 5, 14), date(2024, 5, 15)


@pytest.mark.parametrize(
    ("number", "published", "in_force", "expected"),
    [
        pytest.param("1/2020 (OJ L1)", DAY, DAY, DAY, id="on the day of publication"),
        pytest.param("1/2020 (OJ L1)", DAY, NEXT, NEXT, id="on the next day"),
        pytest.param("2024/1 (OJ L14052024)", NEXT, DAY, DAY,
                     id="published a day late, by its own journal"),
        pytest.param("2024/1 (OJ L13052024)", NEXT, DAY, None,
                     id="before its publication, and of another journal"),
        pytest.param("1/2020 (OJ L1)", NEXT, DAY, None, id="before its publication"),
        pytest.param("2015/240 (OJ L40)", date(2015, 2, 9), date(2015, 2, 16), date(2015, 2, 16),
                     id="known to be published later"),
    ],
)  # fmt: skip
def test_day_of_effect(number: str, published: date, in_force: date, expected: date | None) -> None:
    days = ActDays()
    days.note([Act(number, published, in_force)])
    [act] = days.complete([Act(number, published)])
    assert act.in_force_on == expected


def test_what_one_entry_says_of_an_act_holds_for_others() -> None:
    days = ActDays()
    days.note([Act("a", DAY, NEXT), Act("b", DAY)])
    assert days.complete([Act("b", DAY), Act("a", DAY)]) == (Act("b", DAY), Act("a", DAY, NEXT))


def test_an_act_without_a_day_of_effect_binds_a_day_after_its_publication() -> None:
    acts = [Act("a", DAY), Act("b", DAY, DAY), Act("c")]
    assert list(days_of_effect(acts)) == [NEXT, DAY]


def test_a_day_of_adoption_that_stands_for_publication_is_put_right() -> None:
    [act] = ActDays().complete([Act("2015/240 (OJ L40)", date(2015, 2, 9))])
    assert act.published_on == date(2015, 2, 16)
