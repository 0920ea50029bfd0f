"""What there is: versions, lists and sources, and the version of the schema."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.query.stands_on import edition_of, stands_on
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.location import root_folder


def versions(*, root: Path | None = None) -> pd.DataFrame:
    """The released versions, oldest first: day, version of the schema, tables and rows.

    Example:
        >>> import sanctions_data as sd
        >>> sd.versions().columns.tolist()
        ['version', 'released_on', 'schema_version', 'tables', 'rows']
    """
    from sanctions_data.history.versions import version_order

    releases = Edition(root).load("releases")
    found = releases.groupby("version", as_index=False).agg(
        released_on=("released_on", "first"), schema_version=("schema_version", "first"),
        tables=("table", "count"), rows=("rows", "sum"),
    )  # fmt: skip
    order = found["version"].map(version_order).sort_values().index
    return found.loc[order].reset_index(drop=True)


def sources(*, version: str | None = None, root: Path | None = None) -> pd.DataFrame:
    """The official lists that are read: authority, newest snapshot, its age and completeness.

    Example:
        >>> import sanctions_data as sd
        >>> "gb-fcdo" in set(sd.sources()["list_id"])
        True
    """
    edition = edition_of(root, version)
    told = stands_on(edition)
    columns = ["list_id", "oldest", "newest", "age_days", "completeness"]
    seen = pd.DataFrame(told["lists"], columns=columns)
    lists = edition.load("lists")[["list_id", "authority_id", "title", "publisher", "url"]]
    found = lists.merge(seen, on="list_id", how="left")
    found.attrs["stands_on"] = told
    return found


def schema_version() -> str:
    """The version of the schema of the installed data; ``sd.schema_version`` is this.

    Example:
        >>> import sanctions_data as sd
        >>> sd.schema_version == schema_version()
        True
    """
    return str(descriptor(root_folder())["schema_version"])
