"""The changelog: what people wrote is kept, and the rows are counted."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.release.changelog import UNRELEASED, add_release

DAY = date(2026, 8, 22)
COUNTS = Counter({("events", "added"): 1234, ("events", "removed"): 1, ("claims", "changed"): 2,
                  ("lists", "added"): 0})  # fmt: skip
ROWS = "- `events: 1,234 added, 1 removed`\n- `claims: 2 changed`"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "CHANGELOG.md"


def test_what_was_unreleased_stands_under_the_version(log: Path) -> None:
    log.write_text(f"# Changelog\n\n{UNRELEASED}\n\n- A fix.\n\n## 2026.2.0 – 2026-02-27\n")
    heading = "## 2026.8.0 – 2026-08-22\n\n### Rows\n\n"
    assert add_release(log, "2026.8.0", DAY, COUNTS).decode() == (
        f"# Changelog\n\n{UNRELEASED}\n\n{heading}{ROWS}\n\n- A fix.\n\n## 2026.2.0 – 2026-02-27\n"
    )


def test_a_changelog_without_a_place_for_it_gets_one(log: Path) -> None:
    log.write_text("# Changelog\n")
    text = add_release(log, "2026.8.0", DAY, COUNTS).decode()
    assert text.startswith(f"# Changelog\n\n{UNRELEASED}\n\n## 2026.8.0 – 2026-08-22\n")
    assert text.endswith(f"{ROWS}\n")


def test_no_row_changed(log: Path) -> None:
    log.write_text(f"{UNRELEASED}\n")
    text = add_release(log, "2026.8.0", DAY, Counter({("lists", "added"): 0})).decode()
    assert text.endswith("- No row changed.\n")


def test_the_file_is_only_read(log: Path) -> None:
    log.write_text(f"{UNRELEASED}\n")
    add_release(log, "2026.8.0", DAY, COUNTS)
    assert log.read_text() == f"{UNRELEASED}\n"
