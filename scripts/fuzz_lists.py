"""Damage official lists at random, and see that their readers neither hang nor fail.

Each mutant is a snapshot, cut down to some entries, of which a few bytes, cells or parts were
changed. Reading it must end in time, with entries or with issues in the report: never with an
exception, and with nothing written.

    python scripts/fuzz_lists.py --from ../shared/official-lists --number 300
    python scripts/fuzz_lists.py --from LISTS --list un-sc --number 10000 --keep found/

The folder is laid out as ``<list>/<YYYY-MM-DD>/<files>``. What is found is kept below ``--keep``;
add it to the tests of its reader together with the fix. Exit code 1 if anything was found.
With ``--seconds`` no further snapshot is begun once so much time is over, and those left out are
counted.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import random
import re
import shutil
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from sanctions_data.lists import FORMATS, ListFormat, ReadReport

SEED, ENTRIES, LINES, LONGEST = 19, 12, 40, 10
CHUNK = 200
# No snapshot is larger by then: what is cut to some entries is.
_MOST_BYTES = 400_000
_NASTY = (
    b"", b" ", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"-1", b"0", b"9" * 30, b"1e308", b"NaN",
    b"0000-00-00", b"31/02/2024", b"2024-13-45", b"(", b")", b"((((", b'"', b"'", b",", b";",
    b"<", b">", b"&", b"&amp;", b"<!--", b"]]>", b"\r", b"\n\n", b"\t", b"=1+1", b"../../x",
    b"A" * 20_000, b"1 " * 5_000, b"( " * 5_000, b"a.k.a. " * 2_000, b", " * 5_000,
    "А (".encode() * 3_000, "\u202e".encode(), "é".encode("latin-1"), "𝔘".encode(),
    "а\u0301".encode() * 2_000, "、".encode() * 3_000, b"-- " * 4_000, b"\n1. " * 3_000,
)  # fmt: skip
# Where a snapshot of two lists is under another name.
_FOLDERS = {"cn-mfa": "cn-countermeasures", "cn-mofcom": "cn-countermeasures"}
_TOKEN = re.compile(rb"[^\s<>,;\"'=/]+")


def small_snapshot(folder: Path, target: Path) -> None:
    """A copy of a snapshot with the first entries of each file."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if "sources" in path.parts:
            continue  # What the texts were taken from; no reader opens it.
        place = target / path.relative_to(folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        content = path.read_bytes()
        if path.suffix.lower() == ".xml":
            content = _first_records(content)
        elif path.suffix.lower() == ".xlsx":
            content = _first_rows(content)
        elif path.suffix.lower() == ".json":
            content = json.dumps(_first_items(json.loads(content)), ensure_ascii=False).encode()
        elif len(content) > _MOST_BYTES // 20:
            content = b"".join(content.splitlines(keepends=True)[:LINES])
        place.write_bytes(content[:_MOST_BYTES])


def _first_records(content: bytes) -> bytes:
    """An XML document in which no element has more than some children of a name."""
    document = etree.fromstring(content, etree.XMLParser(huge_tree=True, resolve_entities=False))
    for parent in list(document.iter()):
        counts: dict[object, int] = {}
        for child in list(parent):
            counts[child.tag] = counts.get(child.tag, 0) + 1
            if counts[child.tag] > ENTRIES:
                parent.remove(child)
    return etree.tostring(document, xml_declaration=True, encoding="utf-8")


def _first_items(value: object) -> object:
    """JSON of which each list has its first items."""
    if isinstance(value, list):
        return [_first_items(each) for each in value[:ENTRIES]]
    if isinstance(value, dict):
        return {name: _first_items(each) for name, each in value.items()}
    return value


def _first_rows(content: bytes) -> bytes:
    """A workbook of which each sheet has its first rows."""
    from openpyxl import Workbook, load_workbook

    new = Workbook(write_only=True)
    for sheet in load_workbook(io.BytesIO(content), read_only=True).worksheets:
        copy = new.create_sheet(sheet.title)
        for row in sheet.iter_rows(max_row=LINES, values_only=True):
            copy.append(row)
    buffer = io.BytesIO()
    new.save(buffer)
    return buffer.getvalue()


def mutate(content: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them changed; of a workbook, those of a part of it."""
    if content[:2] == b"PK" and chance.random() < 0.9:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        name = chance.choice(sorted(parts))
        parts[name] = mutate(parts[name], chance)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, part in parts.items():
                archive.writestr(each, part)
        return buffer.getvalue()
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        content = _change(content, chance)
    return content


def _change(content: bytes, chance: random.Random) -> bytes:
    size = len(content)
    at = chance.randrange(size + 1)
    to = min(size, at + chance.choice((1, 2, 10, 100, 1000)))
    kind = chance.randrange(7)
    if kind == 0:
        return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    if kind == 1:
        return content[:at] + content[to:]
    if kind == 2:
        return content[:to] + content[at:to] * chance.choice((1, 2, 50)) + content[to:]
    if kind == 3:
        return content[:at]
    if kind == 4:
        return content[:at] + chance.choice(_NASTY) + content[at:]
    tokens = list(_TOKEN.finditer(content))
    if not tokens:
        return content
    one, other = chance.choice(tokens), chance.choice(tokens)
    new = other[0] if kind == 5 else chance.choice(_NASTY)
    return content[: one.start()] + new + content[one.end() :]


def read_mutants(list_id: str, small: Path, numbers: range, found: Path) -> None:
    """Read some mutants; each that fails is kept in ``found``, and so is the one at hand."""
    files = sorted(path for path in small.rglob("*") if path.is_file())
    for number in numbers:
        chance = random.Random(f"{SEED} {list_id} {number}")
        place = found / f"{list_id}-{number}"
        shutil.copytree(small, place)
        damaged = place / chance.choice(files).relative_to(small)
        damaged.write_bytes(mutate(damaged.read_bytes(), chance))
        before = _contents(place)
        signal.signal(signal.SIGALRM, _too_long)
        signal.alarm(LONGEST)
        try:
            list(FORMATS[list_id].read(place, ReadReport(list_id)))
            assert _contents(place) == before, "the reader wrote into the folder"
        except BaseException:  # A reader in Rust panics with one that is no Exception.
            (place / "error.txt").write_text(traceback.format_exc(), encoding="utf-8")
        else:
            shutil.rmtree(place)
        finally:
            signal.alarm(0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"took longer than {LONGEST} s")


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def fuzz(list_format: ListFormat, folder: Path, number: int, found: Path) -> Iterator[str]:
    """Read so many mutants of a snapshot; yields what is wrong with each that is found."""
    found = found / folder.name
    with TemporaryDirectory() as scratch:
        small = Path(scratch) / "small"
        small_snapshot(folder, small)
        if not list(list_format.read(small, ReadReport(list_format.list_id))):
            # The beginning of each file does not fit together: the whole of it, if it is small.
            shutil.rmtree(small)
            shutil.copytree(folder, small, ignore=shutil.ignore_patterns("sources"))
            report = ReadReport(list_format.list_id)
            if not list(list_format.read(small, report)):
                yield f"{folder}: nothing can be read: {report.problems[:1]}"
        for first in range(0, number, CHUNK):
            numbers = range(first, min(first + CHUNK, number))
            child = multiprocessing.get_context("fork").Process(
                target=read_mutants, args=(list_format.list_id, small, numbers, found)
            )
            child.start()
            child.join(LONGEST * CHUNK / 10)
            if child.is_alive():
                child.kill()
    for place in sorted(found.glob(f"{list_format.list_id}-*")):
        error = place / "error.txt"
        yield f"{place.name}: {_last_line(error) if error.exists() else 'it never ended'}"


def _newest_of_each_layout(base: Path) -> list[Path]:
    """Folders with other files than a newer one has."""
    found: dict[str, Path] = {}
    for folder in sorted(base.glob("*[0-9][0-9]-[0-9][0-9]")):
        files = ((path.stem, path.suffix) for path in folder.iterdir() if path.is_file())
        layout = sorted(f"{re.sub('[0-9]', '', stem)}{suffix}" for stem, suffix in files)
        found[" ".join(layout)] = folder
    return [folder for folder in found.values() if "history" not in folder.name]


def _last_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip().rpartition("\n")[2][:200]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Damage official lists and read them.")
    parser.add_argument("--from", dest="lists", type=Path, required=True)
    parser.add_argument("--list", action="append", help="a list; all if left out")
    parser.add_argument("--number", type=int, default=300, help="mutants of each snapshot")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="for all of them")
    parser.add_argument("--keep", type=Path, help="where to keep what is found")
    options = parser.parse_args()
    total, left_out, end = 0, 0, time.monotonic() + options.seconds
    with TemporaryDirectory() as scratch:
        keep = options.keep or Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        for list_id in options.list or FORMATS:
            for folder in _newest_of_each_layout(options.lists / _FOLDERS.get(list_id, list_id)):
                if time.monotonic() > end:
                    left_out += 1
                    continue
                wrong = list(fuzz(FORMATS[list_id], folder, options.number, keep))
                total += len(wrong)
                print(
                    f"{list_id} {folder.name}: {options.number} mutants, {len(wrong)} found",
                    flush=True,
                )
                for line in wrong:
                    print(f"  {line}", flush=True)
    if left_out:
        print(f"{left_out} snapshots were not tried for want of time")
    return int(total > 0)


if __name__ == "__main__":
    sys.exit(main())
