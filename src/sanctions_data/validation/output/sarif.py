"""A report as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from sanctions_data.validation.faults import Fault, Report
from sanctions_data.validation.output.place import columns_of
from sanctions_data.validation.rules.catalogue import RuleText, catalogue

REPOSITORY = "https://github.com/sanctions-data/sanctions-data"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(report: Report) -> dict[str, Any]:
    """One run with every rule and one result a fault.

    Compared with an earlier version, a result says whether it is ``new`` or ``unchanged``.
    """
    rules = {text.rule_id: place for place, text in enumerate(catalogue().values())}
    driver = {
        "name": "sanctions-data",
        "version": version("sanctions-data"),
        "informationUri": REPOSITORY,
        "rules": [_rule(text) for text in catalogue().values()],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(fault, rules, report) for fault in report.faults],
        "properties": {"counts": dict(report.counts), "notShown": report.not_shown},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(text: RuleText) -> dict[str, Any]:
    return {
        "id": text.rule_id,
        "shortDescription": {"text": text.demands},
        "fullDescription": {"text": text.reason},
        "help": {"text": text.mend},
        "helpUri": f"{REPOSITORY}/blob/main/docs/rules/{text.rule_id}.md",
        "defaultConfiguration": {"level": "error"},
    }


def _result(fault: Fault, rules: dict[str, int], report: Report) -> dict[str, Any]:
    path = quote(fault.file.replace("\\", "/"))
    uri = f"file://{path}" if PurePath(fault.file).is_absolute() else path
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if fault.line:
        place["region"] = {"startLine": fault.line}
        if fault.position:
            first, last = columns_of(fault)
            place["region"] |= {"startColumn": first, "endColumn": last}
    identity = hashlib.sha256(repr(fault.identity).encode()).hexdigest()
    result: dict[str, Any] = {
        "ruleId": fault.rule,
        "level": "error",
        "message": {"text": f"{fault.column}: {fault.message}" if fault.column else fault.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"rowAndRule/v1": identity},
    }
    if fault.rule in rules:
        result["ruleIndex"] = rules[fault.rule]
    if report.since:
        result["baselineState"] = "new" if fault.is_new else "unchanged"
    return result
