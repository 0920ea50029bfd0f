"""A page a rule in ``docs/rules``, and their index; generated, so that none can be missing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sanctions_data.generate.markdown_tables import code, table
from sanctions_data.validation.issues import Severity
from sanctions_data.validation.rules.rule_texts import RuleText, rule_texts

FOLDER = Path("docs/rules")


def rule_pages() -> dict[Path, bytes]:
    """Every page by its path within the repository."""
    pages = {FOLDER / f"{text.rule_id}.md": _page(text) for text in rule_texts().values()}
    pages[FOLDER / "README.md"] = _index(list(rule_texts().values()))
    return {path: page.encode("utf-8") for path, page in pages.items()}


def _index(texts: Sequence[RuleText]) -> str:
    rows = [
        [f"[`{text.rule_id}`]({text.rule_id}.md)", text.severity.value, text.demands]
        for text in texts
    ]
    return (
        "# Rules\n\n"
        "`sanctions-data validate` checks these rules, and names the one that a row breaks in "
        "brackets. Each has a page: what it demands, why, a bad row, a good one, and how to fix "
        "an issue. An error must be fixed; a warning is for a person to look at, and stops "
        "nothing.\n\n" + table(["rule", "severity", "what it demands"], rows)
    )


def _page(text: RuleText) -> str:
    parts = [f"# {text.rule_id}", text.demands]
    if text.severity is Severity.warning:
        parts.append("An issue of this rule is a warning: the row may be right, and nothing stops.")
    parts += ["## Why", text.reason]
    parts += ["## Bad", _example(text, text.bad, text.bad_file)]
    parts += ["## Good", _example(text, text.good, text.good_file)]
    parts += ["## How to fix it", text.fix, "[All rules](README.md)"]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _example(text: RuleText, rows: Sequence[dict[str, str]], file: str) -> str:
    if file:
        return f"```\n{file.strip(chr(10))}\n```"
    header = list(dict.fromkeys(column for row in rows for column in row))
    cells = [[code(row.get(column, "")) for column in header] for row in rows]
    return f"In `{text.table}`:\n\n{table(header, cells)}"
