"""What a notebook shows: the party, what comes near, and no markup from a cell."""

from __future__ import annotations

from dataclasses import replace

import sanctions_data as sd


def test_a_party_with_its_measures() -> None:
    html = sd.lookup("Mahan Air")._repr_html_()
    assert "<b>Mahan Air</b>" in html
    assert html.count("<tr>") > 1
    assert "Version " in html


def test_nothing_found_is_told() -> None:
    assert "Nothing found" in sd.lookup("Qqzzxx Vvwwkk")._repr_html_()


def test_no_cell_is_taken_for_markup() -> None:
    party = sd.lookup("Mahan Air").party
    assert party is not None
    measures = party.measures.assign(act="<script>", act_url="javascript:alert(1)")
    evil = replace(party, measures=measures, entity={**party.entity, "name": "<b>'\"x"})
    html = evil._repr_html_()
    assert "<script>" not in html
    assert "javascript:" not in html
    assert "&lt;b&gt;&#x27;&quot;x" in html
