"""The words that people put before a number: ``LEI``, ``passport no.``, ``MMSI``."""

from __future__ import annotations

from functools import cache

from rapidfuzz import fuzz, process

from sanctions_data.identifiers.match_key import CURRENCIES
from sanctions_data.names.known_codes import fold_form
from sanctions_data.schema.vocabularies import IDENTIFIER_TYPE

_LONG, _NEAR = 6, 90
# Beside the names of the types themselves.
_WORDS = {
    "imo": "imo_number", "passport no": "passport", "passport number": "passport",
    "national id no": "national_id", "id": "national_id", "tax": "tax_id", "inn": "tax_id",
    "tin": "tax_id", "vat": "tax_id", "ogrn": "registration_number",
    "company number": "registration_number", "bic": "swift_bic", "swift": "swift_bic",
    "tail number": "aircraft_registration", "aircraft": "aircraft_registration",
    "registration": "aircraft_registration", "msn": "aircraft_msn", "wallet": "crypto_address",
    "crypto": "crypto_address", "un": "un_reference", "ofsi": "ofsi_group",
    "digital currency address": "crypto_address",
    **dict.fromkeys(CURRENCIES, "crypto_address"),
}  # fmt: skip


def split_identifier(query: str) -> tuple[str, str]:
    """The type that the first words name, and the rest; no type where they name none.

    Example:
        >>> split_identifier("pasport 12-34")
        ('passport', '12-34')
        >>> split_identifier("passport no. 12-34"), split_identifier("IMO9481910")
        (('passport', '12-34'), ('imo_number', '9481910'))
        >>> split_identifier("EP-MNF"), split_identifier("XBT 1Ab")
        (('', 'EP-MNF'), ('crypto_address', '1Ab'))
    """
    words = query.replace(":", " ").split()
    if len(words) == 1 and query[:3].casefold() == "imo" and query[3:].isdigit():
        words = [query[:3], query[3:]]
    for length in range(min(3, len(words) - 1), 0, -1):
        if kind := _type_of(fold_form(" ".join(words[:length]))):
            return kind, " ".join(words[length:])
    return "", query


def _type_of(words: str) -> str | None:
    """The type that words name; a long word may have a wrong letter."""
    if words in _types() or len(words) < _LONG:
        return _types().get(words)
    near = process.extractOne(words, _types().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _types()[near[0]] if near else None


@cache
def _types() -> dict[str, str]:
    return {fold_form(kind): kind for kind in IDENTIFIER_TYPE if kind != "other"} | _WORDS
