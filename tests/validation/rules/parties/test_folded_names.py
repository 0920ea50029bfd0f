"""Names are found without folding all of them, and none is passed over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.fold import fold_name
from sanctions_data.validation.engine.columns import Cells, CodedRows
from sanctions_data.validation.engine.context import Context
from sanctions_data.validation.rules.parties.folded_names import find_by_folded_name, find_likely


@given(st.lists(st.text(st.sampled_from("aAbBßéÉ İıſﬁ'-.,чЧ２2"), max_size=6), min_size=1))
def test_no_name_that_is_folded_to_a_wanted_one_is_passed_over(names: list[str]) -> None:
    cells = Cells.of(names)
    wanted = fold_name(names[0])
    same = {i for i, name in enumerate(cells.values.to_pylist()) if fold_name(name) == wanted}
    assert same <= set(find_likely(cells, {wanted}))


def test_parties_are_found_by_name_and_by_alias() -> None:
    entities = CodedRows.of(["entity_id", "name"], [["a", "Éxample Oy"], ["b", "Other"]])
    aliases = CodedRows.of(["entity_id", "name"], [["c", "EXAMPLE OY"], ["b", "Example Oyj"]])
    context = Context({"entities": entities, "entity_names": aliases})
    assert find_by_folded_name(context, ["Example OY"]) == {fold_name("example oy"): {"a", "c"}}
