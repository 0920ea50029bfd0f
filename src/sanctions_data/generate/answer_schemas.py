"""JSON Schemas of what the commands print with ``--json``: the contract with programs.

A major version of the contract moves when a name is taken away or changes its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sanctions_data.history.diff import COLUMNS as DIFF
from sanctions_data.query.compare import COLUMNS as COMPARE
from sanctions_data.query.measures import measure_tables
from sanctions_data.query.screening.screening_run import COLUMNS as SCREEN
from sanctions_data.query.search.search import COLUMNS as SEARCH
from sanctions_data.schema.descriptor import resource

VERSION = "1.0.0"
FOLDER = Path("docs/json")
Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_TYPES = {"integer": "integer", "boolean": "boolean", "number": "number"}
_ANY: Schema = {"type": ["string", "number", "boolean", "null"]}


def answer_schemas(root: Path) -> dict[Path, bytes]:
    """The schema of each command, by its path within a checkout."""
    return {
        FOLDER / f"{name}.schema.json": _bytes(name, schema)
        for name, schema in _schemas(root).items()
    }


def _bytes(name: str, schema: Schema) -> bytes:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"sanctions-data {name} --json",
        "version": VERSION,
    }
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False).encode() + b"\n"


def _schemas(root: Path) -> dict[str, Schema]:
    measure = _measure(root)
    party = _object(
        {
            "entity": _of_table("entities", root, as_text=True),
            **{
                name: _list(_of_table(table, root))
                for name, table in (
                    ("names", "entity_names"), ("identifiers", "entity_identifiers"),
                    ("attributes", "entity_attributes"), ("listings", "listings"),
                )
            },
            "measures": _list(measure),
            "undecided": _list(measure),
        }
    )  # fmt: skip
    texts = {"type": "object", "additionalProperties": _TEXT}
    answers: dict[str, Schema] = {
        "tables": _rows(["table", "title", "rows", "columns", "key", "description"]),
        "show": _answer({"rows": _list({"type": "object", "additionalProperties": _ANY})}),
        "search": _rows(SEARCH),
        "screen": _rows(SCREEN, customers=_NUMBER),
        "compare": _rows(COMPARE, undecided=_NUMBER),
        "lookup": _answer(
            {
                "query": _TEXT,
                "matches": _list(_cells(["entity_id", "how", "matched", "score"])),
                "party": _or_null(party),
                "near": _or_null(party),
            }
        ),
        "flights": _answer({"rows": _list(measure), "left_out_on_lists": _NUMBER}),
        "diff": _object({"searched": texts, "rows": _list(_cells(DIFF))}),
        "why": _answer(
            {
                **dict.fromkeys(("measure", "party", "source", "listing", "rule"), texts),
                **dict.fromkeys(("terms", "corrections", "decisions", "events"), _list(texts)),
                "printed": _or_null({"type": "object"}),
            }
        ),
        "verify": _object(
            {"holds": {"type": "boolean"}, "issues": _list(_TEXT), "notes": _list(_TEXT)}
        ),
        "validate": _object(
            {
                "format": _NUMBER,
                "rows": {"type": "object", "additionalProperties": _NUMBER},
                "errors": _NUMBER,
                "warnings": _NUMBER,
                "counts": {"type": "object", "additionalProperties": _NUMBER},
                "issues": _list(
                    _cells(["file", "line", "column", "rule", "found", "problem", "hint"])
                ),
            }
        ),
        "fmt": {"type": "object", "additionalProperties": {"type": "object"}},
        "update": _object(
            {
                **{key: {"type": "object"} for key in ("changes", "kept", "renumbered", "largest")},
                "unchanged": _list(_TEXT),
                "terms": _list(_cells(["list", "field", "term", "party_kind", "entries"])),
            }
        ),
        "export": _object({"folder": _TEXT, "files": {"type": "object"}}),
    }  # fmt: skip
    return answers


def _answer(properties: dict[str, Schema]) -> Schema:
    """An answer of a question, which tells what it stands on."""
    of_list = _object({"list_id": _TEXT, "oldest": _TEXT, "newest": _TEXT, "age_days": _NUMBER})
    stands_on = _object(
        {
            "version": _TEXT,
            "day": {"type": ["string", "null"]},
            "on": {"type": ["string", "null"]},
            "searched": {"type": "object", "additionalProperties": _list(_TEXT)},
            "lists": _list(of_list),
            "notes": _list(_TEXT),
        }
    )
    return _object({"stands_on": stands_on, **properties})


def _rows(columns: Iterable[str], **more: Schema) -> Schema:
    return _answer({**more, "rows": _list(_cells(columns))})


def _cells(columns: Iterable[str]) -> Schema:
    return _object(dict.fromkeys(columns, _ANY))


def _object(properties: dict[str, Schema]) -> Schema:
    # A minor version may add names, so others are no error.
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _of_table(table: str, root: Path, *, as_text: bool = False) -> Schema:
    fields = resource(table, root)["schema"]["fields"]
    types = ({"type": [_TYPES.get(each["type"], "string"), "null"]} for each in fields)
    return _object(
        {each["name"]: _TEXT if as_text else kind for each, kind in zip(fields, types, strict=True)}
    )


def _measure(root: Path) -> Schema:
    """A measure of any kind, spelled out; columns of one kind are empty or missing in others."""
    tables = [_of_table(table, root) for table in measure_tables(root)]
    every = {name: kind for table in tables for name, kind in table["properties"].items()}
    common = set.intersection(*(set(table["required"]) for table in tables))
    spelled = ["authority", "act", "act_url", "source", "source_url"]
    required = [name for name in every if name in common] + spelled
    properties = every | {key: {"type": ["string", "null"]} for key in spelled}
    return {"type": "object", "required": required, "properties": properties}
