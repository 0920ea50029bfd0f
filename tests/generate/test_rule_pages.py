"""Every rule has a page, and every page the same parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sanctions_data.generate.rule_pages import FOLDER, rule_pages
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.rule_texts import rule_texts

PAGES = {path: page.decode() for path, page in rule_pages().items()}


@pytest.mark.parametrize("rule_id", rule_texts())
def test_a_page_demands_explains_shows_and_fixes(rule_id: str) -> None:
    page = PAGES[FOLDER / f"{rule_id}.md"]
    text = rule_texts()[rule_id]
    head, _, _ = page.partition("\n## Why\n")
    assert head.startswith(f"# {rule_id}\n\n{text.demands.strip()}\n")
    assert ("is a warning" in head) == (text.severity == Severity.warning)
    parts = [line for line in page.splitlines() if line.startswith("## ")]
    assert parts == ["## Why", "## Bad", "## Good", "## How to fix it"]
    assert page.endswith("[All rules](README.md)\n")


@pytest.mark.parametrize(
    "rule_id", [id_ for id_, text in rule_texts().items() if not text.bad_file]
)
def test_a_rule_about_rows_shows_a_bad_row_and_another_good_one(rule_id: str) -> None:
    _, _, bad, good, _ = PAGES[FOLDER / f"{rule_id}.md"].split("\n## ")
    assert f"In `{rule_texts()[rule_id].table}`:" in bad
    assert bad.partition("\n")[2] != good.partition("\n")[2]


def test_the_index_links_every_page_once() -> None:
    index = PAGES[FOLDER / "README.md"]
    for path in PAGES:
        if path.name != "README.md":
            assert index.count(f"]({path.name})") == 1


def test_there_is_no_other_page() -> None:
    assert set(PAGES) == {FOLDER / f"{rule_id}.md" for rule_id in [*rule_texts(), "README"]}
    assert all(path.parent == Path("docs/rules") for path in PAGES)
