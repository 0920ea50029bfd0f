"""A report as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sanctions_data.validation.issues import Issue
from sanctions_data.validation.output.cell_position import find_columns
from sanctions_data.validation.report import Report
from sanctions_data.validation.rules.rule_texts import RuleText, rule_texts

REPOSITORY = "https://github.com/sanctions-data/sanctions-data"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(report: Report) -> dict[str, Any]:
    """One run with every rule and one result an issue.

    Compared with an earlier version, a result says whether it is ``new`` or ``unchanged``.
    """
    rules = {text.rule_id: place for place, text in enumerate(rule_texts().values())}
    driver = {
        "name": "sanctions-data",
        "version": version("sanctions-data"),
        "informationUri": REPOSITORY,
        "rules": [_describe_rule(text) for text in rule_texts().values()],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_make_result(issue, rules, report) for issue in report.issues],
        "properties": {"counts": dict(report.counts), "notShown": report.not_shown},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _describe_rule(text: RuleText) -> dict[str, Any]:
    return {
        "id": text.rule_id,
        "shortDescription": {"text": text.demands},
        "fullDescription": {"text": text.reason},
        "help": {"text": text.fix},
        "helpUri": f"{REPOSITORY}/blob/main/docs/rules/{text.rule_id}.md",
        "defaultConfiguration": {"level": text.severity.value},
    }


def _make_result(issue: Issue, rules: dict[str, int], report: Report) -> dict[str, Any]:
    path = quote(issue.file.replace("\\", "/"))
    uri = f"file://{path}" if PurePath(issue.file).is_absolute() else path
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if issue.line:
        place["region"] = {"startLine": issue.line}
        if issue.position:
            first, last = find_columns(issue)
            place["region"] |= {"startColumn": first, "endColumn": last}
    identity = hashlib.sha256(repr(issue.identity).encode()).hexdigest()
    result: dict[str, Any] = {
        "ruleId": issue.rule,
        "level": issue.severity.value,
        "message": {"text": f"{issue.column}: {issue.message}" if issue.column else issue.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"rowAndRule/v1": identity},
    }
    if issue.rule in rules:
        result["ruleIndex"] = rules[issue.rule]
    if report.since:
        result["baselineState"] = "new" if issue.is_new else "unchanged"
    return result
