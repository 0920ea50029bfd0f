"""A reader given a damaged file: it ends, and in no exception, and writes nothing.

The small snapshots are those of the tests of each reader. ``scripts/fuzz_lists.py`` damages real
ones in the same way, and far more often.
"""

from __future__ import annotations

import csv
import random
import runpy
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.lists.au_dfat import test_reader as au
from tests.lists.ca_gac import test_reader as ca
from tests.lists.ch_seco import test_reader as ch
from tests.lists.cn_mfa import test_reader as mfa
from tests.lists.cn_mofcom import test_reader as mofcom
from tests.lists.eu_fsf import test_reader as eu
from tests.lists.eu_travel_bans import test_reader as bans
from tests.lists.eu_vessels import test_reader as ships
from tests.lists.fr_dgt_gels import test_reader as fr
from tests.lists.gb_fcdo import test_reader as gb
from tests.lists.gb_hmt_conlist import test_reader as hmt
from tests.lists.jp_mof import test_reader as jp
from tests.lists.nl_terror import test_reader as nl
from tests.lists.nz_mfat import test_reader as nz
from tests.lists.pl_mswia import test_reader as pl
from tests.lists.ru_mfa import test_reader as ru
from tests.lists.tr_masak import test_reader as tr
from tests.lists.ua_nsdc import test_reader as ua
from tests.lists.un_1718_vessels import test_reader as un_ships
from tests.lists.un_sc import test_reader as un
from tests.lists.us_bis_dpl import test_reader as bis
from tests.lists.us_ofac import test_cons, test_enhanced, test_sdn

from sanctions_data.lists import FORMATS, ReadReport

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/fuzz_lists.py"
MUTATE: Callable[[bytes, random.Random], bytes] = runpy.run_path(str(SCRIPT))["mutate"]
LONGEST = 20


def workbook(path: Path, *rows: Sequence[object]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("1.Example")
    for row in rows:
        sheet.append(list(row))
    book.save(path)


def table(folder: Path, file: str, header: Sequence[str], *rows: dict[str, Any]) -> None:
    workbook(folder / file, header, *([row.get(column) for column in header] for row in rows))


def russian(folder: Path) -> None:
    ru.write_page(folder, "США\n\n1. Ада Пример (Ada Example) – судья;\n2. Боб (Bob) – мэр.\n")
    ru.announce(folder, date(2023, 3, 5), 12, "Канады", "Ада Пример (Ada Example) – судья;")


def british_until_2026(folder: Path) -> None:
    with (folder / "ConList.csv").open("w", encoding="utf-8", newline="") as handle:
        handle.write("Last Updated,05/06/2023\n")
        writer = csv.DictWriter(handle, hmt.NEW, extrasaction="ignore")
        writer.writeheader()
        writer.writerow(hmt.PERSON)


# What writes a small snapshot of each list, in each layout that has a reader of its own.
SMALL: dict[str, Callable[[Path], object]] = {
    "un-sc": lambda to: shutil.copy(un.FIXTURE, to / un.FILE),
    "au-dfat": lambda to: table(to, au.FILE, au.HEADER, au.ROW, au.ROW),
    "ca-gac": lambda to: ca.read(to, ca.RECORD, ca.SHIP),
    "ch-seco": lambda to: ch.read(to, ch.target(), ch.target(ssid="8")),
    "cn-mfa": lambda to: mfa.read_one(to, mfa.TWO_KINDS),
    "cn-mofcom": lambda to: mofcom.read_texts(
        to, e202001=f"{mofcom.ADDED}。", x202002=mofcom.CONTROL + mofcom.ANNEX
    ),
    "eu-fsf": lambda to: eu.read_entities(to, eu.entity(eu.REGULATION, eu.NAME), eu.SOUND),
    "eu-travel-bans": lambda to: bans.read_csv(to, bans.ONE, bans.ONE),
    "eu-vessels": lambda to: ships.read(to, "9074729,Example,2024-06-25"),
    "fr-dgt-gels": lambda to: fr.read(to, fr.person(1, fr.NATIONAL), fr.person(2)),
    "gb-fcdo": lambda to: shutil.copy(gb.FIXTURE, to / gb.FILE),
    "gb-hmt-conlist": british_until_2026,
    "gb-hmt-conlist xlsx": lambda to: hmt.read_xlsx(to, hmt.PERSON),
    "jp-mof": lambda to: workbook(to / jp.FILE, jp.HEADER, jp.PERSON, jp.PERSON),
    "nl-terror": lambda to: nl.read(to, ["National list"], nl.HEADER, nl.ADA),
    "nz-mfat": lambda to: table(to, nz.FILE, nz.HEADER, nz.ROW, nz.ROW | nz.SHIP),
    "pl-mswia": lambda to: pl.read(to, pl.table(pl.PERSONS, pl.ADA)),
    "ru-mfa": russian,
    "tr-masak": lambda to: tr.read(to, tr.ADA, tr.ADA),
    "ua-nsdc": lambda to: ua.read(to, ua.ADA),
    "un-1718-vessels": lambda to: un_ships.read(to, "9074729,Example,2024-06-25"),
    "us-bis-dpl": lambda to: bis.read(to, bis.ONE, bis.ONE),
    "us-ofac-cons": lambda to: test_cons.read_xml(
        to, test_cons.SDN_XML.format(count=1, entries=test_cons.PERSON)
    ),
    "us-ofac-sdn": lambda to: test_enhanced.read_text(
        to, test_enhanced.document(test_enhanced.PERSON, test_enhanced.VESSEL)
    ),
    "us-ofac-sdn csv": lambda to: test_sdn.read_files(
        to, sdn=test_sdn.row(remarks="DOB 1 Jan 1960."), alt="", add="", sdn_comments=""
    ),
}


@contextmanager
def ends_in_time() -> Iterator[None]:
    """Fails what does not end, where the system can interrupt it."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"took longer than {LONGEST} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    made: dict[str, Path] = {}

    def make(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp(name.replace(" ", "-"))
            SMALL[name](made[name])
        return made[name]

    return make


def test_every_list_has_a_small_snapshot() -> None:
    assert {name.partition(" ")[0] for name in SMALL} == set(FORMATS)


@pytest.mark.parametrize("name", SMALL)
def test_a_small_snapshot_is_read(name: str, small: Callable[[str], Path]) -> None:
    list_id = name.partition(" ")[0]
    report = ReadReport(list_id)
    assert list(FORMATS[list_id].read(small(name), report)), report.problems


@pytest.mark.parametrize("name", SMALL)
# The same damage each time: scripts/fuzz_lists.py looks for more, at night.
@settings(max_examples=100, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32))
@example(seed=985)  # A line of an annex that names nobody.
@example(seed=1706)  # A clause and a party of a Chinese announcement, each a thousand times.
def test_a_damaged_snapshot_is_read_to_an_end(
    name: str, seed: int, small: Callable[[str], Path]
) -> None:
    chance, list_id = random.Random(seed), name.partition(" ")[0]
    with TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(small(name), Path(scratch, "list")))
        damaged = chance.choice(sorted(path for path in folder.rglob("*") if path.is_file()))
        damaged.write_bytes(MUTATE(damaged.read_bytes(), chance))
        before = contents(folder)
        with ends_in_time():
            list(FORMATS[list_id].read(folder, ReadReport(list_id)))
        assert contents(folder) == before
