"""Values as FollowTheMoney wants them; what it would not take is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.export.parties.ftm_values import ftm_value


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        pytest.param("country", "IR", "ir", id="country"),
        pytest.param("flag", "NA", "na", id="Namibia"),
        pytest.param("website", "WWW.Example.org", "http://www.example.org/", id="bare host"),
        pytest.param("website", "https://example.org/A", "https://example.org/A", id="address"),
        pytest.param("website", "not known", None, id="no address"),
        pytest.param("email", "A.B@Example.ORG", "A.B@example.org", id="mail"),
        pytest.param("email", "office@example", None, id="mail without a domain"),
        pytest.param("phone", "+98 (21) 4662-3333", "+982146623333", id="telephone"),
        pytest.param("phone", "021 4662 3333", None, id="telephone without its country"),
        pytest.param("imoNumber", "9481910", "IMO9481910", id="IMO number"),
        pytest.param("swiftBic", "BMJI IRTH", "BMJIIRTH", id="BIC with a space"),
        pytest.param("swiftBic", "BMJIIRTHX", None, id="BIC of nine letters"),
        pytest.param("alias", '"The Base"', '"The Base"', id="a name stays"),
    ],
)
def test_a_value(name: str, value: str, expected: str | None) -> None:
    assert ftm_value(name, value) == expected


@given(st.sampled_from(["country", "website", "email", "phone", "swiftBic"]), st.text())
def test_a_value_in_its_form_stays_as_it_is(name: str, value: str) -> None:
    if (once := ftm_value(name, value)) is not None:
        assert ftm_value(name, once) == once
