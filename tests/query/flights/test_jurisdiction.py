"""Whose restrictions bind a state on a day."""

from __future__ import annotations

import pytest

from sanctions_data.query.edition import Edition
from sanctions_data.query.flights.jurisdiction import jurisdiction_of


@pytest.mark.parametrize(
    ("state", "day", "sure"),
    [
        pytest.param("DE", "2022-03-05", {"de", "eu", "un-sc"}, id="a member"),
        pytest.param("GB", "2020-12-31", {"gb", "eu", "un-sc"}, id="the last day of a member"),
        pytest.param("GB", "2021-01-01", {"gb", "un-sc"}, id="a member no more"),
        pytest.param("PL", "2004-04-30", {"pl", "un-sc"}, id="not yet a member"),
        pytest.param("EU", "2022-03-05", {"eu", "un-sc"}, id="the EU"),
        pytest.param("XK", "2022-03-05", {"un-sc"}, id="a state without measures"),
    ],
)
def test_who_binds(state: str, day: str, sure: set[str]) -> None:
    assert jurisdiction_of(state, day, Edition()).sure == sure


def test_agencies_bind_and_bodies_may() -> None:
    found = jurisdiction_of("US", "2022-03-05", Edition())
    assert {"us", "us-dot", "us-faa"} <= found.sure
    assert {"ecowas", "arab-league"} <= found.perhaps
    assert not found.sure & found.perhaps
