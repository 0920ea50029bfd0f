"""Rules about what programs leave in a cell: spreadsheets, web pages, wrong encodings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.spreadsheet_cells import describe_loss
from sanctions_data.validation.rules.text_columns import find_cells
from sanctions_data.validation.rules.words.our_words import find_ours

_HTML = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});|</?[A-Za-z][^<>]*>|<!--")
_ESCAPE = re.compile(
    r"%[0-9A-Fa-f]{2}(?![0-9.,]*\s?(?:of|per)\b)|\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[nrt]\b)"
)
_MARKDOWN = re.compile(r"\]\(https?:|\[\[|\*\*\w|```|^#{1,6} ")
_NOT_ASCII = re.compile("[\u0080-\uffff]{2,}")
# What is left of two bytes of a letter where a program dropped one that it could not show.
_HALF_READ = re.compile("(?:[ÃÂÐÑØÙ][ÃÂÐÑØÙ\u0080-\u00bf]){2}|[ÐÑ]{2}")
_LOST_LETTER = re.compile(r"\w\?\w|\?{2,}|\ufffd")


@rule(
    "spreadsheet-trace",
    "A cell holds its value, and not what a spreadsheet made of it.",
    "What a spreadsheet could not hold is lost: an error in place of a value, a rounded number.",
)
def spreadsheet_trace(context: Context) -> Iterator[Finding]:
    """Errors such as #REF!, a row of #, numbers in powers of ten, an apostrophe before a digit."""
    screen = r"^(?:#|-?\d(?:[.,]\d+)?E\+|'\d)"
    for table, row, column, value in find_cells(
        context,
        screen,
        lambda value: describe_loss(value) is not None,
        lambda value: value.startswith("'"),
    ):
        _, problem, hint = describe_loss(value) or (
            "",
            "an apostrophe, by which a spreadsheet marks text",
            "remove it",
        )
        yield Finding(table, row, column, problem, hint)


@rule(
    "markup-trace",
    "A cell is plain text: no HTML, no escapes, no letters that were read in a wrong encoding.",
    "A reader sees the signs, and a program may run them.",
)
def markup_trace(context: Context) -> Iterator[Finding]:
    """HTML and its entities, percent and backslash escapes, Markdown, Ã¼ for ü, ? for a letter."""
    screen = r"[&%<\\\[*`?]|^#|[^ -~]"
    for table, row, column, value in find_ours(context, screen, lambda v: _describe(v) is not None):
        problem, hint = _describe(value) or ("", "")
        yield Finding(table, row, column, problem, hint)


def _describe(value: str) -> tuple[str, str] | None:
    for pattern, what in ((_HTML, "HTML"), (_ESCAPE, "an escape"), (_MARKDOWN, "Markdown")):
        if found := pattern.search(value):
            return f"the cell holds {what}, {found[0][:20]!r}", "write the letters themselves"
    if _LOST_LETTER.search(value):
        return "a question mark stands in place of a letter", "type the word again"
    if _HALF_READ.search(value) and not repair(value):
        return "letters were read in a wrong encoding", "copy the text anew, as UTF-8"
    if meant := repair(value):
        return "letters were read in a wrong encoding", f"write {meant}"
    return None


def repair(value: str) -> str:
    """What was meant by a text that was read in a wrong encoding; empty if it was not.

    Example:
        >>> repair("MÃ¼ller"), repair("Müller")
        ('Müller', '')
    """
    for run in _NOT_ASCII.findall(value):
        for encoding in ("cp1252", "latin-1"):
            try:
                meant = run.encode(encoding).decode("utf-8")
            except UnicodeError:
                continue
            return str(value.replace(run, meant))
    return ""
