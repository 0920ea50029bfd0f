"""The EU's two lists, imported one after the other: an entry ban is one row, whoever says it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.update.seed import make_seed

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.tables.store import Row, Store
from sanctions_data.update.run import update
from sanctions_data.validation import validate

pytestmark = pytest.mark.full
EXPORT = '<export xmlns="http://eu.europa.ec/fpi/fsd/export">{}</export>'
FREEZE = """<sanctionEntity euReferenceNumber="EU.{n}.10" logicalId="10{n}"
designationDate="2021-06-21"><regulation numberTitle="2021/1 (OJ L1)" programme="BLR"
publicationDate="2021-06-21" entryIntoForceDate="2021-06-21"/><subjectType code="person"/>
<nameAlias wholeName="{name}" strong="true" logicalId="1"/></sanctionEntity>"""
BAN = """<sanctionEntity logicalId="10{n}">{decision}<subjectType code="person"/>
<nameAlias wholeName="{name}" strong="true" logicalId="1"/></sanctionEntity>"""
DECISION = """<regulation numberTitle="Council Decision"><publicationUrl>
https://eur-lex.europa.eu/?uri=CELEX%3A02012D0642-20220604</publicationUrl></regulation>"""
NAMES = {1: "Ada Maria Example", 2: "Bea Sample", 3: "Cem Muster", 4: "Dan Mock", 5: "Eva Proxy"}

LAST = date(2024, 9, 13)

Put = Callable[[str, str, str, str], SnapshotFolder]


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_seed(tmp_path_factory.mktemp("seed") / "root")


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def put(list_id: str, day: str, name: str, content: str) -> SnapshotFolder:
        folder = tmp_path / "lists" / list_id / day
        folder.mkdir(parents=True)
        (folder / name).write_text(EXPORT.format(content), encoding="utf-8")
        return find_snapshot(tmp_path / "lists", FORMATS[list_id], date.fromisoformat(day))

    return put


def freezes(put: Put, day: str, *numbers: int) -> SnapshotFolder:
    persons = "".join(FREEZE.format(n=n, name=NAMES[n]) for n in numbers)
    return put("eu-fsf", day, "xmlFullSanctionsList_1_1.xml", persons)


def bans(put: Put, day: str, *numbers: int, decision: str = DECISION) -> SnapshotFolder:
    persons = "".join(BAN.format(n=n, name=f"Ms {NAMES[n]}", decision=decision) for n in numbers)
    return put("eu-travel-bans", day, "TravelBansExport_1.xml", persons)


def bans_of(root: Path, *listings: str) -> list[Row]:
    rows = Store.read(root / "data").rows("travel_bans")
    return [row for row in rows if row["listing_id"] in listings]


def test_one_prohibition_is_one_row_from_the_first_import_to_the_end(seed: Path, put: Put) -> None:
    """The list of freezes comes first, states the day, and takes the person off in the end."""
    everyone = [
        freezes(put, "2022-09-13", 1, 2, 3, 4, 5),
        bans(put, "2022-09-14", 1, 2),
        freezes(put, "2023-09-13", 1, 2, 3, 4, 5),
    ]
    for snapshot in everyone:
        result = update(seed, [snapshot])
        assert result.failures == {}
    implied = {"eu-fsf-EU.1.10", "eu-fsf-EU.2.10", "eu-fsf-EU.3.10"}
    assert {row["listing_id"] for row in bans_of(seed, *implied)} == {"eu-fsf-EU.3.10"}
    [ban] = bans_of(seed, "eu-travel-bans-101")
    assert (ban["basis"], ban["rule_id"]) == ("stated", "")
    assert (ban["programme_id"], ban["instrument_id"]) == ("eu-blr", "eu-dec-2012-642")
    assert (ban["start_date"], ban["start_precision"]) == ("2021-06-21", "day")
    assert ban["first_seen"] == "2022-09-13" and ban["source_id"] == "eu-travel-bans-2022-09-14"
    source = Store.read(seed / "data").get("sources", "eu-travel-bans-2022-09-14") or {}
    assert source["completeness"] == "incomplete"

    # Nobody's absence from the list of bans ends anything; that from the other list does.
    later = [bans(put, "2024-01-01", 2), bans(put, "2024-01-02", 1, 2)]
    for snapshot in later:
        assert update(seed, [snapshot]).failures == {}
        assert bans_of(seed, "eu-travel-bans-101")[0]["status"] == "in_force"
    assert update(seed, [freezes(put, "2024-09-13", 2, 3, 4, 5)]).failures == {}
    [ban] = bans_of(seed, "eu-travel-bans-101", "eu-fsf-EU.1.10")
    assert (ban["status"], ban["end_date"], ban["end_precision"]) == (
        "ended",
        "2024-09-13",
        "on_or_before",
    )
    [other] = bans_of(seed, "eu-travel-bans-102", "eu-fsf-EU.2.10")
    assert (other["basis"], other["status"]) == ("stated", "in_force")

    # The newest files again say nothing new, though one of them is older than what has ended.
    rows = {path: path.read_bytes() for path in (seed / "data").glob("*.csv")}
    again = [later[1], find_snapshot(later[1].folder.parents[1], FORMATS["eu-fsf"], LAST)]
    result = update(seed, again, again=True)
    assert result.failures == {} and not any(each.counts for each in result.outcomes.values())
    assert {path: path.read_bytes() for path in rows} == rows
    assert validate(seed / "data").errors == []
