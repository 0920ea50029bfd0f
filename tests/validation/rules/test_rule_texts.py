"""What people wrote about the rules is complete, and its examples are bad and good indeed."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from sanctions_data.generate.rule_pages import rule_pages
from sanctions_data.schema import TABLES
from sanctions_data.tables.canonical import canonical_bytes
from sanctions_data.tables.location import csv_path
from sanctions_data.validation import Issue, Severity, validate
from sanctions_data.validation.rules import RULES
from sanctions_data.validation.rules.rule_texts import RuleText, rule_texts

REPOSITORY = Path(__file__).resolve().parents[3]
TEXTS = list(rule_texts().values())
WITH_ROWS = [text for text in TEXTS if text.bad and text.table in TABLES]

# How a page shows what cannot be seen or would be too long, and what it stands for.
SHOWN = {"⏎": "\n", "[U+200B]": "\u200b", "(600 characters copied from a newspaper)": "x" * 600}
COMMENT = re.compile(r" \([^()]*\)$")
# Rows of other tables of which an example speaks.
NEEDS = {
    "not-before-act": {
        "instruments": [
            {
                "instrument_id": "gb-uksi-2023-1314",
                "adopted_on": "2023-12-11",
                "replaces": "gb-uksi-2019-134",
            },
            {"instrument_id": "gb-uksi-2019-134", "adopted_on": "2019-01-29"},
        ]
    },
    "instrument-of-authority": {
        "authorities": [{"authority_id": "us-ofac", "country": "US"}],
        "instruments": [{"instrument_id": "us-eo-14024", "authority_id": "us-ofac"}],
    },
    "programme-of-authority": {
        "authorities": [{"authority_id": "us-ofac", "country": "US"}],
        "programmes": [{"programme_id": "gb-iran", "authority_id": "gb"}],
    },
    "evidence-has-source": {"sources": [{"source_id": "jwire-2024-10-15", "kind": "report"}]},
    "ended-with-listing": {
        "listings": [{"listing_id": "gb-fcdo-IRN0240", "delisted_on": "2025-01-01"}]
    },
    "near-duplicate": {
        "entities": [
            {"entity_id": "ivan-example", "name": "Ivan Example"},
            {"entity_id": "iwan-example", "name": "Iwan Example"},
        ]
    },
    "fits-kind": {"entities": [{"entity_id": "example-star", "kind": "vessel"}]},
    "not-after-act": {
        "instruments": [
            {
                "instrument_id": "gb-uksi-2026-9999",
                "adopted_on": "2020-01-01",
                "ended_on": "2024-04-01",
            }
        ]
    },
    "id-of-authority": {"authorities": [{"authority_id": "fr", "country": "FR"}]},
    "party-not-merged": {
        "entities": [{"entity_id": "iran-air-old", "merged_into": "iran-air", "name": "Old"}]
    },
    "class-has-state": {
        "entities": [
            {"entity_id": "carriers-of-example", "kind": "class", "country": "", "note": ""},
            {"entity_id": "carriers-of-russia", "kind": "class", "country": "RU"},
        ]
    },
    "class-known": {"entities": [{"entity_id": "carriers-of-iran", "kind": "class"}]},
    "member-of-its-country": {
        "entities": [
            {"entity_id": "belavia", "country": "BY"},
            {"entity_id": "carriers-of-belarus", "kind": "class", "country": "BY"},
            {"entity_id": "carriers-of-iran", "kind": "class", "country": "IR"},
        ]
    },
}


def read_cell(cell: str) -> str | None:
    """The cell that an example stands for."""
    for shown, meant in SHOWN.items():
        cell = cell.replace(shown, meant)
    return COMMENT.sub("", cell) or None


def put_rows(
    table: str, rows: list[dict[str, str]], tables: dict[str, pd.DataFrame], folder: Path
) -> None:
    """Write a table with rows that are a sound one but for these cells.

    They stand instead of those with the same key, or of the first row if they name no key.
    """
    frame, key = tables[table], TABLES[table].key[0]
    made = pd.concat(
        frame.head(1).assign(**{name: read_cell(cell) for name, cell in row.items()})
        for row in rows
    )
    others = frame[~frame[key].isin(made[key])]
    changed = pd.concat([made, others], ignore_index=True)
    csv_path(folder, table).write_bytes(canonical_bytes(changed, TABLES[table].key))


def find_issues(text: RuleText, folder: Path) -> list[Issue]:
    """The issues of a rule in the table of its example."""
    issues = validate(csv_path(folder, text.table)).issues
    return [issue for issue in issues if issue.rule == text.rule_id]


@pytest.mark.parametrize("text", WITH_ROWS, ids=lambda text: text.rule_id)
def test_bad_row_breaks_the_rule_and_good_row_does_not(
    text: RuleText, sound_tables: dict[str, pd.DataFrame], sound_folder: Path
) -> None:
    for table, rows in NEEDS.get(text.rule_id, {}).items():
        put_rows(table, rows, sound_tables, sound_folder)
    put_rows(text.table, text.bad, sound_tables, sound_folder)
    assert {issue.severity for issue in find_issues(text, sound_folder)} == {text.severity}
    put_rows(text.table, text.good, sound_tables, sound_folder)
    assert find_issues(text, sound_folder) == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.rule_id)
def test_every_rule_says_all_there_is_to_say(text: RuleText) -> None:
    assert text.demands and text.reason and text.fix
    assert (text.bad and text.good) or (text.bad_file and text.good_file)
    assert isinstance(text.severity, Severity)


def test_what_a_source_may_print_or_leave_open_is_a_matter_of_warning() -> None:
    warnings = {text.rule_id for text in TEXTS if text.severity is Severity.warning}
    assert warnings == {
        "adopted-first", "identifier-habit", "in-force-has-ground", "item-order",
        "member-of-its-country", "number-check-digit",
    }  # fmt: skip
    assert warnings == {r.rule_id for r in RULES.values() if r.severity is Severity.warning}


@pytest.mark.parametrize("rule_id", sorted(rule_texts()))
def test_every_rule_has_its_page(rule_id: str) -> None:
    page = Path("docs/rules", f"{rule_id}.md")
    assert (REPOSITORY / page).read_bytes() == rule_pages()[page]


def test_every_rule_of_the_definition_has_a_page() -> None:
    checks = {c.name for t in TABLES.values() for s in t.schema.columns.values() for c in s.checks}
    names = {name.replace("_", "-") for name in checks}
    assert names | {"required", "unique-key", "foreign-key"} <= set(rule_texts())


def test_every_rule_of_files_has_a_page() -> None:
    folder = REPOSITORY / "src/sanctions_data/validation"
    code = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    told = set(re.findall(r'(?:\.issue|Damage)\(\s*"([a-z-]+)"', code))
    assert {"file-missing", "encoding", "delimiter"} <= told <= set(rule_texts())


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    pages = {path.relative_to(REPOSITORY) for path in (REPOSITORY / "docs/rules").glob("*.md")}
    assert pages == set(rule_pages())
