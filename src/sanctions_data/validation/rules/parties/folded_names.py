"""Parties by their names as names are compared, without folding every name."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute

from sanctions_data.validation.engine.arrow import Numbers, integers, marks, strings
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context


def find_by_folded_name(context: Context, wanted: list[str]) -> dict[str, set[str]]:
    """The parties of each name, for the wanted names only, as names are compared."""
    folded = {context.fold(name) for name in wanted}
    found: dict[str, set[str]] = {name: set() for name in folded if name}
    for table in ("entities", "entity_names"):
        rows = context.rows(table)
        cells, ids = rows["name"], rows["entity_id"]
        names = {
            place: context.fold(cells.values[place].as_py())
            for place in find_likely(cells, set(found))
        }
        wanted_places = np.zeros(len(cells.values), dtype=bool)
        wanted_places[[place for place, name in names.items() if name in found]] = True
        for row in rows_of(cells.select_rows(wanted_places)):
            found[names[int(cells.places[row])]].add(ids.text(row))
    return found


def find_likely(cells: Cells, folded: set[str]) -> list[int]:
    """The places of names that may be among the folded ones.

    Folding every name would take longer than all other rules together. But folding changes
    neither the number nor the sort of the letters from A to Z, and these are quickly counted.
    """
    compute = pyarrow.compute
    names = cells.values
    others = np.flatnonzero(~marks(compute.string_is_ascii(names)))
    bare = compute.utf8_normalize(names.take(integers(others)), "NFKD")
    letters = _sum_letters(names)
    letters[others] = _sum_letters(compute.replace_substring_regex(bare, "[ßẞ]", "ss"))
    found: list[int] = np.flatnonzero(np.isin(letters, _sum_letters(strings(folded)))).tolist()
    return found


# A number of its own for each letter and digit, the same for both cases; nothing for other bytes.
_WEIGHTS = np.zeros(256, dtype=np.uint32)
for _place, _sign in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", start=1):
    _WEIGHTS[[ord(_sign), ord(_sign.upper())]] = pow(1664525, _place, 1 << 32)


def _sum_letters(names: pa.StringArray) -> Numbers:
    """A number a name, the same for names of the same ASCII letters and digits in any order."""
    ends = np.frombuffer(names.buffers()[1], dtype=np.int32)
    ends = ends[names.offset : names.offset + len(names) + 1]
    content = np.frombuffer(names.buffers()[2] or b"", dtype=np.uint8)[ends[0] : ends[-1]]
    sums = np.zeros(len(content) + 1, dtype=np.uint32)
    np.cumsum(_WEIGHTS[content], out=sums[1:])
    letters: Numbers = np.diff(sums[ends - ends[0]])
    return letters
