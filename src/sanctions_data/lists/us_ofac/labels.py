"""The labels that OFAC prints before a fact (``labels.toml``), ready to look up."""

from __future__ import annotations

from sanctions_data.lists.common.words import load_words

_STRAIGHT = str.maketrans("\u2018\u2019\u2013", "''-")
CRYPTO = "Digital Currency Address - "

_LABELS = load_words(__file__, "labels.toml")
ATTRIBUTES = _LABELS["attributes"]
IDENTIFIERS = _LABELS["identifiers"]

# Types whose value is never followed by a country in brackets.
BARE = {
    "website",
    "email",
    "phone",
    "swift_bic",
    "mmsi",
    "call_sign",
    "aircraft_registration",
    "aircraft_msn",
    "mode_s",
}


def straight(text: str) -> str:
    """A label with straight quotes and short dashes: the XML prints some of them curled.

    Example:
        >>> straight("Aircraft Manufacturer\u2019s Serial Number (MSN)") in IDENTIFIERS
        True
    """
    return text.translate(_STRAIGHT)
