"""What strengthens a candidate, and what refutes it."""

from __future__ import annotations

from typing import Any

import pytest

from sanctions_data.query.screening.customers import Customer
from sanctions_data.query.screening.weigh_facts import PartyFacts, weigh_facts


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        pytest.param({}, "name_only", id="nothing but a name"),
        pytest.param({"birth_date": "1960-02-03"}, "strengthened", id="same day"),
        pytest.param({"birth_date": "1960"}, "strengthened", id="year of the day"),
        pytest.param({"birth_date": "1961-07-09"}, "weakened", id="a year off"),
        pytest.param({"birth_date": "1990"}, "refuted", id="another year"),
        pytest.param({"country": "IR"}, "strengthened", id="its country"),
        pytest.param({"country": "FR"}, "weakened", id="another country"),
        pytest.param({"country": "FR", "birth_date": "1960"}, "strengthened", id="birth wins"),
        pytest.param({"kind": "vessel"}, "refuted", id="another kind"),
        pytest.param({"numbers": (("passport", "p1"),)}, "same_number", id="its number"),
        pytest.param({"numbers": (("passport", "p2"),)}, "name_only", id="another passport"),
        pytest.param({"numbers": (("imo_number", "2"),)}, "refuted", id="another ship"),
        pytest.param(
            {"numbers": (("tax_id", "p1"),), "birth_date": "1990"}, "same_number",
            id="a number under another type, and another date",
        ),
    ],
)  # fmt: skip
def test_verdict(asked: dict[str, Any], verdict: str) -> None:
    facts = PartyFacts("person", {"1960-02-03"}, {"IR"})
    facts.numbers |= {"passport": {"p1"}, "imo_number": {"1"}}
    assert weigh_facts(Customer("1", "Ada", **asked), facts)[0] == verdict
