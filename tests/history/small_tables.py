"""Small tables with awkward keys and cells, for what reads and writes canonical bytes."""

from __future__ import annotations

from hypothesis import strategies as st

from sanctions_data.history.lines import Lines

# Quotes, commas, letters before and after them, and of two, three and four bytes.
TEXT = st.text(st.sampled_from('a "b,!é\u2028漢🜁'), min_size=1, max_size=4)
CELL = st.one_of(st.just(""), TEXT)
FORMS = {
    "simple key": (["id", "cell", "note"], ["id"]),
    "key in another order": (["entity", "name", "list", "note"], ["list", "entity", "name"]),
    "nothing but the key": (["entity", "name", "list"], ["list", "entity", "name"]),
}


def state(header: list[str], key: list[str], rows: list[tuple[str, ...]]) -> Lines:
    """A table of these rows; of rows with one key the last counts."""
    table = Lines(header, key)
    for row in rows:
        table.put(list(row))
    return table


@st.composite
def two_states(draw: st.DrawFn) -> tuple[list[str], Lines, Lines]:
    """A key, and two states of a table with this key that have rows in common."""
    header, key = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    row = st.tuples(*(TEXT if column in key else CELL for column in header))
    common = draw(st.lists(row, max_size=10))
    one, other = (common + draw(st.lists(row, max_size=6)) for _ in range(2))
    kept = draw(st.lists(st.booleans(), min_size=len(one), max_size=len(one)))
    one = [row for row, keep in zip(one, kept, strict=True) if keep]
    return key, state(header, key, one), state(header, key, other)
