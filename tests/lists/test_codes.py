"""The codes that readers use are those of the vocabularies."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.schema import vocabularies as v
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path, data_folder

# Two lists are made of one folder of texts.
FOLDERS = dict.fromkeys(("cn-mfa", "cn-mofcom"), "cn-countermeasures")


def unknown_codes(entry: Entry) -> set[str]:
    """Codes of an entry that no vocabulary knows."""
    used = (
        ({entry.kind}, v.ENTITY_KIND),
        ({entry.precision}, v.DATE_PRECISION),
        ({name.type for name in entry.names}, v.NAME_TYPE),
        ({identifier.type for identifier in entry.identifiers}, v.IDENTIFIER_TYPE),
        ({attribute.name for attribute in entry.attributes}, v.ATTRIBUTE),
        ({reference.list_id for reference in entry.references}, FORMATS),
    )
    return {code for codes, vocabulary in used for code in codes - vocabulary.keys()}


@pytest.mark.parametrize("list_id", sorted(FORMATS))
def test_codes_of_every_real_entry(official_lists: Path, list_id: str) -> None:
    assert FORMATS[list_id].list_id == list_id
    sources = read_text(csv_path(data_folder(), "sources"))
    imported = sources[(sources["list_id"] == list_id) & sources["sha256"].notna()]
    of_list = official_lists / FOLDERS.get(list_id, list_id)
    stored = sorted(each.name for each in of_list.glob("2*-*-*"))
    if not stored:
        pytest.skip(f"no real file of {list_id} is at hand")
    folder = of_list / max(imported["published_on"], default=stored[-1])
    entries = list(FORMATS[list_id].read(folder, ReadReport(list_id)))
    assert entries
    for entry in entries:
        assert unknown_codes(entry) == set(), entry.position
        assert entry.ref and entry.names, entry.position
        assert [name.type for name in entry.names].count("primary") == 1, entry.position
        assert entry.names[0].type == "primary", entry.position
