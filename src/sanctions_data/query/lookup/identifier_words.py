"""The words that people put before a number: ``LEI``, ``passport no.``, ``MMSI``."""

from __future__ import annotations

from functools import cache

from sanctions_data.names.known_codes import fold_form
from sanctions_data.schema.vocabularies import IDENTIFIER_TYPE

# Beside the names of the types themselves.
_WORDS = {
    "imo": "imo_number", "passport no": "passport", "passport number": "passport",
    "national id no": "national_id", "id": "national_id", "tax": "tax_id", "inn": "tax_id",
    "tin": "tax_id", "vat": "tax_id", "ogrn": "registration_number",
    "company number": "registration_number", "bic": "swift_bic", "swift": "swift_bic",
    "tail number": "aircraft_registration", "aircraft": "aircraft_registration",
    "registration": "aircraft_registration", "msn": "aircraft_msn", "wallet": "crypto_address",
    "crypto": "crypto_address", "un": "un_reference", "ofsi": "ofsi_group",
}  # fmt: skip


def split_identifier(query: str) -> tuple[str, str]:
    """The type that the first words name, and the rest; no type where they name none.

    Example:
        >>> split_identifier("passport no. 12-34"), split_identifier("IMO9481910")
        (('passport', '12-34'), ('imo_number', '9481910'))
        >>> split_identifier("EP-MNF")
        ('', 'EP-MNF')
    """
    words = query.replace(":", " ").split()
    if len(words) == 1 and query[:3].casefold() == "imo" and query[3:].isdigit():
        words = [query[:3], query[3:]]
    for length in range(min(3, len(words) - 1), 0, -1):
        if kind := _types().get(fold_form(" ".join(words[:length]))):
            return kind, " ".join(words[length:])
    return "", query


@cache
def _types() -> dict[str, str]:
    return {fold_form(kind): kind for kind in IDENTIFIER_TYPE if kind != "other"} | _WORDS
