"""What a query is compared with stands in the order of the tables."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.names.fold import fold_name, fold_number
from sanctions_data.query.edition import Edition
from sanctions_data.query.lookup.folded import folded_listings, folded_names, folded_numbers


def test_each_row_is_folded(sound_folder: Path) -> None:
    root = sound_folder.parent
    (root / "datapackage.json").write_bytes(Path("datapackage.json").read_bytes())
    edition = Edition(root)
    names = edition.load("entity_names")["name"].tolist()
    assert folded_names(edition).folded.to_pylist() == [fold_name(name) for name in names]
    numbers = edition.load("entity_identifiers")["value"].tolist()
    assert folded_numbers(edition).folded.to_pylist() == [fold_number(number) for number in numbers]
    ids = edition.load("listings")["listing_id"].tolist()
    assert folded_listings(edition).folded_id.to_pylist() == [each.casefold() for each in ids]
    names_file = sound_folder / "entity_names.csv"
    text = names_file.read_text(encoding="utf-8").replace("Anna Person", "Änna Person")
    names_file.write_text(text, encoding="utf-8")
    assert "anna person" in folded_names(edition).folded.to_pylist()
    assert edition.load("entity_names")["name"].tolist() != names
