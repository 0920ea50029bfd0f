"""Begin the reader of another official list: its folder, its test, and its place in the house.

    python scripts/new_list.py xx-body "The list of Utopia's Ministry of Peace"

writes a reader that yields nothing yet and a test that fails until it does, registers both, and
says what is left to do. Nothing that is there is overwritten.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST_ID = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)+")

INIT = '''"""Reader of {title}."""

from __future__ import annotations

from sanctions_data.lists.{folder}.reader import FORMAT

__all__ = ["FORMAT"]
'''

READER = '''"""Reader of {title}.

Say here what a reader must know of the file: what one entry is, what states a measure, from when.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import Entry, ListFile, ListFormat
from sanctions_data.lists.common.list_files import locate_file
from sanctions_data.lists.common.read_report import ReadReport

FILE = "list.csv"
URL = ""


@checked_read("reference")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the entries of the list in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("{list_id}")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    path = locate_file(folder, FILE)
    if not path.is_file():
        report.error(path.name, "the file cannot be read")
        return
    yield from ()


FORMAT = ListFormat("{list_id}", (ListFile(FILE, URL, is_served=bool(URL)),), read, is_tried=False)
'''

TEST = '''"""{heading}."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport


def read(folder: Path, text: str) -> tuple[list[Entry], ReadReport]:
    (folder / "list.csv").write_text(text, encoding="utf-8")
    report = ReadReport("{list_id}")
    return list(FORMATS["{list_id}"].read(folder, report)), report


def test_an_entry(tmp_path: Path) -> None:
    [entry], report = read(tmp_path, "a small file in the publisher's layout, of made-up parties")
    assert report.problems == []
    assert entry.ref


def test_the_real_file(official_lists: Path) -> None:
    folder = max((official_lists / "{list_id}").glob("2*"))
    report = ReadReport("{list_id}")
    entries = list(FORMATS["{list_id}"].read(folder, report))
    assert entries and not report.errors
'''

LEFT = """Left to do for {list_id}, as CONTRIBUTING.md says under "A new official list":
  src/sanctions_data/lists/{folder}/reader.py    read the file
  tests/lists/{folder}/test_reader.py            made-up entries, broken files, the real file
  data/lists.csv, programmes.csv, instruments.csv, source_terms.csv, programme_measures.csv
  docs/lists.md                                  what a reader of the rows must know
"""


def add_list(root: Path, list_id: str, title: str) -> list[Path]:
    """Write the files of a new list below ``root``, and register it.

    Returns:
        The files that were written or changed.

    Raises:
        ValueError: the id has another form, or the list is there already.
    """
    if not LIST_ID.fullmatch(list_id):
        raise ValueError(f"found list {list_id!r}, expected state and body, such as gb-fcdo")
    folder = list_id.replace("-", "_")
    reader = root / "src" / "sanctions_data" / "lists" / folder
    if reader.exists():
        raise ValueError(f"{reader} is there already; choose another id")
    words = {
        "list_id": list_id,
        "folder": folder,
        "title": title[:1].lower() + title[1:],
        "heading": title[:1].upper() + title[1:],
    }
    written = {
        reader / "__init__.py": INIT.format(**words),
        reader / "reader.py": READER.format(**words),
        root / "tests" / "lists" / folder / "test_reader.py": TEST.format(**words),
        root / "src" / "sanctions_data" / "lists" / "__init__.py": "",
        root / "pyproject.toml": "",
    }
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or _register(path, folder), encoding="utf-8")
    return list(written)


def _register(path: Path, folder: str) -> str:
    """The text of a file that names all lists, with another one in its place by the alphabet."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    form = '  "sanctions_data.lists.{}",\n' if path.suffix == ".toml" else None
    for pattern in [form] if form else ["    {},\n", "        {},\n"]:
        named = re.compile(
            f"{re.escape(pattern).replace(re.escape('{}'), '([a-z0-9]+_[a-z0-9_]+)')}$"
        )
        places = [n for n, line in enumerate(lines) if named.match(line)]
        after = [n for n in places if named.match(lines[n])[1] < folder]  # type: ignore[index]
        lines.insert(max(after, default=places[0] - 1) + 1, pattern.format(folder))
    return "".join(lines)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Begin the reader of another official list.")
    parser.add_argument("list_id", help="state and body, such as gb-fcdo")
    parser.add_argument("title", help="what the list is, for the first line of its reader")
    options = parser.parse_args()
    try:
        for path in add_list(ROOT, options.list_id, options.title):
            print(path.relative_to(ROOT))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    print(LEFT.format(list_id=options.list_id, folder=options.list_id.replace("-", "_")))
    return 0


if __name__ == "__main__":
    sys.exit(main())
