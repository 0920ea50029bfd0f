"""The page of a party: matrix, why and citation say what the library says."""

from __future__ import annotations

from typing import Any

import pytest

import sanctions_data as sd

# The site is made of all tables.
pytestmark = pytest.mark.full

WHY = """async ids => {
  const names = await sanctionsSite.Names.load(), facts = await sanctionsSite.whyFacts();
  const told = {};
  for (const [party, id] of ids) {
    const row = (await sanctionsSite.measuresWithId(party, names))
      .find(each => each.measure_id === id);
    told[id] = sanctionsSite.whySteps(row, facts);
  }
  return told;
}"""
MATRIX = """async cases => {
  const names = await sanctionsSite.Names.load(), told = [];
  for (const [party, day] of cases) {
    const rows = await sanctionsSite.measuresWithId(party, names);
    for (const [authority, kinds] of sanctionsSite.matrixOf(rows, day))
      for (const [kind, cell] of kinds)
        told.push([party, authority, kind, cell.status]);
  }
  return told;
}"""
# Measures that events brought, whose cells were corrected, and that contributors entered.
TOLD = ["au-dfat-7988-asset-freeze", "de-operating-permit-mahan-air-2019",
        "gb-iran-air-services-notice-2024"]  # fmt: skip


def test_why_is_what_the_library_tells(page: Any) -> None:
    every = sd.measures().set_index("measure_id", drop=False)
    firsts = every.assign(list=every["listing_id"].fillna("").str.rsplit("-", n=1).str[0])
    some = firsts.drop_duplicates(["authority_id", "basis"])["measure_id"].tolist()[:30]
    asked = [(every.loc[each, "entity_id"], each) for each in (*TOLD, *some)]
    found = page.evaluate(WHY, asked)
    for _, measure_id in asked:
        _, _, *told = str(sd.why(measure_id)).partition("\n\n")[0].split("\n")
        steps = []
        for label, parts, *url in found[measure_id]:
            if label == "Act":
                parts.extend(url)  # It is the link's.
            if label == "Entered by contributors":
                steps.append(f"{label}: {parts[0]}")
            elif label != "Corrected":  # Its cells are quoted otherwise.
                steps.append(f"{label}: {', '.join(parts)}")
        assert steps == [each for each in told if not each.startswith("Corrected: ")]
        corrected = [parts[1] for label, parts, *_ in found[measure_id] if label == "Corrected"]
        assert corrected == [each["source_id"] for each in sd.why(measure_id).corrections]


def test_the_matrix_is_that_of_the_library(page: Any) -> None:
    known = sd.measures()["entity_id"].drop_duplicates()
    parties = ["iran-air", *known.iloc[:: max(1, len(known) // 60)]]
    days = ["2016-06-30", "2024-10-01"]
    cases = [(each, days[number % 2]) for number, each in enumerate(parties)]
    found = {tuple(each[:3]): each[3] for each in page.evaluate(MATRIX, cases)}
    expected = {}
    for day in days:
        on_day = sd.measures(on=day, undecided="include")
        on_day = on_day[on_day["entity_id"].isin([p for p, d in cases if d == day])]
        keys = on_day[["entity_id", "authority_id", "measure_type"]].astype("object")
        for key, status in zip(keys.itertuples(index=False, name=None), on_day["day_status"],
                               strict=True):  # fmt: skip
            # One in force counts before one of which it cannot be told.
            if expected.get(key) != "in_force":
                expected[key] = status
    assert expected
    told = {key: status for key, status in found.items() if status != "not_in_force"}
    assert told == expected


def test_a_party_opens_its_why_and_is_cited(page: Any) -> None:
    page.goto(f"{page.home}#/party/iran-air?on=2024-11-01")
    page.wait_for_selector("#day[value='2024-11-01']")
    page.locator("summary", has_text="eu-fsf-EU.12241.0-asset-freeze").click()
    page.locator(".why[open]", has_text="SHA-256").wait_for()
    version = sd.package().version
    cited = page.locator("#cite").input_value()
    assert cited.startswith(f"Iran Air, as of 2024-11-01, in: sanctions-data {version}, ")
    assert cited.endswith(f"#/party/iran-air?on=2024-11-01&v={version}")
    page.locator("button", has_text="Copy citation").click()
    page.locator(".cite", has_text="Copied.").wait_for()
    assert page.errors == []
