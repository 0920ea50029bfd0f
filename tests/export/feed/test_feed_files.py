"""The feed: a program applies it, a reader of feeds takes it, a person understands it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import atoma
import jsonschema
import pytest

from sanctions_data.export.feed.feed_files import write_feed
from sanctions_data.query.edition import Edition

RELEASE = "https://github.com/sanctions-data/sanctions-data/releases/tag/v2026.8.0"
# What JSON Feed 1.1 demands (https://www.jsonfeed.org/version/1.1/).
ADDRESS = {"type": "string", "format": "uri", "pattern": "^https://"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": ADDRESS,
        "authors": {"type": "array", "minItems": 1, "items": {"required": ["name"]}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": ADDRESS,
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {
                        "type": "string",
                        "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$",
                    },
                },
            },
        },
    },
}


@pytest.fixture
def feed(edition: Edition, out: Path) -> Path:
    write_feed(edition, out)
    return out


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_files_of_a_release_and_of_those_who_subscribe(feed: Path) -> None:
    assert {path.relative_to(feed).as_posix() for path in feed.rglob("*.*") if path.is_file()} == {
        "feed.json", "feed.atom", "authorities/gb.json", "authorities/gb.atom",
        "2026.8.0/delta.csv", "2026.8.0/summary.json",
    }  # fmt: skip


def test_the_delta_has_every_cell(feed: Path) -> None:
    with (feed / "2026.8.0" / "delta.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows[0] == ["table", "key", "column", "old", "new"]
    assert ["authorities", "gb", "name", "United Kingdom", "The United Kingdom"] in rows
    assert ["asset_freezes", "gb-fcdo-IRN0240-asset-freeze", "status", "in_force", "ended"] in rows
    assert len(rows) == 1 + 6


def test_the_summary_is_in_plain_words(feed: Path) -> None:
    summary = read(feed / "2026.8.0" / "summary.json")
    assert summary["authorities"] == {
        "gb": "gb: 1 asset freeze ended under Russia sanctions regime"
    }
    assert "authorities 1 added, 1 changed" in summary["other_rows"]
    assert (summary["before"], summary["cells"]) == ("2026.2.0", 6)


@pytest.mark.parametrize("name", ["feed", "authorities/gb"])
def test_both_formats_are_valid_and_say_the_same(feed: Path, name: str) -> None:
    content = read(feed / f"{name}.json")
    jsonschema.validate(content, JSON_FEED)
    of_json = atoma.parse_json_feed_file(str(feed / f"{name}.json"))
    of_atom = atoma.parse_atom_file(str(feed / f"{name}.atom"))
    assert of_json.title == of_atom.title.value
    assert [item.id_ for item in of_json.items] == [entry.id_ for entry in of_atom.entries]
    (item,), (entry,) = of_json.items, of_atom.entries
    assert item.content_text == entry.content.value
    assert item.date_published == entry.updated == of_atom.updated
    assert item.url == entry.links[0].href == RELEASE


def test_ids_are_those_of_release_and_authority(feed: Path) -> None:
    assert [item["id"] for item in read(feed / "feed.json")["items"]] == [RELEASE]
    assert [item["id"] for item in read(feed / "authorities" / "gb.json")["items"]] == [
        f"{RELEASE}#gb"
    ]


def test_an_older_version_tells_of_no_later_release(edition: Edition, out: Path) -> None:
    write_feed(Edition(edition.root, "2026.2.0"), out)
    assert read(out / "feed.json")["items"] == []
    assert not (out / "2026.8.0").exists()
