"""The Tab key completes while it is asked for, and does what it did before afterwards."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from sanctions_data.contribute.tab_completion import offer_completions

readline = pytest.importorskip("readline")


def completions(text: str) -> list[str]:
    complete = readline.get_completer()
    found = []
    while (word := complete(text, len(found))) is not None:
        found.append(word)
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("gb", ["gb-fcdo", "gb"], id="two, in the order given"),
        pytest.param("gb-", ["gb-fcdo"], id="one"),
        pytest.param("", ["gb-fcdo", "eu", "gb"], id="all"),
        pytest.param("x", [], id="none"),
    ],
)
def test_words_that_begin_so(text: str, found: list[str]) -> None:
    with offer_completions(["gb-fcdo", "eu", "gb"]):
        assert completions(text) == found


def test_a_word_with_a_hyphen_is_completed_as_one() -> None:
    with offer_completions(["gb-fcdo"]):
        assert readline.get_completer_delims() == "\n"


def test_what_was_there_before_is_there_again_even_after_an_error() -> None:
    before = readline.get_completer(), readline.get_completer_delims()
    with pytest.raises(KeyboardInterrupt), offer_completions(["gb"]):
        raise KeyboardInterrupt
    assert (readline.get_completer(), readline.get_completer_delims()) == before


def test_without_readline_questions_work(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "readline":
            raise ImportError(name)
        return real(name, *arguments, **options)

    before = readline.get_completer()
    monkeypatch.setattr(builtins, "__import__", refuse)
    with offer_completions(["gb"]):
        assert readline.get_completer() is before
