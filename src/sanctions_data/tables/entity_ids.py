"""Ids of new entities, and the listing that an id comes from."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterable

from slugify import slugify


def new_entity_id(name: str, listing_id: str) -> str:
    """A readable id that depends on the first listing only, and so on no order of imports.

    Example:
        >>> new_entity_id("Viktor BOUT", "un-sc-XXi.001")
        'viktor-bout-kbk2s'
    """
    readable = slugify(name, max_length=48, word_boundary=True) or "unnamed"
    return f"{readable}-{_mark(listing_id)}"


def founders(listing_ids: Iterable[str]) -> dict[str, str]:
    """The listing that founded an entity, by the mark at the end of the entity's id.

    Example:
        >>> founders(["un-sc-XXi.001"])[mark_of("viktor-bout-kbk2s")]
        'un-sc-XXi.001'
    """
    return {_mark(listing_id): listing_id for listing_id in listing_ids}


def mark_of(entity_id: str) -> str:
    """The end of an entity's id, which tells the listing that founded it."""
    return entity_id.rpartition("-")[2]


def _mark(listing_id: str) -> str:
    digest = hashlib.blake2s(listing_id.encode(), digest_size=5).digest()
    return b32encode(digest).decode().lower()[:5]
