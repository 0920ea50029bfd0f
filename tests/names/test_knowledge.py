"""Files of knowledge: what fits is read, and what does not is named with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from sanctions_data.names.knowledge import KnowledgeError, parse_knowledge


@dataclass(frozen=True)
class Part:
    name: str
    size: int


@dataclass(frozen=True)
class Whole:
    points: int
    share: float
    words: frozenset[str]
    parts: tuple[Part, ...]
    groups: Mapping[str, tuple[str, ...]]
    main: Part


GOOD = """
points = -40
share = 18.5
words = ["a", "b"]
groups = { one = ["x", "y"], two = [] }
main = { name = "m", size = 1 }
[[parts]]
name = "p"
size = 2
"""


def test_every_kind_of_field_is_read() -> None:
    found = parse_knowledge(GOOD, "x.toml", Whole)
    assert found == Whole(
        -40, 18.5, frozenset("ab"), (Part("p", 2),), {"one": ("x", "y"), "two": ()}, Part("m", 1)
    )


def test_a_whole_number_will_do_for_a_number() -> None:
    found = parse_knowledge(GOOD.replace("18.5", "18"), "x.toml", Whole)
    assert found.share == 18
    assert isinstance(found.share, float)


def test_what_was_read_cannot_be_changed() -> None:
    found = parse_knowledge(GOOD, "x.toml", Whole)
    with pytest.raises(TypeError):
        found.groups["one"] = ()  # type: ignore[index]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("points", "point", "x.toml: found the key point, which .* mean points?",
                     id="a key that is near"),
        pytest.param("points", "zzz", "key zzz, .* one of points, share, words", id="no such key"),
        pytest.param("share = 18.5\n", "", "x.toml: share is missing; add it", id="a key left out"),
        pytest.param("-40", "true", "points: found True, expected a whole", id="truth value"),
        pytest.param("-40", "4.5", "points: found 4.5, expected a whole number", id="fraction"),
        pytest.param("18.5", '"18"', "share: found '18', expected a number", id="text"),
        pytest.param('["a", "b"]', '"a"', "words: found 'a', expected a list", id="no list"),
        pytest.param('["a", "b"]', '["a", 2]', r"words\[1\]: found 2, expected a text",
                     id="a number among texts"),
        pytest.param('["a", "b"]', '["a", "b", "a"]', "words holds 'a' twice", id="a word twice"),
        pytest.param('["x", "y"]', '[["x"]]', r"groups.one\[0\]: found \['x'\], expected a text",
                     id="a list in a list"),
        pytest.param('{ one = ["x", "y"], two = [] }', "3", "groups: found 3, expected a table",
                     id="no table"),
        pytest.param('{ name = "m", size = 1 }', "3", "main: found 3, expected a table",
                     id="no part"),
        pytest.param('"m", size = 1', '"m"', "main.size is missing", id="a key left out in a part"),
        pytest.param("size = 2", "sizes = 2", r"key parts\[0\].sizes, .* mean size?",
                     id="no such key in a part of a list"),
        pytest.param("points =", "points", "x.toml: no valid TOML: .*line 2", id="no TOML"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(KnowledgeError, match=message):
        parse_knowledge(GOOD.replace(old, new, 1), "x.toml", Whole)
