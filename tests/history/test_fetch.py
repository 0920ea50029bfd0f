"""Versions from the network: by hash, into a cache, from a local server or a folder."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import sanctions_data as sd
from sanctions_data.files.location import root_folder
from sanctions_data.history.archive import data_archive
from sanctions_data.history.fetch import archive_name, fetch
from sanctions_data.history.versions import HistoryError

VERSION = "2030.1.0"


class Quiet(SimpleHTTPRequestHandler):
    """A server that logs nothing."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one archive."""
    folder = tmp_path_factory.mktemp("shelf")
    (folder / archive_name(VERSION)).write_bytes(data_archive(root_folder()))
    return folder


@pytest.fixture(scope="module")
def sha256(shelf: Path) -> str:
    return hashlib.sha256((shelf / archive_name(VERSION)).read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def server(shelf: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(shelf))) as httpd:
        Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def test_fetched_version_answers(server: str, sha256: str, tmp_path: Path) -> None:
    root = fetch(VERSION, base_url=server, sha256=sha256, cache=tmp_path)
    assert len(sd.load("authorities", root=root)) == len(sd.load("authorities"))


def test_from_a_folder(shelf: Path, sha256: str, tmp_path: Path) -> None:
    assert fetch(VERSION, base_url=shelf.as_uri(), sha256=sha256, cache=tmp_path).is_dir()


def test_second_time_needs_no_network(server: str, sha256: str, tmp_path: Path) -> None:
    first = fetch(VERSION, base_url=server, sha256=sha256, cache=tmp_path)
    assert fetch(VERSION, cache=tmp_path) == first


def test_cache_that_cannot_be_written_is_enough(server: str, sha256: str, tmp_path: Path) -> None:
    root = fetch(VERSION, base_url=server, sha256=sha256, cache=tmp_path)
    for path in [root, *root.rglob("*")]:
        path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    try:
        assert not sd.load("events", root=fetch(VERSION, cache=tmp_path)).empty
    finally:
        for path in [root, *root.rglob("*")]:
            path.chmod(path.stat().st_mode | stat.S_IWUSR)


def test_from_an_environment_variable(
    server: str, sha256: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTIONS_DATA_URL", server)
    assert fetch(VERSION, sha256=sha256, cache=tmp_path).is_dir()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        pytest.param({"sha256": None}, "hash of .* is not known", id="unknown hash"),
        pytest.param({"sha256": "0" * 64}, "was not fetched", id="wrong hash"),
        pytest.param({"base_url": "http://example.org"}, "expected https://", id="no TLS"),
        pytest.param({"base_url": "ftp://127.0.0.1"}, "expected https://", id="another scheme"),
        pytest.param({"base_url": None}, "say where the archives are", id="no address"),
        pytest.param({"base_url": "SERVER/nothing"}, "was not fetched", id="not there"),
    ],
)
def test_refused(
    server: str, sha256: str, tmp_path: Path, call: dict[str, str | None], message: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.delenv("SANCTIONS_DATA_URL", raising=False)
    wanted: dict[str, str | None] = {"base_url": server, "sha256": sha256, **call}
    if wanted["base_url"]:
        wanted["base_url"] = wanted["base_url"].replace("SERVER", server)
    with pytest.raises(HistoryError, match=message):
        fetch(VERSION, cache=tmp_path, **wanted)  # type: ignore[arg-type]
    assert not (tmp_path / VERSION).exists()


def test_archive_has_the_same_bytes_each_time() -> None:
    assert data_archive(root_folder()) == data_archive(root_folder())
