"""Which citation of the Federal Register is that of an order."""

from __future__ import annotations

from datetime import date

import pytest

from sanctions_data.lists.us_bis_dpl.citations import find_order, parse_american_day

EFFECTIVE = date(2021, 8, 30)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param("86 F.R. 50021 9/7/2021", ("86 FR 50021", None), id="days later"),
        pytest.param("86 F.R. 50021, 50022 9/7/21", ("86 FR 50021", None), id="two pages"),
        pytest.param("86.F.R.50,021, 9/7/2021", ("86 FR 50021", None), id="other dots"),
        pytest.param(
            "80 F.R. 1077 1/2/15, 86 F.R. 50021 9/7/2021", ("86 FR 50021", None), id="after others"
        ),
        pytest.param("86 F.R. 50021 8/7/2021", ("86 FR 50021", None), id="a month misprinted"),
        pytest.param("86 F.R. 50021 9/7/2001", ("86 FR 50021", None), id="a year misprinted"),
        pytest.param(
            "87 F.R. 9077 10/3/2022", ("87 FR 9077", date(2022, 10, 3)), id="after a conviction"
        ),
        pytest.param("86 F.R. 9077 1/3/2021", ("", None), id="an older order"),
        pytest.param("91 F.R. 9077 1/5/2026", ("", None), id="years later"),
        pytest.param(
            "80 F.R. 1077 1/2/15, 87 F.R. 9077 10/3/2022", ("", None), id="which is not told"
        ),
        pytest.param("", ("", None), id="none"),
    ],
)
def test_the_citation_of_an_order(printed: str, expected: tuple[str, date | None]) -> None:
    assert find_order(printed, EFFECTIVE) == expected


@pytest.mark.parametrize("text", ["13/13/2017", f"1/1/{'9' * 30}", "1/1/0", "1/1", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert parse_american_day(text) is None
