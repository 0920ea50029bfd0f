"""What people wrote about each rule, and the rules that are not functions.

``rules.toml`` holds for every rule how to fix an issue, and a bad and a good row. For rules of
cells and files, which have no function of their own, it also says what they demand and why.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from sanctions_data.validation.engine.context import RULES
from sanctions_data.validation.issues import Severity


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule in words.

    Attributes:
        rule_id: its id.
        demands: what must hold.
        reason: why it must.
        fix: how to fix an issue.
        table: the table of the examples.
        bad: cells of a bad row by column, or of several rows; empty for a rule about files.
        good: the same row or rows, fixed.
        bad_file: the beginning of a bad file, for a rule about files.
        good_file: the same, fixed.
        severity: whether an issue is an error or a warning.
    """

    rule_id: str
    demands: str
    reason: str
    fix: str
    table: str = ""
    bad: list[dict[str, str]] = field(default_factory=list)
    good: list[dict[str, str]] = field(default_factory=list)
    bad_file: str = ""
    good_file: str = ""
    severity: Severity = Severity.error


@cache
def rule_texts() -> dict[str, RuleText]:
    """Every rule by its id: first files, then cells, then the rules across rows and tables.

    Raises:
        ValueError: a rule lacks its text, or a text its rule; the message names it.
    """
    written = tomllib.loads(
        files("sanctions_data.validation.rules").joinpath("rules.toml").read_text(encoding="utf-8")
    )
    if lacking := sorted(set(RULES) - set(written)):
        raise ValueError(f"rules.toml lacks {', '.join(lacking)}; write how to fix it there")
    texts = {}
    for rule_id, text in written.items():
        rule = RULES.get(rule_id)
        if rule:
            text |= {"demands": rule.demands, "reason": rule.reason, "severity": rule.severity}
        try:
            texts[rule_id] = RuleText(rule_id, **text)
        except TypeError as error:
            raise ValueError(f"rules.toml, {rule_id}: {error}") from None
    return texts
