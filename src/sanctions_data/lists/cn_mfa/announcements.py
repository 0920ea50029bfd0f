"""The announcements of China's ministries, each a text with the row of a table beside it.

Nobody publishes these lists as a whole: each announcement names its parties. A third party keeps
the texts (``reference-docs``) and a table (``measures.csv``) that says of each its number, its
days and its address. Parties and measures are read from the text, as the table lacks some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.lists.common.csv_files.header_rows import read_header_rows
from sanctions_data.lists.common.entry import Act
from sanctions_data.lists.common.partial_dates import parse_day
from sanctions_data.lists.common.read_report import ReadReport

FILE = "measures.csv"
_COLUMNS = ("file", "document_id", "publish_date", "effective_date")
_NUMBER = re.compile(r"(?<!\d)(\d{1,9})号")


@dataclass(frozen=True, slots=True)
class Announcement:
    """One announcement: ``key`` is folder and name of its text, ``number`` its number of a year."""

    key: str
    number: int
    published_on: date
    in_force_on: date
    text: str

    @property
    def folder(self) -> str:
        """The folder of the text, which says what kind of list the announcement is of."""
        return self.key.partition("/")[0]

    def act(self, pattern: str) -> Act:
        """The announcement as an act; ``pattern`` is how its ministry numbers its acts."""
        number = pattern.format(number=self.number, year=self.published_on.year)
        return Act(number, self.published_on, self.in_force_on)


def announcements(
    folder: Path, kinds: tuple[str, ...], report: ReadReport
) -> Iterator[Announcement]:
    """Yield the announcements of some kinds, in order of their days.

    Args:
        folder: the snapshot.
        kinds: the folders in which their texts are.
        report: receives an error for a table or a text that cannot be read.

    Example:
        >>> report = ReadReport("cn-mfa")
        >>> list(announcements(Path("no-such-folder"), ("anti-sanction-list",), report))
        []
    """
    found: dict[str, Announcement] = {}
    for where, row in read_header_rows(folder / FILE, _COLUMNS, report):
        if not _is_plain(row["file"]):
            report.error(where, f"found {row['file'][:200]!r}, expected a path within the snapshot")
            continue
        path = Path(row["file"]).with_suffix("")
        key = f"{path.parent.name}/{path.name}"
        if path.parent.name not in kinds or key in found:
            continue
        if announcement := _announcement(folder / "reference-docs" / path, key, where, row, report):
            found[key] = announcement
    yield from sorted(found.values(), key=lambda each: (each.published_on, each.key))


def _is_plain(path: str) -> bool:
    """Whether a path names a file below the folder: the table comes from others, as the list."""
    parts = path.split("/")
    return not set(path) & set("\\\0:") and not {"", ".", ".."} & set(parts)


def _announcement(
    stem: Path, key: str, where: str, row: dict[str, str], report: ReadReport
) -> Announcement | None:
    number = _NUMBER.search(row["document_id"])
    published, in_force = parse_day(row["publish_date"]), parse_day(row["effective_date"])
    if not number or not published or not in_force:
        report.error(
            where,
            f"found {row['document_id']!r}, {row['publish_date']!r}, {row['effective_date']!r}, "
            "expected a number such as 第4号 and two days; fix the row or get the file again",
        )
        return None
    path = stem.with_name(f"{stem.name}.md")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        report.error(where, f"the text {key}.md cannot be read ({error}); get it again")
        return None
    return Announcement(key, int(number[1]), published, in_force, text.replace("\u200c", ""))
