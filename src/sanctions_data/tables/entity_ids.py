"""Ids of new entities."""

from __future__ import annotations

import hashlib
from base64 import b32encode

from slugify import slugify


def new_entity_id(name: str, listing_id: str) -> str:
    """A readable id that depends on the first listing only, and so on no order of imports.

    Example:
        >>> new_entity_id("Viktor BOUT", "un-sc-XXi.001")
        'viktor-bout-kbk2s'
    """
    digest = hashlib.blake2s(listing_id.encode(), digest_size=5).digest()
    mark = b32encode(digest).decode().lower()[:5]
    readable = slugify(name, max_length=48, word_boundary=True) or "unnamed"
    return f"{readable}-{mark}"
