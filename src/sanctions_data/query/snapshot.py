"""``sd.snapshot``: several questions to the tables of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sanctions_data.query.compare import compare
from sanctions_data.query.flights.may_fly import may_fly
from sanctions_data.query.flights.restrictions import flights
from sanctions_data.query.load import load, tables
from sanctions_data.query.lookup.answer import lookup
from sanctions_data.query.measures import measures
from sanctions_data.query.search.search import search
from sanctions_data.tables.location import root_folder
from sanctions_data.tables.one_state import copy_of_one_state


class Snapshot:
    """The questions of ``sanctions_data``, all to the same tables.

    Attributes:
        root: the folder of the tables, for ``root=`` of functions that are not here.
        load, tables, measures, lookup, search, compare, flights, may_fly: as in
            ``sanctions_data``, without ``root``.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.load = partial(load, root=root)
        self.tables = partial(tables, root=root)
        self.measures = partial(measures, root=root)
        self.lookup = partial(lookup, root=root)
        self.search = partial(search, root=root)
        self.compare = partial(compare, root=root)
        self.flights = partial(flights, root=root)
        self.may_fly = partial(may_fly, root=root)


@contextmanager
def snapshot(*, root: Path | None = None) -> Iterator[Snapshot]:
    """The tables as they stand now, for several questions, whatever is written meanwhile.

    Each single function of ``sanctions_data`` sees the tables before an update or after it. Two
    calls may still see one each; within a snapshot they see the same.

    Args:
        root: folder of the data; the installed data if left out.

    Raises:
        UnfinishedChangeError: an update was interrupted; the message says how to end it.
        InUseError: the tables are changed without a pause.

    Example:
        >>> import sanctions_data as sd
        >>> with sd.snapshot() as data:
        ...     freezes, parties = data.load("asset_freezes"), data.load("entities")
        >>> bool(freezes["entity_id"].isin(parties["entity_id"]).all())
        True
    """
    with copy_of_one_state(root or root_folder()) as copy:
        yield Snapshot(copy)
