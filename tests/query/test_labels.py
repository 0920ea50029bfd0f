"""Codes spelled out."""

from __future__ import annotations

import pytest

from sanctions_data.query.labels import country_name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("IR", "Iran", id="before the comma"),
        pytest.param("KP", "North Korea", id="common name"),
        pytest.param("RU", "Russia", id="what people say"),
        pytest.param("CD", "DR Congo", id="cut off at the comma"),
        pytest.param("XX", None, id="no country"),
        pytest.param("", None, id="empty"),
        pytest.param(float("nan"), None, id="missing"),
    ],
)
def test_country_name(code: str, name: str | None) -> None:
    assert country_name(code) == name
