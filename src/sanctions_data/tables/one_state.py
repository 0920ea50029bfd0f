"""Reading several tables as they stood at one moment, while a writer may replace them.

A writer puts its files in place one after the other, within milliseconds. Who reads beside it
would see some tables as they were before and some as they are now. So a question is asked, and
asked again if a file was replaced meanwhile; and if that goes on, it is asked of a copy.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

from sanctions_data.tables.location import root_folder
from sanctions_data.tables.lock import InUseError
from sanctions_data.tables.marker import MARKER
from sanctions_data.tables.regular_file import refuse_special
from sanctions_data.tables.transaction import refuse_unfinished

P = ParamSpec("P")
R = TypeVar("R")
State = tuple[tuple[str, int, int, int], ...]

# After so many answers that a writer came between, a copy is asked.
_QUESTIONS = 2
_COPIES = 200
_DESCRIPTOR, _LICENCE = "datapackage.json", "data/LICENSE.md"


def one_state(ask: Callable[P, R]) -> Callable[P, R]:
    """Make a question see all tables before a change of them, or all after it.

    Args:
        ask: a function that reads the tables of its keyword argument ``root``, and changes
            nothing, so that it can be called again.
    """

    @wraps(ask)
    def asked(*args: P.args, **options: P.kwargs) -> R:
        root = options.get("root")
        base = Path(str(root)) if root else root_folder()
        for _ in range(_QUESTIONS):
            before = settled_state(base)
            try:
                answer = ask(*args, **options)
            except Exception:
                if state_of(base) == before:
                    raise
                continue  # It was about half of a change, such as a party without its name.
            if state_of(base) == before:
                return answer
        with copy_of_one_state(base) as copy:
            options["root"] = copy
            return ask(*args, **options)

    return asked


def state_of(root: Path) -> State:
    """What the file system says of the descriptor and each table; another one if any is replaced.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> state_of(root_folder()) == state_of(root_folder()), state_of(Path("no-such-folder"))
        (True, ())
    """
    found = []
    for path in _files(root):
        with contextlib.suppress(OSError):
            stat = path.stat()
            found.append((path.name, stat.st_ino, stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def settled_state(root: Path) -> State:
    """The state of a folder in which no change is under way.

    Raises:
        UnfinishedChangeError: a change was interrupted.
    """
    while True:
        refuse_unfinished(root)
        state = state_of(root)
        # A change that was under way meanwhile may have been seen half; one that begins now
        # makes another state.
        if not (root / MARKER).exists():
            return state


@contextlib.contextmanager
def copy_of_one_state(root: Path) -> Iterator[Path]:
    """A folder with the tables of one moment, which no writer changes; gone at the end.

    Its files are the same files under another name where the file system can do that, as a
    writer replaces files and never writes into them. Elsewhere they are copied.

    Raises:
        UnfinishedChangeError: a change was interrupted.
        InUseError: the tables are changed without a pause.
        FileNotFoundError: there are no tables.
    """
    if not (root / _DESCRIPTOR).is_file():
        raise FileNotFoundError(f"{root / _DESCRIPTOR}: no such file; name a folder that has it")
    with TemporaryDirectory(prefix="sanctions-data-") as name:
        for number in range(_COPIES):
            copy = Path(name) / str(number)
            before = settled_state(root)
            with contextlib.suppress(FileNotFoundError):
                _copy(root, copy)
                if state_of(root) == before:
                    yield copy
                    return
            shutil.rmtree(copy)
            time.sleep(0.01)
        raise InUseError(f"{root} is changed without a pause; wait until that has ended")


def _files(root: Path) -> list[Path]:
    return [root / _DESCRIPTOR, *sorted((root / "data").glob("*.csv"))]


def _copy(root: Path, copy: Path) -> None:
    (copy / "data").mkdir(parents=True)
    for path in [*_files(root), root / _LICENCE]:
        if not path.exists() and path.name == Path(_LICENCE).name:
            continue
        refuse_special(path)
        target = copy / path.relative_to(root)
        try:
            os.link(path, target)
        except OSError:
            shutil.copy2(path, target)
