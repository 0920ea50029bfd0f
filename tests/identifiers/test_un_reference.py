"""References of the UN as other lists print them."""

from __future__ import annotations

import pytest

from sanctions_data.identifiers.un_reference import read_un_reference


@pytest.mark.parametrize(
    ("printed", "reference"),
    [
        pytest.param("QDi.001", "QDi.001", id="person"),
        pytest.param("qde.010", "QDe.010", id="small letters"),
        pytest.param("TAI.155", "TAi.155", id="capitals"),
        pytest.param("QDx.001", "", id="neither person nor entity"),
        pytest.param("QDi.1", "", id="too short"),
        pytest.param("see QDi.001", "", id="words around it"),
    ],
)
def test_reference_is_read(printed: str, reference: str) -> None:
    assert read_un_reference(printed) == reference
