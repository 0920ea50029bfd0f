"""Servers that answer oddly: it takes a bounded time, is told, and holds up no other list."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sanctions_data.download.addresses import Address, DownloadError, check_redirect, file_name
from sanctions_data.download.download import Downloads, download
from sanctions_data.download.fetcher import Fetcher, Patience
from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.guarded_read import SIZE_VARIABLE

BODY = b"<Designations>" + b"x" * 2000 + b"</Designations>"
HALF = len(BODY) // 2
PATH = "/gb-fcdo/UK-Sanctions-List.xml"
OTHER = "/ca-gac/sema-lmes.xml"
NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
WHOLE = {"ETag": '"one"', "Accept-Ranges": "bytes"}
Answer = Callable[[Any], None]


def send(status: int, headers: dict[str, str], body: bytes = b"") -> Answer:
    def answer(handler: Any) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def whole(handler: Any) -> None:
    send(200, {"Content-Length": str(len(BODY))}, BODY)(handler)


def drip(*parts: bytes) -> Answer:
    """Sends the last part again and again, each time well before the next is overdue."""

    def answer(handler: Any) -> None:
        for part in parts[:-1]:
            handler.wfile.write(part)
        until = time.monotonic() + 20
        with contextlib.suppress(OSError):
            while time.monotonic() < until:
                handler.wfile.write(parts[-1])
                handler.wfile.flush()
                time.sleep(0.05)
        handler.close_connection = True

    return answer


def get(server: Any, cache: Path, lists: tuple[str, ...], in_all: float = 30) -> Downloads:
    patience = Patience(connect=1, read=0.5, attempts=3, first_wait=0, in_all=in_all)
    fetcher = Fetcher(patience, sleep=lambda _: None)
    return download([FORMATS[name] for name in lists], cache, fetcher, server.url, NOW)


ODD = {
    "a Location that is no address": (send(302, {"Location": "http://[x"}), "no address"),
    "a Location with two hosts": (
        send(302, {"Location": "http://127.0.0.1:p\\@example.org/"}), "not an address|two ways",
    ),
    "a Content-Length of 5,000 digits": (
        send(200, {"Content-Length": "9" * 5000}), "10^5000|attempts",
    ),
    "a Content-Length that is no number": (send(200, {"Content-Length": "-5"}), "how long"),
    "a Retry-After of the year 9999": (
        send(503, {"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"}), "asks to wait",
    ),
    "a Retry-After of 5,000 digits": (send(503, {"Retry-After": "9" * 5000}), "asks to wait"),
    "an empty file": (send(200, {"Content-Length": "0"}), "is empty"),
    "a file that is larger than the list": (
        send(200, {"Content-Length": str(101_000_000)}), "larger than 100,000,000 bytes",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "said"), ODD.values(), ids=ODD)
def test_an_odd_answer_is_told_and_the_next_list_goes_on(
    server: Any, tmp_path: Path, answer: Answer, said: str
) -> None:
    server.script = {PATH: [answer], OTHER: [whole]}
    result = get(server, tmp_path, ("gb-fcdo", "ca-gac"))
    assert [each.list_format.list_id for each in result.snapshots] == ["ca-gac"]
    (failure,) = result.failures.values()
    assert any(each in failure for each in said.split("|")), failure


def test_an_error_that_nobody_thought_of_holds_up_no_other_list(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script = {PATH: [whole], OTHER: [whole]}
    fetch = Fetcher.fetch

    def fail(self: Fetcher, address: Address, *more: Any) -> bool:
        if "gb-fcdo" in address.url:
            raise LookupError("nobody thought of it")
        return fetch(self, address, *more)

    monkeypatch.setattr(Fetcher, "fetch", fail)
    result = get(server, tmp_path, ("gb-fcdo", "ca-gac"))
    assert len(result.snapshots) == 1
    assert "unexpected LookupError: nobody thought of it" in result.failures["gb-fcdo"]


ENDLESS = {
    "a slow body": drip(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n", b"x"),
    "dripped headers": drip(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "a status line that never ends": drip(b"HTTP/1.1 200 ", b"O"),
    "one 100 Continue after the other": drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("answer", ENDLESS.values(), ids=ENDLESS)
def test_a_download_ends(server: Any, tmp_path: Path, answer: Answer) -> None:
    server.script = {PATH: [answer], OTHER: [whole]}
    result = get(server, tmp_path, ("gb-fcdo", "ca-gac"), in_all=0.7)
    assert len(result.snapshots) == 1
    assert "longer than 0.7 s in all" in result.failures["gb-fcdo"] or (
        "got more than" in result.failures["gb-fcdo"]  # 100 headers
    )


PAGES = {
    "an empty page": b"",
    "blanks": b" \n",
    "a comment": b"<!-- nothing -->",
    "a link with a NUL": b'<a href="shisantouketsu%00.xlsx">x</a>',
    "a link that is no address": b'<a href="http://[x/shisantouketsu1.xlsx">x</a>',
    "a link out of the folder": b'<a href="a%2F..%2F..%5Cshisantouketsu1.xlsx">x</a>',
    "no text": b"\xff\xfe\x00",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_an_odd_page_is_told(server: Any, tmp_path: Path, page: bytes) -> None:
    headers = {"Content-Length": str(len(page))}
    server.script = {"/jp-mof/": [send(200, headers, page)], OTHER: [whole]}
    result = get(server, tmp_path, ("jp-mof", "ca-gac"))
    assert len(result.snapshots) == 1
    failure = result.failures["jp-mof"]
    assert "no link to a file" in failure or "is empty" in failure


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org:p\\@example.com/a",
        "https://example.org\\.example.com/a",
        "https://example.org /a",
        "https://example.org/a\nb",
        "https://example.org\t.example.com/",
        "https://[::1",
        "https:///a",
    ],
)
def test_an_address_that_can_be_read_in_two_ways_is_refused(url: str) -> None:
    with pytest.raises(DownloadError):
        check_redirect("https://example.org/list", url)


def part(headers: dict[str, str], body: bytes = BODY[HALF:]) -> Answer:
    return send(206, {"Content-Length": str(len(body)), **WHOLE, **headers}, body)


REST = f"bytes {HALF}-{len(BODY) - 1}/{len(BODY)}"
NO_REST = {
    "another ETag": part({"ETag": '"two"', "Content-Range": REST}),
    "another day": part({"Last-Modified": "Tue, 01 Sep 2026 06:00:00 GMT", "Content-Range": REST}),
    "no range": part({}),
    "a range of 5,000 digits": part({"Content-Range": f"bytes {HALF}-{'9' * 5000}/*"}),
    "a range that ends before the file": part(
        {"Content-Range": f"bytes {HALF}-{len(BODY) - 100}/{len(BODY)}"}, BODY[HALF:-99]
    ),
    "fewer bytes than the range": part({"Content-Range": REST}, BODY[HALF:-99]),
    "packed, where the first part was not": part(
        {"Content-Range": REST, "Content-Encoding": "gzip"}
    ),
}  # fmt: skip


@pytest.mark.parametrize("answer", NO_REST.values(), ids=NO_REST)
def test_a_part_that_is_not_the_rest_is_never_joined(
    server: Any, tmp_path: Path, answer: Answer
) -> None:
    """The first answer breaks off, the second is odd, the third is the whole file."""
    more = {"Last-Modified": "Mon, 31 Aug 2026 06:00:00 GMT"}
    broken = send(200, {"Content-Length": str(len(BODY)), **WHOLE, **more}, BODY[:HALF])
    server.script = {PATH: [broken, answer, whole]}
    result = get(server, tmp_path, ("gb-fcdo",))
    assert not result.failures
    assert (result.snapshots[0].folder / "UK-Sanctions-List.xml").read_bytes() == BODY
    assert "Range" in server.requests[1][1]
    assert "Range" not in server.requests[2][1]


def test_a_larger_file_can_be_allowed(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.script = {PATH: [whole]}
    monkeypatch.setenv(SIZE_VARIABLE, "1000")
    assert "larger than 1,000 bytes" in get(server, tmp_path, ("gb-fcdo",)).failures["gb-fcdo"]
    monkeypatch.setenv(SIZE_VARIABLE, "5000")
    assert not get(server, tmp_path, ("gb-fcdo",)).failures


@pytest.mark.parametrize("name", ["a%00b", "a%2Fb", "..%5Cb", "C:b", "a%0Ab", "con*"])
def test_no_odd_name_becomes_that_of_a_file(name: str) -> None:
    assert file_name(f"https://example.org/{name}") in ("", "b")
