"""Making a release: what changed since the last one, noted row by row and proved by hashes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sanctions_data.generate.datapackage import add_hashes
from sanctions_data.generate.generated_files import add_generated_files
from sanctions_data.history.errors import HistoryError
from sanctions_data.history.lines import Lines
from sanctions_data.history.registry import REGISTRY, add_content
from sanctions_data.history.released_tables import find_released_bytes, sha256
from sanctions_data.history.row_changes import Change, find_changes
from sanctions_data.history.versions import OWN_TABLES, History, version_order
from sanctions_data.history.whole import find_history_issues
from sanctions_data.release.archive import DESCRIPTOR, names_of_files
from sanctions_data.release.changelog import add_release
from sanctions_data.schema import SCHEMA_VERSION, TABLES
from sanctions_data.schema.fields import VERSION
from sanctions_data.tables.location import csv_path
from sanctions_data.tables.transaction import commit, open_for_writing
from sanctions_data.validation import validate
from sanctions_data.validation.format_files import format_files
from sanctions_data.validation.validate import Engine

RELEASED = tuple(name for name in TABLES if name not in OWN_TABLES)


class NotReleasable(ValueError):
    """The tables cannot be released as they are; the message says what to do first."""


@dataclass(frozen=True)
class Release:
    """What a release holds: its version and the number of changes by table and action."""

    version: str
    counts: Counter[tuple[str, str]]


def release(
    root: Path, version: str, *, day: date | None = None, base: Path | None = None
) -> Release:
    """Release the tables of a checkout as a version; nothing is committed.

    Args:
        root: the checkout.
        version: calendar version, later than every released one.
        day: day of the release; today if left out.
        base: folder with the tables of the last release; taken from git if left out.

    Raises:
        NotReleasable: the tables have issues, are not in canonical form, or the version
            is not later than the last one.
        HistoryError: the last release cannot be found.
    """
    with open_for_writing(root, "release"):
        return _release(root, version, day or date.today(), base)


def _release(root: Path, version: str, day: date, base: Path | None) -> Release:
    history = History(root)
    _check(root, version, history)
    old = _last_release(root, history, base)
    new = {name: csv_path(root / "data", name).read_bytes() for name in RELEASED}
    counts: Counter[tuple[str, str]] = Counter()
    rows: list[tuple[str, Change]] = []
    for name in RELEASED:
        key = TABLES[name].key
        before = Lines.read(old.get(name, Lines(TABLES[name].header, key).content()), key)
        after = Lines.read(new[name], key)
        for change in find_changes(before, after) if history.versions else ():
            rows.append((name, change))
        counts.update(_count_changes(name, before, after))
    files = _new_files(root, version, day, new, rows)
    files["CHANGELOG.md"] = add_release(root / "CHANGELOG.md", version, day, counts)
    files["pyproject.toml"] = _set_version(root / "pyproject.toml", r'version = "{}"', version)
    if (root / "CITATION.cff").is_file():
        files["CITATION.cff"] = _set_version(root / "CITATION.cff", "version: {}", version)
    commit(root, _add_to_registry(root, version, add_generated_files(root, files)))
    return Release(version, counts)


def _check(root: Path, version: str, history: History) -> None:
    if not re.fullmatch(VERSION, version):
        raise NotReleasable(f"found version {version!r}, expected YYYY.M.N such as 2026.8.0")
    newest = history.versions[-1:]
    if newest and version_order(version) <= version_order(newest[0]):
        raise NotReleasable(f"version {version} is not later than {newest[0]}")
    formed = format_files(root / "data", dry_run=True)
    if unformatted := [each.path.name for each in formed if not each.is_canonical]:
        names = ", ".join(unformatted)
        raise NotReleasable(f"not in canonical form: {names}; run 'sanctions-data fmt' first")
    if broken := next(find_history_issues(root), None):
        raise NotReleasable(f"the history is not whole: {broken}")
    for engine in Engine:  # The quick one first; pandera is the second opinion.
        if errors := validate(root / "data", engine=engine).errors:
            raise NotReleasable(
                f"errors in the tables by the {engine} engine: {len(errors):,}, first {errors[0]}"
            )


def _last_release(root: Path, history: History, base: Path | None) -> dict[str, bytes]:
    if not history.versions:
        return {}
    last = history.versions[-1]
    released = [
        history.release_of(last, name) for name in RELEASED if history.has_table(last, name)
    ]
    try:
        return {row["table"]: find_released_bytes(root, row, base) for row in released}
    except HistoryError as error:
        raise HistoryError(
            f"{error}; or name a folder with the tables of {last} with --base"
        ) from None


def _count_changes(name: str, before: Lines, after: Lines) -> Counter[tuple[str, str]]:
    earlier, later = before.key_set(), after.key_set()
    common = earlier & later
    return Counter(
        {
            (name, "added"): len(later) - len(common),
            (name, "changed"): sum(before.line(k) != after.line(k) for k in common),
            (name, "removed"): len(earlier) - len(common),
        }
    )


def _new_files(
    root: Path, version: str, day: date, new: Mapping[str, bytes], rows: list[tuple[str, Change]]
) -> dict[str, bytes]:
    data = root / "data"
    releases = Lines.read(csv_path(data, "releases").read_bytes(), TABLES["releases"].key)
    for name, content in new.items():
        number, sha = content.count(b"\n") - 1, sha256(content)
        releases.put([version, name, day.isoformat(), SCHEMA_VERSION, str(number), sha])
    changes = Lines.read(csv_path(data, "changes").read_bytes(), TABLES["changes"].key)
    for name, change in rows:
        changes.put(
            [version, name, change.row_key, change.column, change.action, change.old_value,
             change.new_value]
        )  # fmt: skip
    return {"data/releases.csv": releases.content(), "data/changes.csv": changes.content()}


def _add_to_registry(root: Path, version: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files together with the registry that says what the archive of the version holds."""
    path = root / REGISTRY
    if not path.is_file():
        return files
    names = names_of_files(json.loads(files[DESCRIPTOR]))
    held = {name: files.get(name) or (root / name).read_bytes() for name in names}
    held[DESCRIPTOR] = add_hashes(held[DESCRIPTOR], held)
    return {
        **files,
        REGISTRY.as_posix(): add_content(path.read_text(encoding="utf-8"), version, held),
    }


def _set_version(path: Path, form: str, version: str) -> bytes:
    text = path.read_text(encoding="utf-8")
    line = "(?m)^" + re.escape(form).replace(r"\{\}", ".*?") + "$"
    return re.sub(line, form.format(version), text, count=1).encode()
