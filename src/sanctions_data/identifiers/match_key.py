"""When two numbers are the same, however they are written."""

from __future__ import annotations

from sanctions_data.names.fold import fold_number

CRYPTO = "crypto_address"
# Hexadecimal and Bech32 addresses are the same in any case; the case of all others counts.
_ANY_CASE = ("0x", "bc1", "ltc1")
# The currencies of which OFAC lists addresses, and what people call them.
CURRENCIES = frozenset(
    ["arb", "bch", "bitcoin", "bsc", "bsv", "btc", "btg", "dash", "etc", "eth", "ethereum", "ltc",
     "sol", "tether", "tron", "trx", "usdc", "usdt", "xbt", "xmr", "xrp", "xvg", "zec"]
)  # fmt: skip


def match_key(identifier_type: str, value: str) -> str:
    """What two numbers share if they are the same.

    Args:
        identifier_type: a code of ``IDENTIFIER_TYPE``; two addresses of a currency may differ in
            the case of one letter, all other numbers are the same in any case.
        value: the number as it is written.

    Example:
        >>> match_key("passport", "k-486 298"), match_key("imo_number", "IMO 9481910")
        ('k486298', '9481910')
        >>> match_key("crypto_address", "USDT: TBXMi"), match_key("crypto_address", "0xAB")
        ('TBXMi', '0xab')
    """
    if identifier_type == CRYPTO:
        words = value.replace(":", " ").split()
        is_named = len(words) > 1 and words[0].casefold() in CURRENCIES
        address = "".join(words[is_named:])
        return address.lower() if address.lower().startswith(_ANY_CASE) else address
    folded = fold_number(value)
    return folded.removeprefix("imo") if identifier_type == "imo_number" else folded
