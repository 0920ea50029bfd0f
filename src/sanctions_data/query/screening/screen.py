"""Screening many customers: candidates, with what speaks for and against them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.codes import Choice
from sanctions_data.query.screening.customer_columns import customer_columns
from sanctions_data.query.screening.screening_run import Screening, no_candidates
from sanctions_data.query.stands_on import edition_of

_CHUNK = 5000


def screen(
    customers: pd.DataFrame,
    *,
    columns: Mapping[str, str] | None = None,
    limit: int = 5,
    threshold: float = 80,
    on: str | date | None = None,
    authority: Choice = None,
    list: Choice = None,
    measure_type: Choice = None,
    exclude: pd.DataFrame | None = None,
    receipt: Path | str | None = None,
    version: str | None = None,
    root: Path | None = None,
    listener: Callable[[int], None] | None = None,
) -> pd.DataFrame:
    """Candidates for each of many customers, with what speaks for and against them.

    A candidate is a party with a like name or the same number. Absence here proves nothing.

    Args:
        customers: one row a customer, with a column of names, and perhaps ids, birth dates,
            countries, kinds and numbers; usual headers are recognised.
        columns: the columns of roles whose header is not recognised, such as
            ``{"name": "Kunde"}``; the roles are ``id``, ``name``, ``given_name``,
            ``family_name``, ``birth_date``, ``country``, ``kind`` and types of identifiers.
        limit: maximum number of candidates a customer.
        threshold: minimum similarity of names; see ``sd.search``.
        on: a day; only parties under a measure in force on it, or perhaps in force.
        authority: only parties under a measure of these authorities.
        list: only parties under a measure for being on these lists.
        measure_type: only parties under these kinds of measure.
        exclude: confirmed non-matches, with the columns ``customer_id`` and ``entity_id``.
        receipt: a file to write, by which ``sd.verify`` can repeat the screening.
        version: a released version.
        root: folder of the data; the installed data if left out.
        listener: told how many customers are done.

    Returns:
        One row a customer and candidate, best first: ``customer_id``, ``customer``,
        ``entity_id``, ``party``, the ``name`` that is like the customer's, ``score`` and
        ``reason`` as in ``sd.search``; ``verdict`` (``same_number``, ``strengthened``,
        ``name_only``, ``weakened`` or ``refuted``) with the ``facts`` that speak for or against;
        what is ``imposed`` by whom, ``listings`` and ``sources``. ``attrs["stands_on"]`` tells
        what was searched.

    Raises:
        ValueError: no column holds names, a cell cannot be read, or a code is not known.

    Example:
        >>> import pandas as pd
        >>> import sanctions_data as sd
        >>> customers = pd.DataFrame({"id": ["7"], "name": ["Ramzan Kadyrow"], "born": ["1976"]})
        >>> sd.screen(customers, limit=1)[["customer_id", "verdict"]].values.tolist()
        [['7', 'strengthened']]
    """
    screening = Screening(
        edition_of(root, version), limit=limit, threshold=threshold, on=on, authority=authority,
        list=list, measure_type=measure_type, exclude=exclude,
    )  # fmt: skip
    roles = customer_columns([*customers.columns], columns)
    found = []
    for start in range(0, len(customers), _CHUNK):
        found.append(screening.screen_part(customers.iloc[start : start + _CHUNK], roles))
        if listener is not None:
            listener(screening.done)
    rows = pd.concat([no_candidates(), *found], ignore_index=True)
    rows.attrs["stands_on"] = screening.stands_on
    if receipt is not None:
        from sanctions_data.query.screening.receipt import write_receipt

        write_receipt(Path(receipt), screening, roles)
    return rows
