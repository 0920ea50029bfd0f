"""Tables of words beside the readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data import lists
from sanctions_data.lists.common.words import load_words


def write(folder: Path, text: str) -> str:
    (folder / "words.toml").write_text(text, encoding="utf-8")
    return str(folder / "reader.py")


def test_each_word_leads_to_its_code_in_the_order_of_the_file(tmp_path: Path) -> None:
    module = write(tmp_path, '[attributes]\ntitle = ["b", "a"]\nflag = ["c"]\n')
    assert list(load_words(module)["attributes"].items()) == [
        ("b", "title"),
        ("a", "title"),
        ("c", "flag"),
    ]


def test_a_list_that_prints_its_words_in_two_ways_has_two_sections(tmp_path: Path) -> None:
    module = write(tmp_path, '[kinds-a]\nperson = ["p"]\n[kinds-b]\nperson = ["P"]\n')
    assert load_words(module) == {"kinds-a": {"p": "person"}, "kinds-b": {"P": "person"}}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('[kinds]\nperson = ["p"]\nhuman = ["h"]', "code 'human'", id="code"),
        pytest.param('[countries]\nNA = ["namibia"]\nXX = ["x"]', "code 'XX'", id="country"),
        pytest.param('[sorts]\nperson = ["p"]', "section 'sorts'", id="section"),
        pytest.param('[kinds]\nperson = ["p"]\nvessel = ["p"]', "found 'p' under", id="two codes"),
    ],
)
def test_a_table_that_is_wrong_is_refused_when_it_is_loaded(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        load_words(write(tmp_path, text))


@pytest.mark.parametrize(
    "path",
    sorted(Path(lists.__file__).parent.rglob("*.toml")),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_every_table_says_where_its_words_come_from(path: Path) -> None:
    assert "# Source: " in path.read_text(encoding="utf-8")
