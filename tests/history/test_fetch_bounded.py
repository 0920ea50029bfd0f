"""A server of archives that sends too much, for too long, or leads elsewhere."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from tests.http_server import server

from sanctions_data.history import fetch_bounded as module
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.fetch import fetch

__all__ = ["server"]
NAME = "/sanctions-data-2026.2.0.zip"


def send(status: int, body: bytes, **headers: str) -> Any:
    def answer(handler: Any) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def packed(files: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(files):
            archive.writestr(f"{number}.csv", b"0" * 1000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(send(200, b"x" * 5001), "more than the 5,000 bytes", id="too large"),
        pytest.param(send(200, packed(6)), "found 6 files of 6,000 bytes", id="unpacked"),
        pytest.param(send(200, packed(11)), "found 11 files", id="too many files"),
        pytest.param(send(302, b"", Location="http://example.org/"), "another host", id="away"),
        pytest.param(send(302, b"", Location="http://127.0.0.1:1/a"), "another host", id="port"),
        pytest.param(send(302, b"", Location=NAME), "more than 5 times", id="in a circle"),
        pytest.param(send(404, b""), "404", id="not there"),
    ],
)
def test_what_is_out_of_bounds_is_refused(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Any, said: str
) -> None:
    monkeypatch.setattr(module, "MAXIMUM_BYTES", 5000)
    monkeypatch.setattr(module, "MAXIMUM_UNPACKED", 5500)
    monkeypatch.setattr(module, "MAXIMUM_FILES", 10)
    server.script[NAME] = [answer]
    with pytest.raises(HistoryError, match=said):
        fetch("2026.2.0", base_url=server.url, cache=tmp_path)
    assert list(tmp_path.iterdir()) == []


def drip(handler: Any, before: bytes, length: int | None) -> None:
    """One byte now and then, without an end: of the headers, or of a body."""
    handler.wfile.write(before)
    if length is not None:
        handler.wfile.write(b"Content-Length: %d\r\n\r\n" % length)
    while not handler.server.is_ended.wait(0.02):
        handler.wfile.write(b"x")


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("before", "length"),
    [
        pytest.param(b"", None, id="status line"),
        pytest.param(OK + b"X-Odd: ", None, id="headers"),
        pytest.param(OK, 4000, id="body"),
        pytest.param(OK + b"Connection: close\r\n\r\n", None, id="body without a length"),
    ],
)
def test_what_takes_too_long_is_refused(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bytes, length: int | None
) -> None:
    monkeypatch.setattr(module, "LONGEST", 0.3)

    def answer(handler: Any) -> None:
        handler.close_connection, handler.server.is_ended = True, server.released
        drip(handler, before, length)

    server.script[NAME] = [answer]
    with pytest.raises(HistoryError, match=r"took longer than 0\.3 s"):
        fetch("2026.2.0", base_url=server.url, cache=tmp_path)
    assert list(tmp_path.iterdir()) == []
