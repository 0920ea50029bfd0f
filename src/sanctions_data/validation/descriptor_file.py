"""Whether the ``datapackage.json`` beside the tables is the one that the definitions give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from sanctions_data.schema.descriptor import descriptor, fingerprint
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.regular_file import SpecialFileError, read_regular
from sanctions_data.validation.issues import Issue
from sanctions_data.validation.table_files import name_in_messages

RULE = "descriptor-edited"
_HINT = "restore it; 'python scripts/generate.py' writes it from the definitions in schema/"


def find_descriptor_issues(root: Path) -> Iterator[Issue]:
    """Issues of the descriptor in a folder; none where there is none, or it is another package's.

    Args:
        root: the folder that holds the data folder.
    """
    path, ours = root / "datapackage.json", descriptor(root_folder())
    try:
        package = json.loads(read_regular(path, 64 << 20))
        name = package.get("name")
        if name != ours["name"] and "resources" not in package:
            return
        found = fingerprint(package)
    except FileNotFoundError:
        return
    except (
        SpecialFileError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ) as error:
        yield _issue(path, f"it is no descriptor ({type(error).__name__})")
        return
    if name in (None, ours["name"]) and found != known_fingerprint():
        yield _issue(path, f"it is not what the definitions give{_name_difference(package, ours)}")


def known_fingerprint() -> str:
    """The fingerprint of the descriptor that the definitions give."""
    return files("sanctions_data.schema").joinpath("descriptor.sha256").read_text().strip()


def _issue(path: Path, problem: str) -> Issue:
    return Issue(name_in_messages(path), 0, 0, "", RULE, "", problem, _HINT)


def _name_difference(package: dict[str, Any], ours: dict[str, Any]) -> str:
    """Where the two first differ; empty if ours is edited itself."""
    mine = {each["name"]: each for each in ours["resources"]}
    theirs = {each.get("name"): each for each in package["resources"]}
    for name in mine:
        if name not in theirs:
            return f": the resource {name} is missing"
    for name, resource in theirs.items():
        if name not in mine:
            return f": the resource {name} is unknown"
        if resource.get("path") != mine[name]["path"]:
            return f": the path of {name}"
        if resource.get("schema") != mine[name]["schema"]:
            return f": the columns of {name}{_name_field(resource, mine[name])}"
    return ""


def _name_field(resource: dict[str, Any], mine: dict[str, Any]) -> str:
    fields = {each.get("name"): each for each in resource.get("schema", {}).get("fields", ())}
    for field in mine["schema"]["fields"]:
        if fields.get(field["name"]) != field:
            return f", {field['name']}"
    return ""
