"""The asset-freeze list of Japan's Ministry of Finance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import FORMATS
from sanctions_data.lists.common.entry import (
    Attribute,
    CrossReference,
    Entry,
    Identifier,
    Name,
    Term,
)
from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.jp_mof.entry_text import birth_dates, first_day, japanese_country
from sanctions_data.lists.jp_mof.names import main_names, other_names
from sanctions_data.lists.jp_mof.reader import read
from sanctions_data.schema.fields import RECORD_ID

WriteWorkbook = Callable[[Path, dict[str, Sequence[Sequence[object]]]], Path]
ReadSheets = Callable[[dict[str, Sequence[Sequence[object]]]], tuple[list[Entry], ReadReport]]

FILE = "shisantouketsu20260305.xlsx"
HEADER = (
    "告示日付",
    "告示番号",
    "日本語表記",
    "英語表記",
    "別名",
    "旧称",
    "生年月日",
    "国籍",
    "国連参照番号",
)
PERSON = (
    "2022.3.1\n200812.19改訂",
    "12",
    "アダ・レイ",
    "ADA EXAMPLE\n（original script：آدا）",
    "(a)エイ（Aye）\n(b)ビイ（Bee）",
    "不明",
    22882,
    "北朝鮮",
    "QDi.001",
)


@pytest.fixture
def read_sheets(tmp_path: Path, write_workbook: WriteWorkbook) -> ReadSheets:
    def read_them(sheets: dict[str, Sequence[Sequence[object]]]) -> tuple[list[Entry], ReadReport]:
        write_workbook(tmp_path / FILE, sheets)
        report = ReadReport("jp-mof")
        return list(read(tmp_path, report)), report

    return read_them


def test_every_column_of_a_person(read_sheets: ReadSheets) -> None:
    [entry], report = read_sheets(
        {"2.タリバーン関係者等": [["見出し", None, "注"], HEADER, PERSON]}
    )
    assert report.problems == []
    assert entry == Entry(
        ref="2-12",
        kind="person",
        names=(
            Name("ADA EXAMPLE"),
            Name("آدا", "alias"),
            Name("アダ・レイ", "alias"),
            Name("エイ", "alias"),
            Name("Aye", "alias"),
            Name("ビイ", "alias"),
            Name("Bee", "alias"),
        ),
        position=f"{FILE}, sheet '2.タリバーン関係者等', row 3 (2-12)",
        programmes=(Term("sheet", "タリバーン関係者等"),),
        identifiers=(Identifier("un_reference", "QDi.001"),),
        attributes=(Attribute("birth_date", "1962-08-24"), Attribute("nationality", "KP")),
        references=(CrossReference("un-sc", "QDi.001"),),
        listed_on=date(2022, 3, 1),
        precision="day",
    )


def test_numbers_of_documents(read_sheets: ReadSheets) -> None:
    header = (*HEADER, "旅券番号", "ID番号", "身分証番号", "身分登録番号")
    documents = ("パキスタン旅券 AB9157999", "(a)12345 (b)4999", 12345, "スーダン番号67899")
    [entry], report = read_sheets({"2.例": [header, (*PERSON, *documents)]})
    assert entry.identifiers == (
        Identifier("un_reference", "QDi.001"),
        Identifier("passport", "AB9157999", "PK"),
        Identifier("national_id", "12345"),
        Identifier("national_id", "67899", "SD"),
    )
    [problem] = report.problems
    assert not problem.is_error
    assert "row 2, column K (ID番号)" in problem.position
    assert "found '4999', expected one number" in problem.message


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("2011.11.18削除", "1"), id="deleted"),
        pytest.param(("2011.11.18 削除\n（9．と同一人物）", "*1"), id="deleted with a note"),
        pytest.param(("2011.11.18", "1", "アダ(削除)", "ADA"), id="deleted by name"),
        pytest.param((None,) * 8 + ("text of the row above",), id="text goes on"),
        pytest.param((), id="empty"),
    ],
)
def test_rows_that_list_nobody(read_sheets: ReadSheets, row: tuple[object, ...]) -> None:
    entries, report = read_sheets({"2.例": [HEADER, row, PERSON]})
    assert [entry.ref for entry in entries] == ["2-12"]
    assert report.problems == []


def test_sheets_without_entries_are_the_index_and_regimes_that_ended(
    read_sheets: ReadSheets,
) -> None:
    entries, report = read_sheets(
        {
            "一覧": [["資産凍結"], [1, "例"]],
            "8.【解除】例": [["例"], ["【2015年12月18日告示廃止】"]],
            "11.別": [["例"], ["【2016年7月29日告示廃止】"]],
            "1.例": [HEADER, PERSON],
        }
    )
    assert len(entries) == 1
    assert report.problems == []


@pytest.mark.parametrize(
    ("title", "head", "birth", "expected"),
    [
        pytest.param("29.ロシア連邦(個人)", "", None, "person", id="title says persons"),
        pytest.param("28.ロシア連邦(団体(特定銀行を除く))", "", None, "organisation", id="bodies"),
        pytest.param(
            "30.ロシア連邦(特定銀行）", "個人及び団体（特定銀行）", None, "organisation", id="banks"
        ),
        pytest.param("5.イラク（Ⅰ）", "対象となる個人", None, "person", id="heading says persons"),
        pytest.param("2.例", "", "不明", "person", id="unknown birth date"),
        pytest.param("2.例", "", None, "organisation", id="no sign of a person"),
    ],
)
def test_kinds(
    read_sheets: ReadSheets, title: str, head: str, birth: object, expected: str
) -> None:
    row = ("2022.3.1", 1, "例", "EXAMPLE", None, None, birth)
    [entry], _ = read_sheets({title: [[head], HEADER, row]})
    assert entry.kind == expected


def test_a_sheet_without_columns_of_persons_does_not_tell_the_kind(
    read_sheets: ReadSheets,
) -> None:
    [entry], _ = read_sheets({"13.例": [HEADER[:4], ("2022.3.1", "1", "例", "EXAMPLE")]})
    assert entry.kind == "unknown"


def test_a_number_in_brackets_is_the_party_in_another_sheet(read_sheets: ReadSheets) -> None:
    rows = [HEADER[:4], ("2022.3.1", "9(*186)", "例", "EXAMPLE")]
    entries, _ = read_sheets({"3.例": rows, "4.例": [HEADER[:4], ("2022.3.1", "#8", "例", "B")]})
    assert [(entry.ref, entry.references) for entry in entries] == [
        ("3-9", (CrossReference("jp-mof", "2-186"),)),
        ("4-8", ()),
    ]


def test_the_english_name_may_stand_in_another_column(read_sheets: ReadSheets) -> None:
    [entry], _ = read_sheets({"16.例": [HEADER[:5], ("2016.12.9", "12", "例社", None, "Example")]})
    assert entry.names == (Name("例社"), Name("Example", "alias"))


@pytest.mark.parametrize(
    ("row", "is_read", "message"),
    [
        pytest.param(
            ("2022.13.1", "1", "例", "A"), True, "found 告示日付 '2022.13.1'", id="no day"
        ),
        pytest.param(("令和0年1月1日", "1", "例", "A"), True, "found 告示日付", id="no day of era"),
        pytest.param((None, "1", "例", "A"), True, "found 告示日付 ''", id="no date"),
        pytest.param(("2022.3.1", "一", "例", "A"), False, "found 告示番号 '一'", id="no number"),
        pytest.param(
            ("2022.3.1", "1", "", "", "", "", "1962年"), False, "found no name", id="no name"
        ),
    ],
)
def test_an_odd_entry_is_told_and_read_as_far_as_it_is_understood(
    read_sheets: ReadSheets, row: tuple[object, ...], is_read: bool, message: str
) -> None:
    entries, report = read_sheets({"1.例": [HEADER, PERSON, row]})
    assert [entry.ref for entry in entries] == ["1-12", *(["1-1"] if is_read else [])]
    assert [entry.unread for entry in entries[1:]] == ([("listed_on",)] if is_read else [])
    [problem] = report.problems
    assert problem.is_odd and message in problem.message
    assert "sheet '1.例', row 3 (1-" in problem.position


def test_a_reference_that_comes_twice_is_told(read_sheets: ReadSheets) -> None:
    entries, report = read_sheets({"1.例": [HEADER, PERSON, PERSON]})
    assert len(entries) == 1 and report.errors == []
    assert "found reference 1-12 again" in report.problems[0].message


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        pytest.param(
            {"1.例": [HEADER, PERSON], "9.別": [["例"]]}, "found no header", id="no header"
        ),
        pytest.param({"例": [HEADER, PERSON]}, "without a number", id="sheet without a number"),
        pytest.param({"1.例": [HEADER[:3], PERSON[:3]]}, "without '英語表記'", id="no column"),
        pytest.param({"一覧": [["資産凍結"]]}, "found no entry", id="index only"),
    ],
)
def test_a_workbook_that_cannot_be_read_is_an_error(
    read_sheets: ReadSheets, sheets: dict[str, Sequence[Sequence[object]]], message: str
) -> None:
    _, report = read_sheets(sheets)
    assert message in report.errors[0].message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(("2022.3.1", "1"), "without a name or a mark of deletion", id="no name"),
        pytest.param(
            (*PERSON[:6], "1958、59年", None, None), "found '1958、59年'", id="birth date"
        ),
        pytest.param((*PERSON[:8], "QDi.1"), "found 国連参照番号 'QDi.1'", id="UN reference"),
    ],
)
def test_a_warning_leaves_out_what_is_not_clear(
    read_sheets: ReadSheets, row: tuple[object, ...], message: str
) -> None:
    _, report = read_sheets({"1.例": [HEADER, row], "2.例": [HEADER, PERSON]})
    assert report.errors == []
    [problem] = report.problems
    assert message in problem.message


def test_the_newest_file_is_read(tmp_path: Path, write_workbook: WriteWorkbook) -> None:
    write_workbook(tmp_path / "shisantouketsu20250101.xlsx", {"1.例": [HEADER]})
    write_workbook(tmp_path / FILE, {"1.例": [HEADER, PERSON]})
    assert len(list(read(tmp_path, ReadReport("jp-mof")))) == 1


ERAS = (
    ("昭和", date(1926, 12, 25), date(1989, 1, 7)),
    ("平成", date(1989, 1, 8), date(2019, 4, 30)),
    ("令和", date(2019, 5, 1), date(2099, 12, 31)),
)
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def in_era(day: date) -> str:
    name, begins, _ = next(era for era in ERAS if era[1] <= day <= era[2])
    year = day.year - begins.year + 1
    return f"{name}{'元' if year == 1 else year}年{day.month}月{day.day}日"


@given(st.dates(ERAS[0][1], ERAS[-1][2]), st.booleans(), st.sampled_from(("", "\n2023.1.4改訂")))
def test_a_day_is_read_however_it_is_written(day: date, is_wide: bool, rest: str) -> None:
    written = [in_era(day), f"{day.year}.{day.month}.{day.day}", f"{day:%Y年%m月%d日}"]
    for text in written:
        assert first_day((text.translate(WIDE) if is_wide else text) + rest) == day
        assert list(birth_dates(text.translate(WIDE) if is_wide else text)) == [day.isoformat()]
    assert first_day(datetime(day.year, day.month, day.day)) == day


@given(st.dates(date(1910, 1, 1), date(2099, 1, 1)))
def test_a_day_without_its_format_is_a_number(day: date) -> None:
    assert first_day((day - date(1899, 12, 30)).days) == day


@given(st.one_of(st.text(max_size=40), st.integers(), st.floats(), st.none(), st.booleans()))
def test_any_cell_has_days_or_none(value: object) -> None:
    first_day(value)
    assert all(re.fullmatch(r"\d{4}(-\d\d){0,2}", day) for day in birth_dates(value))


@pytest.mark.parametrize(
    "text",
    ["平成31年5月1日", "昭和65年1月1日", "令和元年4月30日", "2022.2.30", "3月1日", "不明", ""],
)
def test_days_that_are_none(text: str) -> None:
    assert first_day(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1963年頃", ["1963"]),
        ("１９７９年頃", ["1979"]),
        ("1966", ["1966"]),
        ("(a)1984年3月（b）昭和60年", ["1984-03", "1985"]),
        ("1963年1月1日から\n1963年12月31日", ["1963"]),
        ("1984年から1986年までの間", ["1984", "1986"]),
        ("1941年8月20日生\nBorn on 20 August 1941", ["1941-08-20"]),
        ("おおむね30～35歳", []),
        ("不明", []),
    ],
)
def test_birth_dates(text: str, expected: list[str]) -> None:
    assert list(birth_dates(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ADA\nEXAMPLE", ["ADA EXAMPLE"]),
        ("ADA (original scipt: آدا)", ["ADA", "آدا"]),
        ("ADA\n(آدا:original script)", ["ADA", "آدا"]),
        ("ADA (original script：不明)", ["ADA"]),
        ("ADA（original script：ኤ（ティグリニャ語））", ["ADA", "ኤ"]),
        (None, []),
    ],
)
def test_main_names(text: str | None, expected: list[str]) -> None:
    assert main_names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a)アブ(b)ベイ\n(a.k.a.: (a)Abu (b)Bay)", ["アブ", "ベイ", "Abu", "Bay"]),
        (
            "（別称、甲社、乙社）\n(a.k.a. AO Ko; a.k.a. “JSC Otsu”)",
            ["甲社", "乙社", "AO Ko", "“JSC Otsu”"],
        ),
        ("A.B.Co; X Co", ["A.B.Co", "X Co"]),
        ("ラ・エイ（Ra Aye \nBee）、甲社", ["ラ・エイ", "Ra Aye Bee", "甲社"]),
        ("CHO'N, Chin;ZYON, Zin", ["CHO'N, Chin", "ZYON, Zin"]),
        ("(a)エイ、アダ(b)ビイ、ベラ・K", ["エイ、アダ", "ビイ、ベラ・K"]),
        ("(a)エイ・アダ、1970年1月1日に出生、甲国籍(b)ビイ", ["エイ・アダ", "ビイ"]),
        (
            "(a)エイ（Aye）、(b)ビイ、ベラ（Bee, Bella）",
            ["エイ", "Aye", "ビイ、ベラ", "Bee, Bella"],
        ),
        ("甲社（UK）、乙社", ["甲社", "乙社"]),
        ("Ada, Bee, Cee", []),
        ("甲（Ko", []),
        ("甲（1984年生まれ）", []),
        ("不明", []),
        (None, []),
    ],
)
def test_other_names(text: str | None, expected: list[str]) -> None:
    assert other_names(text) == expected


@given(st.text(alphabet="甲アab()（）;、\n, 別称ak.", max_size=40))
def test_names_are_tidy_whatever_the_cell(text: str) -> None:
    for name in other_names(text):
        assert name == " ".join(name.split()) and len(name) > 1
        assert name.count("(") == name.count(")")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ナミビア", "NA"),
        ("アメリカ合衆国", "US"),
        ("イギリス", "GB"),
        ("タンザニア共和国", "TZ"),
        ("南スーダン共和国", "SS"),
        ("エリトリア国", "ER"),
        ("不明", ""),
        ("", ""),
    ],
)
def test_countries(text: str, code: str) -> None:
    assert japanese_country(text) == code


def test_a_name_with_another_spelling_in_brackets_is_two_names(read_sheets: ReadSheets) -> None:
    row = ("2022.3.1", "1", "アダ(アーダ)・レイ", "Ada(Adda) EXAMPLE", *PERSON[4:])
    [entry], _ = read_sheets({"1.例(個人)": [HEADER, row]})
    assert [name.text for name in entry.names][:4] == [
        "Ada EXAMPLE", "Adda EXAMPLE", "アダ・レイ", "アーダ・レイ",
    ]  # fmt: skip


def test_the_real_list_is_read_whole(official_lists: Path) -> None:
    report = ReadReport("jp-mof")
    entries = list(FORMATS["jp-mof"].read(official_lists / "jp-mof" / "2026-03-05", report))
    assert report.errors == []
    assert len(report.problems) == 18
    assert Counter(i.type for entry in entries for i in entry.identifiers) == {
        "un_reference": 10,
        "passport": 341,
        "national_id": 131,
    }
    assert Counter(entry.kind for entry in entries) == {
        "person": 2011,
        "organisation": 833,
        "unknown": 18,
    }
    # 45 sheets: the index, four of ended regimes (8, 11, 18 and, all deleted, 41), 40 with entries.
    assert len({entry.programmes for entry in entries}) == 40
    assert len({entry.ref.split("-")[0] for entry in entries}) == 40
    assert all(entry.listed_on and entry.precision == "day" for entry in entries)
    refs = {entry.ref for entry in entries}
    within = [r.ref for entry in entries for r in entry.references if r.list_id == "jp-mof"]
    assert len(within) == 67 and set(within) <= refs
    assert not any("削除" in name.text for entry in entries for name in entry.names)
    assert all(re.fullmatch(RECORD_ID, f"jp-mof-{ref}") for ref in refs)
