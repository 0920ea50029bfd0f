"""Where the command line prints, and how it says that something is wrong."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

import typer

from sanctions_data.names.visible import make_visible

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console

FOUND_SOMETHING = 1
CANNOT_RUN = 2

P = ParamSpec("P")


def console() -> Console:
    """A console that colours on a terminal only, and is 80 columns wide elsewhere."""
    from sanctions_data.query.plain_console import PlainConsole

    width = None if sys.stdout.isatty() else 80
    return PlainConsole(width=width)


def print_json(content: Any) -> None:
    """Print content as JSON; frames become lists of records, missing cells ``null``."""
    typer.echo(json_text(content, indent=2))


def json_text(content: Any, indent: int | None = None) -> str:
    """Content as JSON that the standard output can hold and a terminal does not obey."""
    is_unicode = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    text = json.dumps(plain_content(content), ensure_ascii=not is_unicode, indent=indent)
    return "".join(map(_escape_obeyed, text)) if make_visible(text) != text else text


def print_csv(rows: pd.DataFrame, *, header: bool = True) -> None:
    """Print rows as CSV, with or without the names of the columns."""
    typer.echo(rows.to_csv(index=False, header=header, lineterminator="\n"), nl=False)


def _escape_obeyed(letter: str) -> str:
    return letter if make_visible(letter) == letter else f"\\u{ord(letter):04x}"


def first_rows(found: pd.DataFrame, limit: int) -> pd.DataFrame:
    """So many rows; all if the limit is 0."""
    return found.head(limit) if limit else found


def print_rows(found: pd.DataFrame, *, as_csv: bool, limit: int = 0) -> None:
    """Print the first rows for a program, as CSV or as JSON with what they stand on.

    That rows were cut off is said on standard error, as no one looks at them.
    """
    shown = first_rows(found, limit)
    print_csv(shown) if as_csv else print_json({**found.attrs, "rows": shown})
    if len(shown) < len(found):
        typer.echo(f"{len(shown):,} of {len(found):,} rows; --limit 0 prints all", err=True)


def print_stands_on(found: pd.DataFrame) -> None:
    """Print what an answer stands on and, where it has no rows, what was searched."""
    from sanctions_data.query.lookup.rendering import render_stands_on
    from sanctions_data.query.stands_on import searched_text

    stands_on = found.attrs["stands_on"]
    if found.empty and (searched := searched_text(stands_on)):
        console().print(f"Searched: {searched}")
    console().print()
    console().print(render_stands_on(stands_on))


def plain_content(content: Any) -> Any:
    """Content as JSON can hold it; frames become lists of records, missing cells None."""
    if isinstance(content, str | int | None):
        return content
    if isinstance(content, dict):
        return {key: plain_content(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [plain_content(value) for value in content]
    return _plain_cell(content)


def _plain_cell(content: Any) -> Any:
    import pandas as pd

    if isinstance(content, pd.DataFrame):
        return [plain_content(row) for row in content.to_dict("records")]
    if isinstance(content, pd.Timestamp):
        return content.date().isoformat()
    if content is pd.NaT or (isinstance(content, float) and pd.isna(content)):
        return None
    if content is pd.NA:
        return None
    return content.item() if hasattr(content, "item") else content


def _words_of(error: Exception) -> str:
    """What an error says; one of the system without its number, the file first."""
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror[0].lower()}{error.strerror[1:]}"
    return str(error)


def reports_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Turn an expected failure into one line on standard error and exit code 2."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except BrokenPipeError:
            # The reader, such as "head", has seen enough. Nothing more can be said to it.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (OSError, ValueError, KeyError) as error:
            typer.echo(make_visible(f"sanctions-data: {_words_of(error)}"), err=True)
            raise typer.Exit(CANNOT_RUN) from None

    return wrapped
