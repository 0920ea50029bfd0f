"""The contributions that were handed to us as cases, told where they are wrong or let through.

They lie beside the repository, not in it; ours are in ``test_contributions.py``.
"""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.validation.part_of_data import sample

from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes, csv_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, validate
from sanctions_data.validation.issues import Severity

pytestmark = pytest.mark.full

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "data"
SHARED = Path(os.environ.get("SANCTIONS_DATA_SHARED", ROOT.parent / "shared"))
CASES = SHARED / "cases" / "contributions"
_LINE = re.compile(
    r"- `([\w-]+)` \[(\w+); (\w+)\] .*?: \*\*(missed|false)[^*]*\*\*; (?:should be )?told at (.*)"
)


@dataclass(frozen=True)
class Case:
    """A contribution: where it is to be told, as table and columns; nowhere for a sound one."""

    name: str
    is_sound: bool
    places: tuple[tuple[str, tuple[str, ...]], ...]


def read_cases() -> Iterator[Case]:
    """The cases of the handout, those about security apart."""
    if not CASES.is_dir():
        return
    for line in (CASES / "cases.md").read_text(encoding="utf-8").splitlines():
        if found := _LINE.fullmatch(line):
            name, _, _, kind, told = found.groups()
            places = []
            for place in re.split(r"; ", told) if kind == "missed" else ():
                table, _, columns = place.partition(".")
                places.append((table, tuple(c.rpartition(".")[2] for c in columns.split("/") if c)))
            yield Case(name, kind == "false", tuple(places))


ALL = list(read_cases())


def changed_rows(case: Case, data: Path) -> Iterator[tuple[str, bytes]]:
    """Each table of the case with the rows in it, in place of those with the same key."""
    for path in sorted((CASES / "rows").glob(f"{case.name}--*.csv")):
        table = path.stem.partition("--")[2]
        with csv_path(data, table).open(encoding="utf-8", newline="") as handle:
            header, *rows = csv.reader(handle)
        with path.open(encoding="utf-8", newline="") as handle:
            # A case may be older than a column of the table.
            new = [[row.get(column, "") for column in header] for row in csv.DictReader(handle)]
        key = [header.index(column) for column in TABLES[table].key]
        keys = {tuple(row[k] for k in key) for row in new}
        kept = [row for row in rows if tuple(row[k] for k in key) not in keys]
        yield table, csv_bytes(header, [*kept, *new])


def edit_descriptor(edit: Callable[[dict[str, list[dict[str, object]]]], None]) -> bytes:
    package = json.loads((ROOT / "datapackage.json").read_bytes())
    edit(package)
    return json.dumps(package, indent=2).encode()


def _add_code(package) -> None:  # type: ignore[no-untyped-def]
    fields = [field for each in package["resources"] for field in each["schema"]["fields"]]
    next(f for f in fields if "categories" in f)["constraints"]["enum"].append("made_up")


def _drop_flight_ban(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    place = next(n for n, line in enumerate(lines) if line.startswith(b"fr-"))
    return b"".join(lines[:place] + lines[place + 1 :])


def _half(content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    return b"".join(lines[: len(lines) // 2])


WHOLE_FILES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "enc-bom": ("flight_restrictions", lambda content: b"\xef\xbb\xbf" + content),
    "csv-crlf": ("statements", lambda content: content.replace(b"\n", b"\r\n")),
    "csv-bare": ("claims", lambda c: c + b'placeholder-claim,The so-called "truce" held.,,\n'),
    "csv-half-unref": ("entity_names", _half),
    "key-del-curated": ("flight_restrictions", _drop_flight_ban),
}
DESCRIPTORS: dict[str, Callable[..., object]] = {
    "dp-field": lambda p: p["resources"][0]["schema"]["fields"].pop(),
    "dp-path": lambda p: p["resources"][0].update(path="../data/authorities.csv"),
    "dp-res": lambda p: p["resources"].pop(),
    "dp-enum": _add_code,
}


@dataclass(frozen=True)
class Base:
    """A part of the data with all that the cases are about, and the issues that it has."""

    data: Path
    known: frozenset[object]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    parties, listings = set(), set()
    for path in (CASES / "rows").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                parties |= {row.get("entity_id", "")}
                listings |= {row.get("listing_id", ""), row.get("row_key", "").rsplit("-", 2)[0]}
    data = tmp_path_factory.mktemp("base") / "data"
    data.mkdir()
    for name, frame in sample(DATA, parties, listings).items():
        csv_path(data, name).write_bytes(canonical_bytes(frame, TABLES[name].key))
    return Base(data, frozenset(issue.identity for issue in validate(data).issues))


def check(case: Case, folder: Path, base: Base) -> list[Issue]:
    """What is new in a folder with the case in it."""
    data = folder / "data"
    data.mkdir()
    for path in base.data.iterdir():
        os.link(path, data / path.name)
    changed = dict(changed_rows(case, base.data))
    if case.name in WHOLE_FILES:
        table, change = WHOLE_FILES[case.name]
        changed = {table: change(csv_path(base.data, table).read_bytes())}
    for table, content in changed.items():
        csv_path(data, table).unlink()
        csv_path(data, table).write_bytes(content)
    edit = DESCRIPTORS.get(case.name, lambda _: None)
    (folder / "datapackage.json").write_bytes(edit_descriptor(edit))
    report = validate(data, known=base.known, before=base.data)
    return [issue for issue in report.issues if issue.is_new]


@pytest.mark.skipif(not ALL, reason=f"no cases at {CASES}")
def test_every_case_is_read() -> None:
    lines = (CASES / "cases.md").read_text(encoding="utf-8").splitlines()
    written = [line for line in lines if line.startswith("- `") and "`sec-" not in line]
    assert len(ALL) == len(written)


@pytest.mark.skipif(not ALL, reason=f"no cases at {CASES}")
@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_case_is_told_at_its_cell(case: Case, tmp_path: Path, base: Base) -> None:
    found = check(case, tmp_path, base)
    if case.is_sound:
        # A warning asks to look again, and refuses nothing.
        refused = [issue for issue in found if issue.severity is Severity.error]
        assert [str(issue) for issue in refused] == []
        return
    hits = [
        issue
        for issue in found
        for table, columns in case.places
        if Path(issue.file).stem.startswith(table.removesuffix(".json"))
        and (not columns or "file" in columns or "json" in columns or issue.column in columns)
    ]
    assert hits, [str(issue) for issue in found]
