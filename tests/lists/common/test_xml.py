"""Official XML is untrusted input."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from sanctions_data.lists.common.read_report import ListError, ReadReport
from sanctions_data.lists.common.xml import records, text_of, texts_of

BOMB = (
    b'<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><list><item>&c;</item></list>'
)


def read(path: Path) -> tuple[list[str], ReadReport]:
    report = ReadReport("un-sc")
    texts = [text_of(item, ".") for item in records(path, ("item",), "list", report)]
    return texts, report


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "list.xml"
    path.write_bytes(content)
    return path


def test_records_come_one_by_one_and_are_forgotten(tmp_path: Path) -> None:
    path = written(tmp_path, b"<list>" + b"<item><a>1</a></item>" * 500 + b"</list>")
    report = ReadReport("un-sc")
    kept = list(records(path, ("item",), "list", report))
    assert len(kept) == 500 and not report.problems
    assert all(len(item) == 0 for item in kept)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "broken", id="empty file"),
        pytest.param(b"<list></list>", "found no <item>", id="no records"),
        pytest.param(b"<list><item>x</item>", "broken", id="cut off"),
        pytest.param(b"<html><body>404</body></html>", "<html>", id="error page"),
        pytest.param(b"not xml", "broken", id="text"),
        pytest.param(b"<list><item>a\0b</item></list>", "broken", id="NUL"),
        pytest.param(b"<list><item>\xff\xfe\xfa</item></list>", "broken", id="bytes not UTF-8"),
        pytest.param(
            b'<?xml version="1.0" encoding="no-such-code"?><list><item/></list>',
            "broken",
            id="unknown encoding",
        ),
        pytest.param(BOMB, "document type", id="entity bomb"),
        pytest.param(
            b'<!DOCTYPE list [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
            b"<list><item>&x;</item></list>",
            "document type",
            id="external entity",
        ),
        pytest.param(
            b'<!DOCTYPE list SYSTEM "https://example.org/list.dtd"><list><item>x</item></list>',
            "document type",
            id="external document type",
        ),
        pytest.param(b"<list><item>&nothing;</item></list>", "broken", id="unknown entity"),
        pytest.param(
            b"<list><item>" + b"x" * 11_000_000 + b"</item></list>", "broken", id="huge cell"
        ),
    ],
)
def test_bad_input_is_one_clear_error(tmp_path: Path, content: bytes, message: str) -> None:
    _, report = read(written(tmp_path, content))
    (problem,) = report.errors
    assert "list.xml" in str(problem) and message in str(problem)
    with pytest.raises(ListError, match=r"un-sc was not imported"):
        report.raise_errors()


def test_missing_file_and_folder_are_errors(tmp_path: Path) -> None:
    for path in (tmp_path / "list.xml", tmp_path):
        _, report = read(path)
        (problem,) = report.errors
        assert "cannot be read" in str(problem)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_a_declared_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    content = f'<?xml version="1.0" encoding="{declared}"?><list><item>Café</item></list>'
    texts, report = read(written(tmp_path, content.encode(encoding)))
    assert texts == ["Café"] and not report.problems


def test_records_before_a_break_are_followed_by_an_error(tmp_path: Path) -> None:
    texts, report = read(written(tmp_path, b"<list><item>one</item>\n<item>two</wrong></list>"))
    assert texts == ["one"]
    assert "list.xml:2" in str(report.errors[0])


def test_comments_and_instructions_are_passed_over(tmp_path: Path) -> None:
    texts, _ = read(written(tmp_path, b"<list><!-- a --><item>o<!-- b -->ne<?pi x?></item></list>"))
    assert texts == ["one"]


def test_texts_are_tidied_and_not_repeated() -> None:
    element = etree.fromstring("<e><a> x </a><a>x</a><a/><a>\n</a><a>y  z</a></e>")
    assert texts_of(element, "a") == ["x", "y z"]
    assert text_of(element, "a") == "x"
    assert text_of(element, "b") == ""
