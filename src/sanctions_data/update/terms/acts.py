"""Under which act an entry is, where its programme rests on several.

A list may print the legal authority of an entry beside its programme, by the number of the act. A
rule under an act that is not the main one of the programme applies to the entries that print it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from sanctions_data.tables.store import Row


def act_in(printed: str, acts: Mapping[str, str]) -> str:
    """The act whose number a legal authority begins with; empty if none is known.

    Args:
        printed: the authority as printed.
        acts: the id of each act, by its number.

    Example:
        >>> act_in("Executive Order 13628 - Section 3", {"Executive Order 13628": "us-eo-13628"})
        'us-eo-13628'
    """
    words = printed.split()
    beginnings = (" ".join(words[:end]) for end in range(len(words), 0, -1))
    return next((acts[number] for number in beginnings if number in acts), "")


def choose_by_act(
    rules: Iterable[Row], main: str, printed: Collection[str]
) -> Iterator[tuple[Row, bool]]:
    """Yield the rules that apply, and whether the act of each was left open by the entry.

    Args:
        rules: the rules of a programme for the kind of party.
        main: the act of the programme.
        printed: the acts that the entry prints.

    Example:
        >>> rules = [{"measure_type": "asset_freeze", "instrument_id": act} for act in "AB"]
        >>> [(rule["instrument_id"], is_open) for rule, is_open in choose_by_act(rules, "A", "B")]
        [('B', False)]
        >>> [(rule["instrument_id"], is_open) for rule, is_open in choose_by_act(rules, "A", "")]
        [('A', True)]
    """
    by_type: dict[str, list[Row]] = defaultdict(list)
    for rule in rules:
        by_type[rule["measure_type"]].append(rule)
    for every in by_type.values():
        usual = [rule for rule in every if rule["instrument_id"] == main] or every
        others = [rule for rule in every if rule not in usual]
        named = [rule for rule in others if rule["instrument_id"] in printed]
        if named and main not in printed:
            yield named[0], False
        else:
            yield from ((rule, bool(others) and main not in printed) for rule in usual)
