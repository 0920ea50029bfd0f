"""Numbers are the same in any case and spacing, but for addresses whose case counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.identifiers.match_key import match_key

BASE58 = "TBXMiRqUp1XH1zLazWu8cWitMAScv4HsYq"
HEX = "0xaC4cC4B68ea24BbFAAC8fD127B67Ed445ACcCE22"
BECH32 = "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"


@pytest.mark.parametrize(
    ("kind", "one", "other", "is_same"),
    [
        pytest.param("lei", "25340038P8SYW80B9W34", "25340038p8syw80b9w34", True, id="LEI"),
        pytest.param("imo_number", "IMO 9481910", "9481910", True, id="IMO"),
        pytest.param("passport", "K 048-787", "k048787", True, id="passport"),
        pytest.param("passport", "K048787", "K048788", False, id="another passport"),
        pytest.param("crypto_address", BASE58, BASE58, True, id="Base58"),
        pytest.param("crypto_address", BASE58, BASE58.lower(), False, id="Base58 in lower case"),
        pytest.param("crypto_address", HEX, HEX.lower(), True, id="hexadecimal"),
        pytest.param("crypto_address", BECH32, BECH32.upper(), True, id="Bech32"),
        pytest.param("crypto_address", BASE58, f" {BASE58[:9]} {BASE58[9:]}", True, id="spaces"),
    ],
)
def test_the_same_number(kind: str, one: str, other: str, is_same: bool) -> None:
    assert (match_key(kind, one) == match_key(kind, other)) is is_same


@given(st.sampled_from(["crypto_address", "passport", "imo_number"]), st.text(max_size=40))
def test_a_key_is_its_own(kind: str, value: str) -> None:
    key = match_key(kind, value)
    assert match_key(kind, key) in (key, key.removeprefix("imo"))
