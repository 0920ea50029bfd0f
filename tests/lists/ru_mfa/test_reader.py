"""Persons barred from entry into Russia: one entry each, from all texts of a folder."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

from sanctions_data.download.snapshots import SnapshotFolder, fingerprint
from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import Attribute, Entry, StatedMeasure, Term
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.reader import FILE, FORMAT, read
from sanctions_data.schema.fields import RECORD_ID

PAGE = "Граждане под санкциями\n\nпо состоянию на 17.10.25\n\n"


def announce(folder: Path, day: date, number: int, states: str, persons: str) -> None:
    place = folder / "reference-docs" / "announcements"
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{day:%Y%m%d}-{number}.md").write_text(
        f"{day:%d.%m.%Y} 12:00\nО гражданах {states}\n\n{number}-{day:%d-%m-%Y}\n\n{persons}",
        encoding="utf-8",
    )


def write_page(folder: Path, persons: str) -> None:
    (folder / FILE).write_text(PAGE + persons, encoding="utf-8")


def read_folder(folder: Path) -> tuple[dict[str, Entry], ReadReport]:
    report = ReadReport("ru-mfa")
    return {entry.ref: entry for entry in read(folder, report)}, report


MARCH, MAY = date(2023, 3, 5), date(2024, 5, 6)


def test_an_announced_person_has_day_and_act(tmp_path: Path) -> None:
    announce(tmp_path, MARCH, 12, "Канады", "Ада Пример (Ada Example) – судья;")
    entries, report = read_folder(tmp_path)
    assert report.problems == []
    entry = entries["ca-ada-example"]
    term = Term("announcement", "12-05-03-2023")
    assert entry.measures == (StatedMeasure(term, MARCH, act="12-05-03-2023"),)
    assert (entry.listed_on, entry.precision) == (MARCH, "day")
    assert entry.programmes == (Term("citizens", "CA"),)
    assert entry.attributes == (Attribute("nationality", "CA"),)


def test_who_is_named_twice_is_one_entry_with_the_first_day(tmp_path: Path) -> None:
    announce(tmp_path, MAY, 3, "Австралии", "Ада Примэр (Ada EXAMPLE);")
    announce(
        tmp_path, MARCH, 40, "Австралии", "Ада Пример (Ada Example);\nАда Пример (Ada Example)"
    )
    entries, report = read_folder(tmp_path)
    [entry] = entries.values()
    assert [name.text for name in entry.names] == ["Ada Example", "Ада Пример", "Ада Примэр"]
    assert [each.act for each in entry.measures] == ["40-05-03-2023"]
    [problem] = report.problems
    assert "found 'Ada Example' again; read once" in problem.message


def test_namesakes_of_two_states_are_two(tmp_path: Path) -> None:
    announce(tmp_path, MARCH, 1, "Канады", "Ада Пример (Ada Example);")
    announce(tmp_path, MARCH, 2, "Австралии", "Ада Пример (Ada Example);")
    assert set(read_folder(tmp_path)[0]) == {"ca-ada-example", "au-ada-example"}


def test_one_name_in_russian_of_two_announced_is_not_enough(tmp_path: Path) -> None:
    announce(tmp_path, MARCH, 1, "Австралии", "Ада О'Брайан (Ada O'Brien);")
    announce(tmp_path, MAY, 2, "Австралии", "Ада О'Брайан (Ada O'Bryan);")
    assert set(read_folder(tmp_path)[0]) == {"au-ada-o-brien", "au-ada-o-bryan"}


def test_who_is_on_the_page_keeps_the_reference_and_learns_the_day(tmp_path: Path) -> None:
    write_page(tmp_path, "Ада ПРИМЕР\n(Ada Example)\n–\nсудья\nБоб ДРУГОЙ\n(Bob Other)\n–\nсудья\n")
    alone, _ = read_folder(tmp_path)
    announce(tmp_path, MARCH, 7, "США", "Ада Пример (Ada Exampel);\nЕва Новая (Eve New);")
    entries, report = read_folder(tmp_path)
    assert report.problems == []
    assert set(entries) == {*alone, "eve-new"}
    assert entries["bob-other"] == alone["bob-other"]
    entry = entries["ada-example"]
    assert [name.text for name in entry.names] == ["Ada Example", "Ада ПРИМЕР", "Ada Exampel"]
    assert entry.programmes == alone["ada-example"].programmes
    assert (entry.listed_on, entry.precision) == (MARCH, "day")


def test_a_page_of_british_citizens_bounds_the_day(tmp_path: Path) -> None:
    place = tmp_path / "reference-docs" / "full-list"
    place.mkdir(parents=True)
    (place / "uk-20240410.md").write_text(
        "01.08.2022 10:37\nГраждане Великобритании\n\nПо состоянию на 10 апреля 2024 года\n\n"
        "Ада ПРИМЕР (Ada EXAMPLE),\nБоб ДРУГОЙ (Bob OTHER)\n",
        encoding="utf-8",
    )
    announce(tmp_path, MAY, 7, "Великобритании", "Боб Другой (Bob Other);")
    entries, _ = read_folder(tmp_path)
    entry = entries["gb-ada-example"]
    assert entry.measures == () and entry.programmes == (Term("page", "Граждане Великобритании"),)
    assert (entry.listed_on, entry.precision) == (date(2024, 4, 10), "on_or_before")
    assert (entries["gb-bob-other"].listed_on, entries["gb-bob-other"].precision) == (MAY, "day")


def test_a_citizen_of_another_state_is_looked_for_among_those(tmp_path: Path) -> None:
    write_page(tmp_path, "Ада ПРИМЕР\n(Ada Example)\n–\nсудья\n")
    announce(
        tmp_path, MARCH, 7, "Великобритании", "Ада Пример (Ada Example), гражданка США, судья;"
    )
    entries, _ = read_folder(tmp_path)
    assert set(entries) == {"ada-example"} and entries["ada-example"].listed_on == MARCH


def test_every_announcement_counts_for_what_identifies_a_snapshot(tmp_path: Path) -> None:
    announce(tmp_path, MARCH, 1, "Канады", "Ада Пример (Ada Example);")
    snapshot = SnapshotFolder(FORMAT, tmp_path, MAY)
    before = fingerprint(snapshot)
    announce(tmp_path, date(2022, 1, 2), 2, "Канады", "Боб Другой (Bob Other);")
    assert fingerprint(snapshot) != before


def test_the_real_announcements_are_read_whole(official_lists: Path) -> None:
    report = ReadReport("ru-mfa")
    folder = official_lists / "ru-mfa" / "2026-03-12"
    entries = list(FORMATS["ru-mfa"].read(folder, report))
    assert report.errors == [] and not any(each.is_odd for each in report.problems)
    assert len(report.problems) == 4
    assert len(entries) == 3981
    assert Counter(e.measures[0].act for e in entries if e.measures) == {
        "755-07-04-2022": 228, "806-13-04-2022": 398, "807-13-04-2022": 87, "918-27-04-2022": 286,
        "1080-21-05-2022": 26, "1345-28-06-2022": 25, "1514-21-07-2022": 39,
        "1789-05-09-2022": 25, "2321-11-11-2022": 200, "684-12-04-2023": 333,
        "976-19-05-2023": 500, "1217-21-06-2023": 48, "482-14-03-2024": 227,
        "703-17-04-2024": 235, "1224-26-06-2024": 27, "1225-26-06-2024": 36,
        "2019-29-10-2024": 130, "1348-20-08-2025": 21, "1585-26-09-2025": 7, "9-05-01-2026": 28,
    }  # fmt: skip
    assert Counter(e.precision for e in entries) == {
        "day": 2906,
        "on_or_before": 276,
        "unknown": 799,
    }
    texts = [name.text for entry in entries for name in entry.names]
    assert not [text for text in texts if re.search(r"[()\n;–0-9]|,(?! [JS]r)", text)]
    assert all(re.fullmatch(RECORD_ID, f"ru-mfa-{entry.ref}") for entry in entries)
    assert [e.ref for e in entries if len(e.names) < 2] == ["reed-scott-hansen-2"]


def test_nobody_of_the_real_page_is_another_one_in_the_later_folder(official_lists: Path) -> None:
    read_day = {}
    for day in ("2025-10-17", "2026-03-12"):
        folder = official_lists / "ru-mfa" / day
        read_day[day] = {e.ref: e for e in FORMATS["ru-mfa"].read(folder, ReadReport("ru-mfa"))}
    page, later = read_day.values()
    assert page.keys() <= later.keys()
    assert all(later[ref].names[0] == entry.names[0] for ref, entry in page.items())
    only_announced = {
        ref for ref, e in later.items() if Attribute("nationality", "US") in e.attributes
    } - page.keys()
    assert only_announced == {
        "glen-d-vanherck", "glenn-william-thompson-jr", "hugh-thompson-rice-jr",
        "vicente-gonzalez-jr",
    }  # fmt: skip
