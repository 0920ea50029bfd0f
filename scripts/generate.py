"""Write the generated files, or with ``--check`` say which are stale (exit code 1)."""

from __future__ import annotations

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sanctions_data
from sanctions_data.cli.app import app
from sanctions_data.generate.answer_schemas import FOLDER as SCHEMAS
from sanctions_data.generate.answer_schemas import answer_schemas
from sanctions_data.generate.generated_files import (
    find_differing,
    find_stale,
    only_lack_rows,
    write_generated_files,
)
from sanctions_data.generate.llms_text import LLMS, Told, llms_text
from sanctions_data.generate.rule_pages import FOLDER, rule_pages
from sanctions_data.tables.atomic import write_atomically

ROOT = Path(__file__).resolve().parent.parent


def commands() -> Iterator[Told]:
    """Every command: its name, where it is defined, and what it does."""
    for command in app.registered_commands:
        if command.callback is not None:
            yield told(command.name or command.callback.__name__, command.callback)


def functions() -> Iterator[Told]:
    """Every public function of the package, likewise."""
    for name in sanctions_data.__all__:
        yield told(name, getattr(sanctions_data, name))


def told(name: str, function: Callable[..., Any]) -> Told:
    """A name, the file that it is in below the checkout, and the first line of its docstring."""
    source = Path(inspect.getfile(inspect.unwrap(function))).resolve()
    return name, source.relative_to(ROOT).as_posix(), str(inspect.getdoc(function)).split("\n")[0]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    parser.add_argument(
        "--rows", action="store_true", help="also fail where only counts of rows are stale"
    )
    arguments = parser.parse_args()
    pages = {
        **rule_pages(),
        **answer_schemas(ROOT),
        LLMS: llms_text(ROOT, list(commands()), list(functions())),
    }
    if not arguments.check:
        write_generated_files(ROOT)
        for folder in (FOLDER, SCHEMAS):
            (ROOT / folder).mkdir(parents=True, exist_ok=True)
        for path in find_differing(ROOT, pages):
            write_atomically(ROOT / path, pages[path])
        return 0
    stale = find_stale(ROOT)
    counted = [] if arguments.rows else only_lack_rows(ROOT, stale)
    for path in counted:
        print(f"{path}: its counts are of older rows; the next update or release makes it anew")
    outdated = [p for p in (*stale, *find_differing(ROOT, pages)) if p not in counted]
    for path in outdated:
        print(f"{path}: stale; run 'python scripts/generate.py' and commit the result")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
