"""One feed in the two formats that readers know: JSON Feed 1.1 and Atom (RFC 4287)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """What is told of one release. The id never changes; the day is that of the release."""

    id: str
    address: str
    title: str
    text: str
    day: str


@dataclass(frozen=True)
class Feed:
    """Entries, the newest first, and whose they are."""

    id: str
    title: str
    home: str
    author: str
    day: str
    entries: list[Entry]


def json_feed(feed: Feed) -> dict[str, Any]:
    """The feed as the content of a JSON Feed.

    Example:
        >>> json_feed(Feed("i", "News", "https://example.org", "A", "2026-08-22", []))["title"]
        'News'
    """
    return {
        "version": JSON_FEED,
        "title": feed.title,
        "home_page_url": feed.home,
        "authors": [{"name": feed.author}],
        "language": "en",
        "items": [
            {
                "id": entry.id,
                "url": entry.address,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": _moment(entry.day),
            }
            for entry in feed.entries
        ],
    }


def atom_bytes(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.day))
    _add(root, "link", rel="alternate", href=feed.home)
    _add(_add(root, "author"), "name", feed.author)
    for entry in feed.entries:
        node = _add(root, "entry")
        _add(node, "id", entry.id)
        _add(node, "title", entry.title)
        _add(node, "updated", _moment(entry.day))
        _add(node, "link", rel="alternate", href=entry.address)
        _add(node, "content", entry.text, type="text")
    ET.indent(root)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    node = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    node.text = text or None
    return node


def _moment(day: str) -> str:
    # A release has a day and no hour: the first moment of it stands for the whole.
    return f"{day}T00:00:00Z"
