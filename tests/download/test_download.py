"""Downloading from a server that misbehaves in every way that we could think of."""

from __future__ import annotations

import gzip
import io
import json
import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sanctions_data import __version__
from sanctions_data.cli.app import app
from sanctions_data.download.addresses import Address, DownloadError
from sanctions_data.download.download import Downloads, download
from sanctions_data.download.fetcher import Fetcher, Patience
from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import ListFile, ListFormat
from sanctions_data.update.run import Result, update

SEPTEMBER, OCTOBER = datetime(2026, 9, 1, 4, tzinfo=UTC), datetime(2026, 10, 1, 4, tzinfo=UTC)
PATH = "/gb-fcdo/UK-Sanctions-List.xml"
BODY = b"<Designations>" + b"x" * 300_000 + b"</Designations>"
HALF = len(BODY) // 2
LIMIT = 1_000_000
RESUMABLE = {"Accept-Ranges": "bytes", "ETag": '"one"'}
PAGE = "<html><script>x</script><p>Ада <!-- --><b>ПРИМЕР</b></p><p>(Ada)</p></html>"
HTML = b"<!DOCTYPE html><html><body><p>We are busy</p></body></html>"


def send(body: bytes = BODY, status: int = 200, /, **headers: str) -> Callable[[Any], None]:
    """A whole answer. Header names are written with underscores."""

    def answer(handler: Any) -> None:
        begin(handler, status, len(body), headers)
        handler.wfile.write(body)

    return answer


def begin(handler: Any, status: int, length: int | None, headers: dict[str, str]) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    if length is not None and status != 304:
        handler.send_header("Content-Length", str(length))
    handler.end_headers()


def cut(body: bytes = BODY, at: int = HALF, **headers: str) -> Callable[[Any], None]:
    """An answer of which only the first bytes come before the connection breaks."""

    def answer(handler: Any) -> None:
        begin(handler, 200, len(body), headers)
        handler.wfile.write(body[:at])
        handler.close_connection = True

    return answer


def rest(handler: Any) -> None:
    """The part that was asked for."""
    start = int(handler.headers["Range"].removeprefix("bytes=").removesuffix("-"))
    part = {"Content-Range": f"bytes {start}-{len(BODY) - 1}/{len(BODY)}", **RESUMABLE}
    begin(handler, 206, len(BODY) - start, part)
    handler.wfile.write(BODY[start:])


def stall(server: Any) -> Callable[[Any], None]:
    """An answer that stops half-way without an end."""

    def answer(handler: Any) -> None:
        begin(handler, 200, len(BODY), {})
        handler.wfile.write(BODY[:HALF])
        handler.wfile.flush()
        server.released.wait(5)
        handler.close_connection = True

    return answer


def endless(handler: Any) -> None:
    """A body that does not say how long it is, and goes on and on."""
    begin(handler, 200, None, {"Transfer-Encoding": "chunked"})
    while True:
        handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def until_closed(handler: Any) -> None:
    """A body that ends with the connection, so that nobody can tell whether it is whole."""
    begin(handler, 200, None, {})
    handler.wfile.write(BODY)
    handler.close_connection = True


class Client:
    """Downloads the UK list, and tells how long it waited in between."""

    def __init__(self, server: Any, cache: Path) -> None:
        self.server, self.cache = server, cache
        self.waits: list[float] = []
        patience = Patience(connect=1, read=0.3, attempts=4, first_wait=1, largest_file=LIMIT)
        self.fetcher = Fetcher(patience, sleep=self.waits.append)

    def get(self, *answers: Callable[[Any], None], now: datetime = SEPTEMBER) -> Downloads:
        if answers:
            self.server.script[PATH] = list(answers)
        return download([FORMATS["gb-fcdo"]], self.cache, self.fetcher, self.server.url, now)

    def body(self, *answers: Callable[[Any], None], now: datetime = SEPTEMBER) -> bytes:
        result = self.get(*answers, now=now)
        assert not result.failures
        (snapshot,) = result.snapshots
        assert snapshot.taken_on == now.date()
        return (snapshot.folder / "UK-Sanctions-List.xml").read_bytes()

    def failure(self, *answers: Callable[[Any], None]) -> str:
        result = self.get(*answers)
        assert not result.snapshots
        assert not [path for path in self.cache.glob("gb-fcdo/*-*-*") if path.is_dir()]
        return result.failures["gb-fcdo"]


@pytest.fixture
def client(server: Any, tmp_path: Path) -> Client:
    return Client(server, tmp_path / "cache")


def test_a_list_becomes_a_snapshot_of_the_day(client: Client) -> None:
    assert client.body(send()) == BODY
    (_, headers), *more = client.server.requests
    assert headers["User-Agent"] == f"sanctions-data/{__version__}"
    assert not more
    left = {path.name for path in client.cache.rglob("*") if path.is_file()}
    assert left == {"UK-Sanctions-List.xml", ".UK-Sanctions-List.xml.json"}


def test_moment_of_the_download_is_told(client: Client) -> None:
    (snapshot,) = client.get(send()).snapshots
    assert snapshot.retrieved_at == "2026-09-01T04:00:00Z"
    assert snapshot.url == ""  # an address on this computer is nobody else's source


@pytest.mark.parametrize(
    ("validator", "asked"),
    [
        pytest.param({"ETag": '"one"'}, {"If-None-Match": '"one"'}, id="tag"),
        pytest.param(
            {"Last_Modified": "Tue, 01 Sep 2026 00:00:00 GMT"},
            {"If-Modified-Since": "Tue, 01 Sep 2026 00:00:00 GMT"},
            id="date",
        ),
    ],
)
@pytest.mark.parametrize("now", [SEPTEMBER, OCTOBER], ids=["the same day", "a later day"])
def test_unchanged_list_is_not_sent_again(
    client: Client, validator: dict[str, str], asked: dict[str, str], now: datetime
) -> None:
    client.body(send(**validator))
    assert client.body(send(b"", 304), now=now) == BODY
    assert asked.items() <= client.server.requests[-1][1].items()


def test_changed_list_replaces_that_of_the_same_day(client: Client) -> None:
    client.body(send(ETag='"one"'))
    assert client.body(send(b"<Designations/>", ETag='"two"')) == b"<Designations/>"


@pytest.mark.parametrize(
    ("answers", "waits"),
    [
        pytest.param([send(b"", 500)] * 3 + [send()], [1, 2, 4], id="500 three times"),
        pytest.param([send(b"", 503), send()], [1], id="503"),
        pytest.param([send(b"", 429, Retry_After="7"), send()], [7], id="429 says how long"),
        pytest.param([send(b"", 429), send()], [1], id="429 does not say how long"),
        pytest.param([cut(), send()], [1], id="cut at half"),
        pytest.param([cut(**RESUMABLE), rest], [1], id="cut at half and gone on"),
        pytest.param([cut(**RESUMABLE), send()], [1], id="cut at half, server ignores Range"),
        pytest.param([cut(**RESUMABLE), send(b"", 416), send()], [1, 2], id="416"),
        pytest.param(
            [cut(**RESUMABLE), send(BODY, 206, Content_Range="bytes 0-9/10"), send()],
            [1, 2],
            id="another part than asked for",
        ),
        pytest.param([cut(at=0), send()], [1], id="nothing came"),
    ],
)
def test_passing_failure(
    client: Client, answers: list[Callable[[Any], None]], waits: list[float]
) -> None:
    assert client.body(*answers) == BODY
    assert [wait / full for wait, full in zip(client.waits, waits, strict=True)] == pytest.approx(
        [0.75] * len(waits), abs=0.26
    )


def test_rest_is_asked_for_if_the_file_is_the_same(client: Client) -> None:
    client.body(cut(**RESUMABLE), rest)
    headers = client.server.requests[1][1]
    start = int(headers["Range"].removeprefix("bytes=").removesuffix("-"))
    assert 0 < start <= HALF
    assert headers["If-Range"] == '"one"'


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"ETag": '"one"'}, id="does not take ranges"),
        pytest.param({"Accept_Ranges": "bytes"}, id="no validator"),
        pytest.param({"Accept_Ranges": "bytes", "ETag": 'W/"one"'}, id="weak validator"),
    ],
)
def test_rest_is_not_asked_for(client: Client, headers: dict[str, str]) -> None:
    assert client.body(cut(**headers), send()) == BODY
    assert "Range" not in client.server.requests[1][1]


def test_interrupted_download_is_gone_on_from_by_the_next_run(client: Client) -> None:
    assert "403" in client.failure(cut(**RESUMABLE), send(b"", 403))
    assert client.body(rest, now=OCTOBER) == BODY
    assert "Range" in client.server.requests[-1][1]


def test_compressed_body(client: Client) -> None:
    assert client.body(send(gzip.compress(BODY), Content_Encoding="gzip")) == BODY


def test_a_closed_list_is_not_asked_for(tmp_path: Path) -> None:
    found = download([FORMATS["gb-hmt-conlist"]], tmp_path, Fetcher())
    assert found.snapshots == []
    assert "serves it at no address that stays" in found.failures["gb-hmt-conlist"]


def test_nothing_listens(client: Client) -> None:
    result = download([FORMATS["gb-fcdo"]], client.cache, client.fetcher, "http://127.0.0.1:1")
    assert "gave up after 4 attempts: no connection (Connection refused)" in str(result.failures)
    assert len(client.waits) == 3


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(send(b"", 404), "the server answered 404 Not Found", id="404"),
        pytest.param(send(b"", 403), "the server answered 403 Forbidden", id="403"),
        pytest.param(send(b"", 304), "the server answered 304", id="304 to no question"),
        pytest.param(send(b"", 500), "gave up after 4 attempts: the server answered 500", id="500"),
        pytest.param(send(b"", 429, Retry_After="9999"), "asks to wait 9999 s", id="long wait"),
        pytest.param(send(HTML), "found an HTML page, expected UK-Sanctions-List.xml", id="HTML"),
        pytest.param(send(b"\xef\xbb\xbf\n<html>"), "found an HTML page", id="HTML with a mark"),
        pytest.param(send(b""), "is empty", id="empty"),
        pytest.param(cut(), "broke in the middle of the file", id="always cut"),
        pytest.param(endless, "is larger than 1,000,000 bytes", id="grows beyond the limit"),
        pytest.param(send(b"x" * LIMIT * 2), "is larger than", id="says that it is too large"),
        pytest.param(
            send(gzip.compress(b"x" * LIMIT * 50), Content_Encoding="gzip"),
            "is larger than 1,000,000 bytes",
            id="gzip bomb",
        ),
        pytest.param(
            send(gzip.compress(BODY)[:-9], Content_Encoding="gzip"), "cannot be unpacked",
            id="gzip without an end",
        ),
        pytest.param(send(BODY, Content_Encoding="gzip"), "cannot be unpacked", id="no gzip"),
        pytest.param(send(BODY, Content_Encoding="br"), "came as 'br'", id="other encoding"),
        pytest.param(until_closed, "does not say how long the file is", id="unknown length"),
    ],
)  # fmt: skip
def test_failure(client: Client, answer: Callable[[Any], None], said: str) -> None:
    failure = client.failure(answer)
    assert said in failure
    assert f"{client.server.url}{PATH}" in failure


def test_stalled_body(client: Client) -> None:
    assert "gave up after 4 attempts: nothing came for 0.3 s" in client.failure(
        stall(client.server)
    )


def test_redirect_within_the_host(client: Client) -> None:
    client.server.script["/moved.xml"] = [send()]
    assert client.body(send(b"", 302, Location="/moved.xml")) == BODY


@pytest.mark.parametrize(
    ("location", "said"),
    [
        pytest.param("https://example.org/a", "to the host example.org", id="other host"),
        pytest.param("http://localhost:{port}/a", "to the host localhost", id="other loopback"),
        pytest.param("http://example.org/a", "expected an https:// address", id="not HTTPS"),
        pytest.param("file:///etc/hosts", "expected an https:// address", id="no web address"),
        pytest.param(PATH, "leads on more than 5 times", id="in a circle"),
    ],
)  # fmt: skip
def test_refused_redirect(client: Client, location: str, said: str) -> None:
    client.server.script["/a"] = [send()]
    target = location.replace("{port}", str(client.server.port))
    assert said in client.failure(send(b"", 302, Location=target))
    assert "/a" not in {path for path, _ in client.server.requests}


def test_redirect_to_a_host_that_the_user_trusts(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANCTIONS_DATA_REDIRECT_HOSTS", "example.org, localhost")
    client.server.script["/a"] = [send()]
    target = f"http://localhost:{client.server.port}/a"
    assert client.body(send(b"", 302, Location=target)) == BODY


def test_plain_http_is_refused_without_a_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr("requests.Session.send", connect)
    with pytest.raises(DownloadError, match="expected an https:// address"):
        Fetcher().fetch(Address("http://example.org/a.xml"), tmp_path / "a.xml")


def fake(list_id: str, *files: ListFile) -> ListFormat:
    return ListFormat(list_id, files, read=lambda folder, report: iter(()))


def test_missing_optional_file_is_told(client: Client) -> None:
    two = fake("two", ListFile("a.csv", ""), ListFile("b.csv", "", optional=True))
    client.server.script["/two/a.csv"] = [send(b"1\n")]
    result = download([two], client.cache, client.fetcher, client.server.url, SEPTEMBER)
    assert [snapshot.folder.name for snapshot in result.snapshots] == ["2026-09-01"]
    assert "b.csv: the server answered 404" in result.warnings[0]


def test_list_without_one_of_its_files_fails_and_the_others_go_on(client: Client) -> None:
    two = fake("two", ListFile("a.csv", ""), ListFile("b.csv", "", optional=True))
    client.server.script |= {"/two/a.csv": [send(b"1\n")], "/two/b.csv": [send(b"", 403)]}
    client.server.script[PATH] = [send()]
    formats = [two, FORMATS["gb-fcdo"]]
    result = download(formats, client.cache, client.fetcher, client.server.url, SEPTEMBER)
    assert "b.csv: the server answered 403" in result.failures["two"]
    assert [each.list_format.list_id for each in result.snapshots] == ["gb-fcdo"]
    assert not (client.cache / "two" / "2026-09-01").exists()


def test_file_whose_name_has_a_date_is_found_by_the_page_that_links_to_it(client: Client) -> None:
    links = b'<a href="list/old20260101.xlsx">a</a> <a href="list/old20260301.xlsx">b</a>'
    client.server.script["/dated/"] = [send(b"<html><a href='/other.pdf'>x</a>" + links)]
    client.server.script["/dated/list/old20260301.xlsx"] = [send(b"PK")]
    dated = fake("dated", ListFile("old*.xlsx", ""))
    result = download([dated], client.cache, client.fetcher, client.server.url, SEPTEMBER)
    (snapshot,) = result.snapshots
    assert [p.name for p in snapshot.folder.glob("*.xlsx")] == ["old20260301.xlsx"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        pytest.param(b"<html><a href='new.xlsx'>x</a></html>", "has no link to a file", id="none"),
        pytest.param(
            b"<html><a href='https://example.org/old1.xlsx'>x</a></html>",
            "to the host example.org", id="on another host",
        ),
    ],
)  # fmt: skip
def test_page_without_the_link(client: Client, page: bytes, said: str) -> None:
    client.server.script["/dated/"] = [send(page)]
    dated = fake("dated", ListFile("old*.xlsx", ""))
    result = download([dated], client.cache, client.fetcher, client.server.url, SEPTEMBER)
    assert said in result.failures["dated"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(PAGE.encode(), id="page"),
        pytest.param("Ада ПРИМЕР\n\n(Ada)\n".encode(), id="text"),
    ],
)
def test_list_that_is_a_page_is_kept_as_text(client: Client, body: bytes) -> None:
    client.server.script["/page/page-text.txt"] = [send(body)]
    page = fake("page", ListFile("page-text.txt", ""))
    result = download([page], client.cache, client.fetcher, client.server.url, SEPTEMBER)
    text = (result.snapshots[0].folder / "page-text.txt").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line] == ["Ада ПРИМЕР", "(Ada)"]


def test_token_is_sent_and_never_shown(
    server: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    eu = ListFormat("eu-fsf", (ListFile("eu.xml", f"{server.url}/content"),), read=iter)  # type: ignore[arg-type]
    fetcher = Fetcher(Patience(attempts=1))
    monkeypatch.delenv("SANCTIONS_DATA_EU_TOKEN", raising=False)
    missing = download([eu], tmp_path, fetcher, now=SEPTEMBER)
    assert "environment variable SANCTIONS_DATA_EU_TOKEN" in missing.failures["eu-fsf"]
    monkeypatch.setenv("SANCTIONS_DATA_EU_TOKEN", "secret")
    assert "secret" not in str(download([eu], tmp_path, fetcher, now=SEPTEMBER))
    server.script["/content"] = [send()]
    assert "secret" not in repr(download([eu], tmp_path, fetcher, now=SEPTEMBER))
    assert server.requests[-1][0] == "/content?token=secret"
    records = [path.read_text() for path in tmp_path.rglob(".*.json")]
    assert [json.loads(record)["url"] for record in records] == [f"{server.url}/content"]


def zip_bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 300_000_000)
    return packed.getvalue()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
ENTITY_BOMB = f'<!DOCTYPE d [<!ENTITY e0 "x">{ENTITIES}]><Designations>&e9;</Designations>'


@pytest.mark.parametrize(
    ("list_id", "body", "said"),
    [
        pytest.param("gb-fcdo", lambda uk: uk(9)[:-300], "the XML is broken", id="truncated"),
        pytest.param(
            "gb-fcdo", lambda uk: uk(9, more="<x>Zoë</x>").decode().encode("latin-1"),
            "the XML is broken", id="wrong encoding",
        ),
        pytest.param(
            "gb-fcdo", lambda uk: ENTITY_BOMB.encode(), "document type", id="entity bomb"
        ),
        pytest.param("au-dfat", lambda uk: zip_bomb(), "au-dfat", id="zip bomb"),
        pytest.param("gb-fcdo", lambda uk: b"<Rows/>", "found document element", id="other XML"),
    ],
)  # fmt: skip
def test_unreadable_list_changes_nothing(
    client: Client, small_data: Path, uk_list: Any, list_id: str, body: Any, said: str
) -> None:
    name = FORMATS[list_id].files[0].name
    client.server.script[f"/{list_id}/{name}"] = [send(body(uk_list))]
    before = state(small_data)
    fetched = download(
        [FORMATS[list_id]], client.cache, client.fetcher, client.server.url, SEPTEMBER
    )
    assert not fetched.failures
    result = update(small_data, fetched.snapshots)
    assert said in result.failures[list_id]
    assert "was not imported" in result.failures[list_id]
    assert state(small_data) == before


def test_update_from_a_server_and_again(client: Client, small_data: Path, uk_list: Any) -> None:
    def run(*answers: Callable[[Any], None], now: datetime) -> Result:
        return update(small_data, client.get(*answers, now=now).snapshots)

    first = run(send(uk_list(20), ETag='"one"'), now=SEPTEMBER)
    assert first.outcomes["gb-fcdo"].counts["listing", "added"] == 20
    before = state(small_data)
    assert not run(send(b"", 304), now=SEPTEMBER).outcomes["gb-fcdo"].counts
    assert state(small_data) == before
    last = run(send(uk_list(19), ETag='"two"'), now=OCTOBER)
    assert last.outcomes["gb-fcdo"].counts["listing", "ended"] == 1
    assert "2026-10-01T04:00:00Z" in (small_data / "data/sources.csv").read_text()


def state(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.fixture
def command(client: Client, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs ``sanctions-data update gb-fcdo`` with the cache in the test's folder."""
    monkeypatch.setattr(
        "sanctions_data.cli.update_command.user_cache_path", lambda name: client.cache / name
    )
    monkeypatch.setenv("SANCTIONS_DATA_MIRROR", client.server.url)
    return lambda *options: CliRunner().invoke(app, ["update", "gb-fcdo", *map(str, options)])


def test_command_downloads_and_imports(
    command: Callable[..., Any], client: Client, small_data: Path, uk_list: Any
) -> None:
    client.server.script[PATH] = [send(uk_list(3))]
    before = state(small_data)
    dry = command("--data", small_data, "--dry-run")
    assert (dry.exit_code, state(small_data)) == (0, before), dry.output
    run = command("--data", small_data)
    assert run.exit_code == 0, run.output
    assert b"TST0003" in (small_data / "data/listings.csv").read_bytes()
    assert (client.cache / "sanctions-data" / "gb-fcdo").is_dir()


Answers = Callable[[Client, Any], list[Callable[[Any], None]]]
AUSTRALIA = f"/au-dfat/{FORMATS['au-dfat'].files[0].name}"


@pytest.fixture
def impatient(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command does not wait between attempts, and takes a million bytes at most."""
    patience = client.fetcher.patience
    monkeypatch.setattr(
        "sanctions_data.cli.update_command.Fetcher",
        lambda progress: Fetcher(patience, progress, sleep=client.waits.append),
    )


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        pytest.param(lambda c, uk: [send(b"", 404)], "the server answered 404", id="404"),
        pytest.param(lambda c, uk: [send(b"", 500)], "gave up after 4 attempts", id="500 for good"),
        pytest.param(lambda c, uk: [cut(uk(9), 900)], "connection broke", id="cut at half"),
        pytest.param(lambda c, uk: [stall(c.server)], "nothing came for 0.3 s", id="stalled body"),
        pytest.param(lambda c, uk: [send(HTML)], "found an HTML page", id="HTML"),
        pytest.param(
            lambda c, uk: [send(b"", 302, Location="https://example.org/a")],
            "to the host example.org", id="redirect to another host",
        ),
        pytest.param(lambda c, uk: [endless], "is larger than 1,000,000", id="beyond the limit"),
        pytest.param(
            lambda c, uk: [send(gzip.compress(uk(9))[:-9], Content_Encoding="gzip")],
            "cannot be unpacked", id="broken gzip",
        ),
        pytest.param(lambda c, uk: [send(uk(9)[:-300])], "XML is broken", id="truncated XML"),
        pytest.param(
            lambda c, uk: [send(uk(9, more="<x>Zoë</x>").decode().encode("latin-1"))],
            "XML is broken", id="wrong encoding",
        ),
        pytest.param(
            lambda c, uk: [send(ENTITY_BOMB.encode())], "document type", id="entity bomb"
        ),
    ],
)  # fmt: skip
def test_issue_ends_in_a_message_and_leaves_the_tables(
    command: Callable[..., Any],
    client: Client,
    small_data: Path,
    uk_list: Any,
    answers: Answers,
    said: str,
) -> None:
    client.server.script[PATH] = answers(client, uk_list)
    before = state(small_data)
    run = command("--data", small_data)
    assert run.exit_code == 1, run.output
    (message,) = [line for line in run.output.splitlines() if said in line]
    assert "gb-fcdo" in message
    assert state(small_data) == before


@pytest.mark.usefixtures("impatient")
def test_zip_bomb_leaves_the_tables_and_the_other_list_goes_on(
    command: Callable[..., Any], client: Client, small_data: Path, uk_list: Any
) -> None:
    client.server.script |= {AUSTRALIA: [send(zip_bomb())], PATH: [send(uk_list(3))]}
    before = state(small_data)
    run = command("au-dfat", "--data", small_data)
    assert run.exit_code == 1
    assert "au-dfat failed: au-dfat was not imported" in run.output
    assert "found 300000000 bytes in 1 parts when unpacked" in run.output
    after = state(small_data)
    assert b"TST0003" in after["data/listings.csv"]
    assert b"au-dfat-2" not in after["data/sources.csv"]
    assert after.keys() == before.keys()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(lambda c, uk: [*[send(b"", 500)] * 3, send(uk(3))], id="500 three times"),
        pytest.param(lambda c, uk: [cut(uk(3), 900), send(uk(3))], id="cut at half, then whole"),
        pytest.param(
            lambda c, uk: [send(gzip.compress(uk(3)), Content_Encoding="gzip")], id="gzip"
        ),
    ],
)
def test_list_is_imported_in_spite_of(
    command: Callable[..., Any], client: Client, small_data: Path, uk_list: Any, answers: Answers
) -> None:
    client.server.script[PATH] = answers(client, uk_list)
    run = command("--data", small_data)
    assert run.exit_code == 0, run.output
    assert state(small_data)["data/listings.csv"].count(b"gb-fcdo-TST") == 3


def test_command_tells_what_was_not_downloaded(
    command: Callable[..., Any], client: Client, small_data: Path
) -> None:
    before = state(small_data)
    run = command("--data", small_data)
    assert run.exit_code == 1
    assert "gb-fcdo failed: not downloaded" in run.output
    assert "answered 404" in run.output
    assert state(small_data) == before


def test_command_refuses_a_folder_without_tables(
    command: Callable[..., Any], tmp_path: Path
) -> None:
    run = command("--data", tmp_path)
    assert run.exit_code == 2
    assert "does not hold datapackage.json and data/" in run.output


def test_command_refuses_a_folder_that_it_cannot_write(
    command: Callable[..., Any], small_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)
    run = command("--data", small_data)
    assert run.exit_code == 2
    assert "is not writable; fix its permissions, or copy it to a folder of your own" in run.output


def test_list_that_is_served_nowhere_is_told_with_the_way_on(client: Client) -> None:
    result = download([FORMATS["eu-travel-bans"]], client.cache, client.fetcher, client.server.url)
    assert not result.snapshots and not client.server.requests
    assert "FOLDER/eu-travel-bans/YYYY-MM-DD/" in result.failures["eu-travel-bans"]
