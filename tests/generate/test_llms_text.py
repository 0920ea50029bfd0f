"""llms.txt tells what there is, in the form that llmstxt.org asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sanctions_data.generate.llms_text import llms_text
from sanctions_data.schema import TABLES


@pytest.fixture
def text(tmp_path: Path) -> str:
    (tmp_path / "docs" / "guides").mkdir(parents=True)
    (tmp_path / "README.md").write_text("# A\n\n**Who?** All of\nit.\n\nMore.\n")
    guide = "# For you\n\n<!-- made -->\n\nSee [the other page](b.md), and go on: then rest.\n"
    (tmp_path / "docs" / "guides" / "you.md").write_text(guide)
    (tmp_path / "docs" / "index.md").write_text("# Front\n\nLeads to the others.\n")
    told = ("look", "src/look.py", "Looks.")
    return llms_text(tmp_path, [told], [told]).decode()


def test_it_begins_with_a_title_and_a_summary(text: str) -> None:
    assert text.startswith("# sanctions-data\n\n> Who? All of it.\n\n")


def test_its_sections_hold_links_and_nothing_else(text: str) -> None:
    _, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    titles = [section.partition("\n")[0] for section in sections]
    assert titles == ["Pages", "Tables", "Commands", "Python functions", "Optional"]
    lines = [line for section in sections for line in section.splitlines()[1:] if line]
    assert [line for line in lines if not re.match(r"- \[[^]]+\]\(https://\S+\): \S", line)] == []


def test_a_page_has_its_title_and_first_sentence(text: str) -> None:
    assert re.search(r"- \[For you\]\(\S+/docs/guides/you\.md\): See the other page, and go on$",
                     text, re.MULTILINE)  # fmt: skip
    assert "Front" not in text


def test_it_has_every_table_command_and_function(text: str) -> None:
    assert [name for name in TABLES if f"/data/{name}.csv)" not in text] == []
    assert "[sanctions-data look](" in text
    assert "[sanctions_data.look](" in text
