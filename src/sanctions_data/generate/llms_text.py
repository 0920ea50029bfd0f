"""``docs/llms.txt``: what there is, for a language model, in the form of llmstxt.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from sanctions_data.schema import TABLES

LLMS = Path("docs/llms.txt")
_FILES = "https://raw.githubusercontent.com/sanctions-data/sanctions-data/main/"
_PAGES = ("docs/guides/*.md", "README.md", "CONTRIBUTING.md", "docs/*.md")
# Beside what helps to ask and to answer.
_OPTIONAL = ("docs/rules/README.md", "benchmarks/README.md", "SECURITY.md", "CHANGELOG.md")
_FRONT = "docs/index.md"  # It only leads to the others.
# Name, file that it is in, and what it does.
Told = tuple[str, str, str]


def llms_text(root: Path, commands: Iterable[Told], functions: Iterable[Told]) -> bytes:
    """What there is: pages, tables, commands and functions, each with a link and a sentence.

    It counts no rows, so that an update of the lists leaves it as it is.

    Args:
        root: a checkout.
        commands: of the command line: name, file below ``root``, what it does.
        functions: of the package, likewise.
    """
    pages = dict.fromkeys(
        path.relative_to(root).as_posix() for each in _PAGES for path in sorted(root.glob(each))
    )
    pages.pop(_FRONT, None)
    tables = [
        (name, f"data/{name}.csv", f"{table.description} Columns: {', '.join(table.header)}.")
        for name, table in TABLES.items()
    ]
    sections: Mapping[str, Iterable[Told]] = {
        "Pages": [_page(root, path) for path in pages],
        "Tables": tables,
        "Commands": [(f"sanctions-data {name}", path, does) for name, path, does in commands],
        "Python functions": [
            (f"sanctions_data.{name}", path, does) for name, path, does in functions
        ],
        "Optional": [_page(root, path) for path in _OPTIONAL if (root / path).is_file()],
    }
    listed = [f"## {title}\n\n{_list(entries)}\n" for title, entries in sections.items()]
    return "\n".join([_introduction(root), *listed]).encode("utf-8")


def _introduction(root: Path) -> str:
    first = _paragraphs((root / "README.md").read_text(encoding="utf-8"))[0]
    return f"""# sanctions-data

> {first}

Install it from a clone with `pip install .`; everything but `sanctions-data update` and \
`sanctions_data.fetch` works offline.

- A question by day has three answers: in force, not in force, and cannot be told. Never take the \
third for one of the others.
- Name the `measure_id`, the act, the source and the version of the data with every answer; \
`evidence` says whether the act was read (`primary`), a report (`secondary`) or neither.
- Absence from these tables proves nothing, and a name is not a person.
"""


def _page(root: Path, path: str) -> Told:
    text = (root / path).read_text(encoding="utf-8")
    title = next(line[2:] for line in text.splitlines() if line.startswith("# "))
    return title, path, _sentence(_paragraphs(text)[0])


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a page in plain words: no headings, comments, lists, tables or links."""
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    prose = [part for part in parts if not re.match(r"[#<|!-]|```|$", part)]
    plain = [re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", part) for part in prose]
    return [part.replace("**", "") for part in plain]


def _sentence(paragraph: str) -> str:
    found = re.match(r".{25,}?[.?!:](?=\s|$)", paragraph)
    return (found[0] if found else paragraph).removesuffix(":")


def _list(entries: Iterable[Told]) -> str:
    return "\n".join(f"- [{name}]({_FILES}{path}): {told}" for name, path, told in entries)
