"""No reader yields two entries under one reference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.common.repeats import without_repeats

# OFAC's files and the Russian page have rules of their own for what comes twice.
OTHERS = {"us-ofac-cons", "us-ofac-sdn", "ru-mfa"}


def test_repeats_are_left_out_and_reported() -> None:
    @without_repeats("number")
    def read(folder: Path, report: ReadReport) -> Iterator[Entry]:
        for position, ref in enumerate(["A", "B", "A", "C", "A"], 1):
            yield Entry(ref, "person", (), f"entry {position}")

    report = ReadReport("un-sc")
    assert [entry.position for entry in read(Path(), report)] == ["entry 1", "entry 2", "entry 4"]
    assert [str(problem) for problem in report.errors] == [
        "un-sc: entry 3: found number A again; first at entry 1",
        "un-sc: entry 5: found number A again; first at entry 1",
    ]


@pytest.mark.parametrize("list_id", sorted(FORMATS.keys() - OTHERS))
def test_reader_of_every_other_list_is_guarded(list_id: str) -> None:
    assert hasattr(FORMATS[list_id].read, "__wrapped__")
