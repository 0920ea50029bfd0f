"""What is checked of every list: references that come twice, and the share of odd entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.checked_read import MAX_ODD_ENTRIES, MAX_ODD_SHARE, checked_read
from sanctions_data.lists.common.entry import Entry, Name
from sanctions_data.lists.common.fit_cells import MAX_LENGTH
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.schema import TABLES

Read = Callable[[Path, ReadReport], Iterator[Entry]]


def entry(ref: str, position: str) -> Entry:
    return Entry(ref, "person", (Name("Ada Example"),), position)


def reader(*, sound: int, odd: int, left_out: bool = True) -> Read:
    """A reader of a list with so many entries of either sort."""

    @checked_read("number")
    def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
        for number in range(odd):
            position = f"odd {number}"
            report.odd(position, "found no name", left_out=f"O{number}" if left_out else "")
            report.odd(position, "found no date")
            if not left_out:
                yield entry(f"O{number}", position)
        for number in range(sound):
            yield entry(f"S{number}", f"sound {number}")

    return read


def test_repeats_are_left_out_and_told() -> None:
    @checked_read("number")
    def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
        for position, ref in enumerate(["A", "B", "A", "C", "A"], 1):
            yield entry(ref, f"entry {position}")

    report = ReadReport("un-sc")
    assert [each.position for each in read(Path(), report)] == ["entry 1", "entry 2", "entry 4"]
    assert report.errors == []
    assert [str(problem) for problem in report.problems] == [
        "un-sc: entry 3: found number A again, first at entry 1; this one was left out",
        "un-sc: entry 5: found number A again, first at entry 1; this one was left out",
    ]


@pytest.mark.parametrize("list_id", sorted(FORMATS))
def test_reader_of_every_list_is_checked(list_id: str) -> None:
    assert hasattr(FORMATS[list_id].read, "__wrapped__")


@pytest.mark.parametrize("left_out", [True, False], ids=["left out", "imported in part"])
@pytest.mark.parametrize(
    ("sound", "odd", "is_refused"),
    [
        pytest.param(1000, 0, False, id="none"),
        pytest.param(10, MAX_ODD_ENTRIES, False, id="few in a short list"),
        pytest.param(100, MAX_ODD_ENTRIES + 1, True, id="many in a short list"),
        pytest.param(1000, int(1000 * MAX_ODD_SHARE), False, id="few in a long list"),
        pytest.param(1000, int(1000 * MAX_ODD_SHARE) + 2, True, id="many in a long list"),
    ],
)
def test_a_list_of_many_odd_entries_is_refused(
    sound: int, odd: int, is_refused: bool, left_out: bool
) -> None:
    report = ReadReport("un-sc")
    sound -= 0 if left_out else odd
    read = list(reader(sound=sound, odd=odd, left_out=left_out)(Path(), report))
    assert len(read) == sound + (0 if left_out else odd)
    assert len(report.odd_entries) == odd
    assert bool(report.errors) == is_refused
    assert not is_refused or "the publisher has changed the format" in report.errors[0].message


def test_a_list_without_an_entry_that_can_be_read_is_refused() -> None:
    report = ReadReport("un-sc")
    assert list(reader(sound=0, odd=1)(Path(), report)) == []
    [problem] = report.errors
    assert "found no entry that can be read" in problem.message


def test_references_of_entries_that_were_left_out_are_known() -> None:
    report = ReadReport("un-sc")
    list(reader(sound=10, odd=2)(Path(), report))
    assert report.left_out == {"O0": "odd 0", "O1": "odd 1"}


def test_the_longest_text_is_that_of_our_tables() -> None:
    cells = (
        ("entity_names", "name"),
        ("entity_identifiers", "value"),
        ("entity_attributes", "value"),
    )
    assert {TABLES[table].column(column).max_length for table, column in cells} == {MAX_LENGTH}


def test_a_name_that_is_too_long_is_left_out_and_told() -> None:
    @checked_read("number")
    def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
        names = (Name("Ada Example"), Name("x" * 501, "alias"), Name("y" * 500, "alias"))
        yield Entry("1", "person", names, "entry 1")
        yield Entry("2", "person", (Name("Bay " * 200),), "entry 2")

    report = ReadReport("un-sc")
    first, second = read(Path(), report)
    assert [len(name.text) for name in first.names] == [11, 500]
    assert len(second.names[0].text) <= 500 and second.names[0].text.endswith("Bay")
    assert [problem.position for problem in report.problems] == ["entry 1", "entry 2"]
    assert report.errors == []
