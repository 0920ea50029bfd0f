"""Reader of what the Russian Foreign Ministry publishes of foreigners barred from entry.

There are a page of US citizens (``page.py``), a page of British ones, and announcements of US,
British, Canadian, Australian and New Zealand citizens. An announcement says on its day that the
persons whom it names may not enter from now on, so that day is the start, and its number is that
of the act. A page gives no day for anybody. No text says that anybody may enter again, and none is
whole but that of its own state: that somebody is missing says nothing (``docs/lists.md``).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sanctions_data.lists.common.checked_read import checked_read
from sanctions_data.lists.common.entry import EVERYTHING, Entry, ListFile, ListFormat
from sanctions_data.lists.common.list_files import find_file, find_files, locate_file
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.documents import Document, read_document
from sanctions_data.lists.ru_mfa.page import read_page
from sanctions_data.lists.ru_mfa.parties import Parties

FILE = "page-text.txt"
URL = "https://mid.ru/ru/maps/us/1814243/"
PAGE_OF_US_CITIZENS = "reference-docs/full-list/us-*.md"
PAGE_OF_BRITISH_CITIZENS = "reference-docs/full-list/uk-*.md"
ANNOUNCEMENTS = "reference-docs/announcements/*.md"


@checked_read("name")
def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
    """Yield the persons of the texts in ``folder``; what is wrong goes into ``report``.

    Example:
        >>> report = ReadReport("ru-mfa")
        >>> list(read(Path("no-such-folder"), report)), len(report.errors)
        ([], 1)
    """
    texts = [
        path
        for name in (ANNOUNCEMENTS, PAGE_OF_BRITISH_CITIZENS)
        for path in find_files(folder, name)
    ]
    page = find_file(folder, FILE, PAGE_OF_US_CITIZENS)
    parties = Parties(report)
    if page or not texts:
        for entry in read_page(page or locate_file(folder, FILE), report):
            parties.add_entry(entry)
    read_texts = (read_document(path, report) for path in texts)
    for document in sorted(filter(None, read_texts), key=_first_the_dated):
        parties.add_document(document)
    yield from parties.entries()


def _first_the_dated(document: Document) -> tuple[bool, str, str]:
    """Announcements by day, then pages: who is announced has the first day on which one was."""
    return not document.number, document.day.isoformat(), document.number


# One text prints a name in capitals that another does not: that a spelling is missing says nothing.
_UNDATED = EVERYTHING - {"dates", "other_names"}

FORMAT = ListFormat(
    "ru-mfa",
    (
        ListFile(FILE, URL, carries=_UNDATED),
        ListFile(PAGE_OF_US_CITIZENS, "", optional=True, is_served=False, carries=_UNDATED),
        ListFile(
            PAGE_OF_BRITISH_CITIZENS,
            "",
            optional=True,
            is_served=False,
            carries=_UNDATED - {"details"},
        ),
        ListFile(
            ANNOUNCEMENTS,
            "",
            optional=True,
            is_served=False,
            carries=EVERYTHING - {"details", "other_names"},
            is_many=True,
        ),
    ),
    read,
    mains=((FILE,), (ANNOUNCEMENTS,)),
    is_ever_whole=False,
)
