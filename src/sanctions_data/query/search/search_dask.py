"""Searching for the names of a Dask DataFrame, partition by partition."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from sanctions_data.query.edition import Edition
from sanctions_data.query.search.name_index import NameIndex, index_of
from sanctions_data.query.search.search import (
    LIMIT,
    THRESHOLD,
    no_candidates,
    search_index,
    under_measures,
)

if TYPE_CHECKING:
    import dask.dataframe as dd


def search_partitions(
    frame: dd.DataFrame,
    column: str,
    *,
    limit: int = LIMIT,
    threshold: float = THRESHOLD,
    on: str | date | None = None,
    version: str | None = None,
    root: Path | None = None,
) -> dd.DataFrame:
    """What ``search`` does, for a column of a Dask DataFrame that may not fit in memory.

    The index is built here and sent once to each worker of the current ``distributed.Client``;
    workers need the package, not the data. Without a client it runs in this process.

    Args:
        frame: the names, in as many partitions as wished; some 100,000 names each are fine.
        column: the column that holds them.
        limit: maximum number of parties a name.
        threshold: minimum score.
        on: a day; keeps parties under a measure in force on it.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        A Dask DataFrame, computed when asked: the columns of ``search``, with the partitions
        of ``frame``.

    Raises:
        ImportError: Dask is not installed.
        ValueError: ``frame`` has no such column.

    Example:
        >>> import dask.dataframe as dd
        >>> names = pd.DataFrame({"customer": ["Iran Airr", "Nobody We Know"]})
        >>> found = search_partitions(dd.from_pandas(names, npartitions=2), "customer")
        >>> found.compute()["entity_id"].tolist()[:1]
        ['iran-air']
    """
    try:
        from dask.delayed import delayed
    except ImportError:
        raise ImportError(
            "Dask is not installed; install it with: pip install 'sanctions-data[dask]'"
        ) from None
    if column not in frame.columns:
        raise ValueError(f"no column {column!r}; the columns are {', '.join(frame.columns)}")
    edition = Edition(root, version)
    among = None if on is None else under_measures(edition, on)
    found: dd.DataFrame = frame[column].map_partitions(
        _search_partition,
        delayed(_send_to_workers(index_of(edition))),
        limit=limit,
        threshold=threshold,
        among=among,
        meta=no_candidates(),
    )
    return found


def _send_to_workers(index: NameIndex) -> Any:
    """The index on every worker, or itself where there are none."""
    try:
        from distributed import get_client

        client: Any = get_client()
    except (ImportError, ValueError):
        return index
    return client.scatter(index, broadcast=True, hash=False)


def _search_partition(
    names: pd.Series[str],
    index: NameIndex,
    limit: int,
    threshold: float,
    among: set[str] | None,
) -> pd.DataFrame:
    return search_index(index, names.tolist(), limit=limit, threshold=threshold, among=among)
