"""The released versions, and the tables as they were in one of them."""

from __future__ import annotations

import csv
import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.lines import Lines
from sanctions_data.history.released_tables import find_released_bytes, sha256
from sanctions_data.history.row_changes import Change, find_sections, read_section
from sanctions_data.history.undo import undo
from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.schema.descriptor import descriptor, resource
from sanctions_data.tables.location import csv_path

# They tell of the versions and are not themselves rebuilt: old rows never change.
OWN_TABLES = ("releases", "changes")


def version_order(version: str) -> tuple[int, ...]:
    """Sort key of a calendar version.

    Example:
        >>> sorted(["2026.10.0", "2026.2.1"], key=version_order)
        ['2026.2.1', '2026.10.0']
    """
    return tuple(int(part) for part in version.split("."))


class History:
    """The released versions of a data folder.

    Args:
        root: folder with ``datapackage.json`` and ``data/``.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._releases: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
        for row in _read_rows(csv_path(root / "data", "releases")):
            self._releases[row["version"]][row["table"]] = row

    @cached_property
    def _every_change(self) -> bytes:
        """Of all tables and versions; read once, and only where one goes back."""
        return csv_path(self._root / "data", "changes").read_bytes()

    @cached_property
    def _sections(self) -> dict[bytes, tuple[int, int]]:
        """Of each version and table, as a line begins with them, from where to where they stand."""
        return find_sections(self._every_change)

    def _read_changes(self, version: str, table: str) -> Iterator[Change]:
        return read_section(self._every_change, self._sections.get(f"{version},{table},".encode()))

    @property
    def versions(self) -> list[str]:
        """Every released version, oldest first."""
        return sorted(self._releases, key=version_order)

    @property
    def codes(self) -> KnownCodes:
        """The versions as people write them: ``2026.8`` is 2026.8.0 while there is no 2026.8.1."""
        versions = self.versions
        short = [version.rpartition(".")[0] for version in versions]
        forms = [(f"v{version}", version) for version in versions]
        forms += zip(short, versions, strict=True)
        return KnownCodes("version", versions, lambda: forms)

    def state_of(self, state: str | Path) -> str | Path:
        """A released version by its full name, or a folder as it is.

        Raises:
            HistoryError: it looks like a folder, and there is none.
            UnknownCodeError: there is no such version; the message names the nearest.
        """
        if isinstance(state, Path) or Path(state).is_dir():
            return state
        if "/" in state or "\\" in state:
            raise HistoryError(f"{state}: there is no such folder")
        return self.codes.code_of(state)

    def has_table(self, version: str, table: str) -> bool:
        """Whether a version has a table; one that is not known has none, and says so later."""
        return version not in self._releases or table in self._releases[version]

    def release_of(self, version: str, table: str) -> dict[str, str]:
        """The row of ``releases`` of one table in one version.

        Raises:
            HistoryError: there is no such version, or the table is younger than it.
        """
        if version not in self._releases:
            known = ", ".join(self.versions) or "none"
            raise HistoryError(f"there is no version {version!r}; released versions are {known}")
        released = self._releases[version]
        if table not in released:
            raise HistoryError(f"version {version} has no table {table}")
        return released[table]

    def content(self, table: str, version: str) -> bytes:
        """The canonical bytes of a table in a version, proved by its hash.

        Raises:
            HistoryError: the version cannot be rebuilt, and why.
        """
        current = csv_path(self._root / "data", table).read_bytes()
        if table in OWN_TABLES:
            return self._own_rows_until(table, current, version)
        wanted = self.release_of(version, table)
        self._refuse_other_schema(wanted)
        try:
            return self._rebuild(wanted, current)
        except HistoryError:
            # Only now, as a hash takes long, and the one of what is rebuilt says as much.
            newest = find_released_bytes(self._root, self.release_of(self.versions[-1], table))
            if newest == current:
                raise
        return self._rebuild(wanted, newest)

    def _rebuild(self, wanted: dict[str, str], newest: bytes) -> bytes:
        table, version = wanted["table"], wanted["version"]
        key = resource(table, self._root)["schema"]["primaryKey"]
        later = [v for v in self.versions if version_order(v) > version_order(version)]
        content = newest
        with _pause_collection():
            for each in reversed(later):
                try:
                    content = undo(content, key, self._read_changes(each, table))
                except (ValueError, IndexError) as error:  # A row may have too few cells.
                    raise HistoryError(
                        f"{table} of {version} cannot be rebuilt: in data/changes.csv, version "
                        f"{each}: {error}"
                    ) from None
        if (found := sha256(content)) != wanted["sha256"]:
            raise HistoryError(
                f"{table} of {version}, rebuilt, has the hash {found}, expected "
                f"{wanted['sha256']}; data/changes.csv is damaged: restore it"
            )
        return content

    def prove(self, table: str) -> None:
        """Rebuild every version of a table, one from the next, and compare each with its hash.

        Raises:
            HistoryError: a version does not have its hash, and which.
            FileNotFoundError: the table was edited since the newest release, and is not to be
                found as it was released: nothing can be proved.
        """
        having = [version for version in self.versions if table in self._releases[version]]
        newest = self._releases[having[-1]][table]
        try:
            content = find_released_bytes(self._root, newest)
        except HistoryError as error:
            raise FileNotFoundError(str(error)) from None
        key = resource(table, self._root)["schema"]["primaryKey"]
        with _pause_collection():
            for version, older in zip(reversed(having), reversed(having[:-1]), strict=False):
                released = self._releases[older][table]
                try:
                    changes = self._read_changes(version, table)
                    content = undo(content, key, changes)
                except (ValueError, IndexError) as error:
                    raise HistoryError(f"{table} of {older} cannot be rebuilt: {error}") from None
                if sha256(content) != released["sha256"]:
                    raise HistoryError(
                        f"{table} of {older}, rebuilt, is not what was released: the changes of "
                        f"{version} lack a line, or have one too many"
                    )

    @property
    def tables(self) -> list[str]:
        """Every table that a version has."""
        return sorted({table for released in self._releases.values() for table in released})

    def _own_rows_until(self, table: str, current: bytes, version: str) -> bytes:
        self.release_of(version, "entities")
        key = resource(table, self._root)["schema"]["primaryKey"]
        lines = Lines.read(current, key)
        place = lines.header.index("version")
        limit = version_order(version)
        lines.keep(lambda cells: version_order(cells[place]) <= limit)
        return lines.content()

    def _refuse_other_schema(self, wanted: dict[str, str]) -> None:
        now = str(descriptor(self._root)["schema_version"])
        then = wanted["schema_version"]
        if version_order(now)[0] != version_order(then)[0]:
            raise HistoryError(
                f"version {wanted['version']} has schema {then}, this package has {now}: the "
                f"columns differ. Install sanctions-data {wanted['version']} to read it"
            )


@contextmanager
def _pause_collection() -> Iterator[None]:
    """Spare the short-lived keys and changes, which know no cycles, the search for some.

    It would go through all that the program holds, again and again: a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))
