"""Where the files of a list are fetched from, and which addresses are trusted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from ipaddress import ip_address
from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from lxml import etree, html
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from sanctions_data.lists.common.entry import ListFile, ListFormat

# Lists whose publisher wants a token in the query, and the variable that holds the user's.
_TOKENS = {"eu-fsf": "SANCTIONS_DATA_EU_TOKEN"}

# Other hosts to which publishers may redirect, separated by commas, as the user trusts them.
_REDIRECT_HOSTS = "SANCTIONS_DATA_REDIRECT_HOSTS"


class DownloadError(Exception):
    """A file cannot be had; the message names the address, what happened and what to do."""


class NotThereError(DownloadError):
    """The server says that there is no such file."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address, and the query parameters that must not be shown or kept."""

    url: str
    secrets: dict[str, str] = field(default_factory=dict, repr=False)


def address_of(list_format: ListFormat, file: ListFile, mirror: str = "") -> Address:
    """Where a file of a list is fetched: at its publisher, or below the mirror.

    A file whose name is a glob is not fetched itself: the address is that of the page that
    links to it.

    Raises:
        DownloadError: the publisher wants a token and there is none.

    Example:
        >>> from sanctions_data.lists import FORMATS
        >>> un = FORMATS["un-sc"]
        >>> address_of(un, un.files[0], "https://example.org/lists").url
        'https://example.org/lists/un-sc/consolidated.xml'
    """
    if mirror:
        name = "" if is_glob(file.name) else quote(file.name)
        return Address(f"{mirror.rstrip('/')}/{list_format.list_id}/{name}")
    variable = _TOKENS.get(list_format.list_id)
    if variable is None:
        return Address(file.url)
    if token := os.environ.get(variable):
        return Address(file.url, {"token": token})
    raise DownloadError(
        f"{shown(file.url)} wants a token: ask the publisher for one and put it into the "
        f"environment variable {variable}"
    )


def is_glob(name: str) -> bool:
    """Whether a file name is a pattern."""
    return any(letter in name for letter in "*?[")


def find_link(page: bytes, url: str, pattern: str) -> str:
    """The address of the file that matches ``pattern``, by the links of a page.

    Where several match it is the last by name, as the names end in a date.

    Raises:
        DownloadError: no link matches, or it leads to another host.

    Example:
        >>> find_link(b'<a href="a1.xlsx">x</a>', "https://example.org/list.html", "a*.xlsx")
        'https://example.org/a1.xlsx'
    """
    found = {link for link in _links(page, url) if fnmatchcase(file_name(link), pattern)}
    if not found:
        raise DownloadError(
            f"{shown(url)} has no link to a file named {pattern}; the publisher may have moved "
            "it: fetch it by hand and import it with --from DIR"
        )
    target = max(found, key=file_name)
    check_redirect(url, target)
    return target


def _links(page: bytes, url: str) -> Iterator[str]:
    """The addresses that a page links to; what is no page, or no address, has none."""
    try:
        anchors = list(html.fromstring(page).iter("a"))
    except (ValueError, etree.LxmlError):  # It is empty, or nothing but a comment.
        return
    for anchor in anchors:
        with suppress(ValueError):
            yield urljoin(url, anchor.get("href", ""))


def file_name(url: str) -> str:
    """The last part of an address's path; empty where no file can have that name.

    Example:
        >>> file_name("https://example.org/a%20b.xlsx"), file_name("https://example.org/a%00.xlsx")
        ('a b.xlsx', '')
    """
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    return "" if set(name) & set('\\/:*?"<>|') or not name.isprintable() else name


def check_address(url: str) -> None:
    """Refuse what is not HTTPS, unless the host is this computer.

    Raises:
        DownloadError: the address is not acceptable.

    Example:
        >>> check_address("https://example.org/a.xml"), check_address("http://127.0.0.1:80/a.xml")
        (None, None)
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        # What asks for it reads an address in its own way, and must see the host that we see.
        asked = (parse_url(url).host or "").strip("[]")
    except (ValueError, LocationParseError):
        raise DownloadError(f"{url!r} is not an address") from None
    if host != asked.lower() or "\\" in url or not url.isprintable():
        raise DownloadError(f"{url!r} can be read in two ways, and is not fetched")
    if parts.scheme == "https" and host:
        return
    if parts.scheme == "http" and _is_loopback(host):
        return
    raise DownloadError(
        f"{shown(url)} is not fetched: expected an https:// address (http:// only on this computer)"
    )


def check_redirect(url: str, target: str) -> None:
    """Refuse a way from one host to another, unless the user trusts the other one.

    Raises:
        DownloadError: the target is on another host, or not acceptable by itself.
    """
    check_address(target)
    here, there = urlsplit(url).hostname, urlsplit(target).hostname or ""
    trusted = os.environ.get(_REDIRECT_HOSTS, "").split(",")
    if there != here and there not in (host.strip() for host in trusted):
        raise DownloadError(
            f"{shown(url)} leads from the host {here} to the host {there}; if the publisher "
            f"serves the list there, add it to the environment variable {_REDIRECT_HOSTS}"
        )


def shown(url: str) -> str:
    """An address as it may be shown and kept: without query, user name and password.

    Example:
        >>> shown("https://example.org/content?token=secret")
        'https://example.org/content'
    """
    parts = urlsplit(url)
    return parts._replace(query="", fragment="", netloc=parts.netloc.rpartition("@")[2]).geturl()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
