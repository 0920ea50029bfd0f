"""The next version is of the day, and always later than the last."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.history.versions import version_order
from sanctions_data.release.next_version import next_version


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        pytest.param([], "2026.8.0", id="the first of all"),
        pytest.param(["2026.2.3"], "2026.8.0", id="the first of its month"),
        pytest.param(["2026.8.0", "2026.8.9", "2026.8.10"], "2026.8.11", id="another one"),
        pytest.param(["2026.9.0"], "2026.9.1", id="the last one is of a later month"),
    ],
)
def test_a_version(versions: list[str], expected: str) -> None:
    assert next_version(versions, date(2026, 8, 22)) == expected


VERSION = st.builds("{}.{}.{}".format, st.integers(2025, 2027), st.integers(1, 12), st.integers(0))


@given(st.lists(VERSION), st.dates(date(2025, 1, 1), date(2027, 12, 31)))
def test_it_is_later_than_all(versions: list[str], day: date) -> None:
    new = version_order(next_version(versions, day))
    assert all(version_order(version) < new for version in versions)
