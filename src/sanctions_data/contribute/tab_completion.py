"""Completion with the Tab key, where the terminal and the installed Python can do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager


@contextmanager
def offer_completions(words: Sequence[str]) -> Iterator[None]:
    """Let the Tab key complete to one of these words while the block runs."""
    try:
        import readline
    except ImportError:  # Python on Windows has none; the questions work without it.
        yield
        return

    def complete(text: str, state: int) -> str | None:
        begun = [word for word in words if word.startswith(text)]
        return begun[state] if state < len(begun) else None

    before = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(complete)
    readline.set_completer_delims("\n")
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    try:
        yield
    finally:
        readline.set_completer(before[0])
        readline.set_completer_delims(before[1])
