"""The rule about the addresses of sources, acts, lists and authorities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from sanctions_data.validation.engine.columns import rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.definition import TABLES

_SHORTENERS = (
    "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "rebrand.ly", "t.ly",
    "cutt.ly", "tiny.cc", "shorturl.at", "rb.gy", "lnkd.in", "v.gd", "clck.ru", "vk.cc", "dlvr.it",
    "trib.al", "fb.me", "youtu.be",
)  # fmt: skip
_PRIVATE = (".local", ".localhost", ".internal", ".lan", ".home", ".corp", ".intranet", ".invalid",
            ".test", ".onion")  # fmt: skip
_SEARCH = re.compile(
    r"(?:www\.)?(?:google|bing|duckduckgo|yandex|baidu|yahoo)\.[a-z.]+/(?:search|url|s\b|\?)|"
    r"(?:search|news)\.(?:yahoo|google)\.[a-z]+/"
)
_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_TWO = re.compile(r"[,;|](?:https?:|www\.)|https?://.*\shttps?://")


@rule(
    "web-address",
    "An address leads to a document on the public web, and is one address.",
    "Who doubts a row must get to the document, and to nothing else.",
)
def web_address(context: Context) -> Iterator[Finding]:
    """Take each distinct address apart once."""
    for table, column in _list_columns():
        if not context.is_read(table):
            continue
        cells = context.rows(table)[column]
        for place, address in enumerate(cells.values.to_pylist()):
            if address.startswith("https://") and (told := find_problem(address)):
                for row in rows_of(cells.places == place):
                    yield Finding(table, row, column, *told)


def _list_columns() -> list[tuple[str, str]]:
    return [(name, "url") for name, table in TABLES.items() if "url" in table.header]


def find_problem(address: str) -> tuple[str, str] | None:
    """Problem and hint of an address; None for a sound one.

    Example:
        >>> find_problem("https://www.gov.uk/government/publications"), find_problem(
        ...     "https://user:secret@example.org/")
        (None, ('it holds a name or a password', 'remove what stands before the @'))
    """
    try:
        parts = urlsplit(address)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "host or port is no valid one", "copy the address from the browser"
    if "@" in parts.netloc:
        return "it holds a name or a password", "remove what stands before the @"
    if _TWO.search(address) or re.match(r"https://(?:https?|ftp)\b[:/]", address, re.IGNORECASE):
        return "the cell holds more than one address", "write one, with https:// once"
    if strange := next((c for c in address if not c.isascii() or c in '<>"{}|\\^`'), ""):
        return (
            f"it holds {strange} (U+{ord(strange):04X})",
            "copy the address from the browser, which writes such letters as %XX",
        )
    if _is_number(host):
        return "the host is a number", "name the public host of the publisher"
    if "." not in host or host.endswith(_PRIVATE):
        return "the host is not on the public web", "name the public host of the publisher"
    if parts.netloc.startswith(".") or not all(map(_LABEL.fullmatch, host.split("."))):
        return "the host is no valid one", "copy the address from the browser"
    if host.removeprefix("www.") in _SHORTENERS:
        return "a short address hides where it leads", "write the address that it leads to"
    if _SEARCH.match(f"{host}{parts.path}{'?' if parts.query else ''}"):
        return "it leads to a search", "write the address of the document itself"
    if address[-1] in ".,;:!'\"([":
        return f"it ends with {address[-1]}", "remove what does not belong to the address"
    return None


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")
    return True
