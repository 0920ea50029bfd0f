"""Versions from the network: by hash, into a cache, from a local server or a folder."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import sanctions_data as sd
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.fetch import archive_name, fetch
from sanctions_data.history.registry import content_hash, sums
from sanctions_data.release.archive import archive_files, pack
from sanctions_data.tables.location import root_folder

VERSION = "2030.1.0"


class Quiet(SimpleHTTPRequestHandler):
    """A server that logs nothing."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one archive."""
    folder = tmp_path_factory.mktemp("shelf")
    (folder / archive_name(VERSION)).write_bytes(pack(archive_files(root_folder())))
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


def test_content_is_proved_by_the_registry(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {VERSION: content_hash(archive_files(root_folder()))}
    monkeypatch.setattr("sanctions_data.history.fetch.known_contents", lambda: known)
    root = fetch(VERSION, base_url=server, cache=tmp_path)
    assert len(sd.load("events", root=root)) == len(sd.load("events"))
    assert [path.name for path in tmp_path.iterdir()] == [VERSION]


def zipped(path: Path, files: dict[str, bytes]) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return hashlib.sha256(path.read_bytes()).hexdigest()


GOOD = {"datapackage.json": b"{}", "data/events.csv": b"event_id\n"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"data/events.csv": b"event_id\nx\n"}, "does not fit .*events.csv",
                     id="another file"),
        pytest.param({"data/more.csv": b""}, "does not fit .*more.csv", id="a file more"),
        pytest.param({"datapackage.json": None}, "does not fit .*datapackage", id="a file less"),
        pytest.param({"../out": b"", "SHA256SUMS": sums({**GOOD, "../out": b""})},
                     "files of one folder", id="out of the folder"),
        pytest.param({"SHA256SUMS": None}, "does not fit", id="no listing"),
    ],
)  # fmt: skip
def test_content_that_is_not_what_it_says_is_refused(
    tmp_path: Path, change: dict[str, bytes | None], message: str
) -> None:
    files = {**GOOD, "SHA256SUMS": sums(GOOD), **change}
    held = {name: content for name, content in files.items() if content is not None}
    sha256 = zipped(tmp_path / archive_name(VERSION), held)
    cache = tmp_path / "cache"
    with pytest.raises(HistoryError, match=message):
        fetch(VERSION, base_url=tmp_path.as_uri(), sha256=sha256, cache=cache)
    assert list(cache.iterdir()) == []


def test_wrong_content_deletes_nothing_that_was_good(
    server: str, sha256: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = fetch(VERSION, base_url=server, sha256=sha256, cache=tmp_path)
    known = dict.fromkeys((VERSION, "2031.1.0"), "0" * 64)
    monkeypatch.setattr("sanctions_data.history.fetch.known_contents", lambda: known)
    zipped(tmp_path / archive_name("2031.1.0"), {**GOOD, "SHA256SUMS": sums(GOOD)})
    with pytest.raises(HistoryError, match=r"its content has the hash .*, expected 0000"):
        fetch("2031.1.0", base_url=tmp_path.as_uri(), cache=tmp_path)
    assert fetch(VERSION, cache=tmp_path) == good
    assert not sd.load("events", root=good).empty
    assert not (tmp_path / "2031.1.0").exists()


def test_cache_that_cannot_be_made_says_so(server: str, sha256: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HistoryError, match="was not fetched"):
        fetch(VERSION, base_url=server, sha256=sha256, cache=tmp_path / "file")


def test_not_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / archive_name(VERSION)
    path.write_bytes(b"<html>")
    sha256 = hashlib.sha256(b"<html>").hexdigest()
    with pytest.raises(HistoryError, match="not a zip"):
        fetch(VERSION, base_url=tmp_path.as_uri(), sha256=sha256, cache=tmp_path / "cache")
