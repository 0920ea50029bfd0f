"""The decisions of China's Foreign Ministry, from small ones made up here and from all at hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists.cn_mfa.reader import read
from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport

HEADER = "file,document_id,publish_date,effective_date\n"
FREEZE, DEALINGS, ENTRY = "冻结", "有关交易", "不予签发签证、不准入境"
TWO_KINDS = """
中方决定采取反制措施：
一、对示例公司等1家后附《反制清单》列明的企业，冻结在我国境内的财产。
二、对埃达（示例公司总裁）等1名后附《反制清单》列明的企业高级管理人员，不予签发签证、不准入境（包括香港、澳门）。
本决定自2024年1月2日起施行。
附件
反制清单
一、企业
（一）示例公司（Example/Sample, Inc.）
二、高级管理人员
（一）埃达·伊（Ada Example），女，示例公司总裁
"""
ALONE = """
中方决定对任一采取以下反制措施：
一、冻结其在我国境内的财产；
二、禁止我国境内的组织、个人与其进行有关交易、合作等活动；
三、对其本人及直系亲属不予签发签证、不准入境。
本决定自2024年1月2日起施行。
"""
BORN = ALONE + "附件\n反制清单\n任一（REN Yi），男，1953年2月3日生，日本籍。\n"
IN_A_SENTENCE = """
采取反制措施：
一、对“示例项目”，冻结在我国境内的财产。
二、对“示例项目”相关人员，不予签发签证、不准入境。
本决定自2024年1月2日起施行。
反制清单
一、机构（共1家）
（一）加拿大“示例项目”（Example Project）
二、机构人员（共计2人）
（一）“示例项目”相关人员，包括执行主任埃达（Ada Example），法律顾问卜（Bob Example）等，共2人
"""


def read_one(
    folder: Path, text: str, number: str = "第4号", day: str = "2024-01-02"
) -> tuple[list[Entry], ReadReport]:
    texts = folder / "reference-docs" / "sanction-lists" / "anti-sanction-list"
    texts.mkdir(parents=True, exist_ok=True)
    (texts / "20240102.md").write_text(text, encoding="utf-8")
    row = f"sanction-lists/anti-sanction-list/20240102.yml,{number},{day},{day}\n"
    (folder / "measures.csv").write_text(HEADER + row + row, encoding="utf-8")
    report = ReadReport("cn-mfa")
    return list(read(folder, report)), report


def told(entry: Entry) -> tuple[str, list[str], list[str]]:
    return (
        entry.kind,
        [name.text for name in entry.names],
        [measure.term.text for measure in entry.measures],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TWO_KINDS,
            [
                ("organisation", ["Example/Sample, Inc.", "示例公司"], [FREEZE]),
                ("person", ["Ada Example", "埃达·伊"], [ENTRY]),
            ],
            id="measures of companies and of their managers",
        ),
        pytest.param(ALONE, [("person", ["任一"], [FREEZE, DEALINGS, ENTRY])], id="no annex"),
        pytest.param(
            IN_A_SENTENCE,
            [
                ("organisation", ["Example Project", "示例项目"], [FREEZE]),
                ("person", ["Ada Example", "埃达"], [ENTRY]),
                ("person", ["Bob Example", "卜"], [ENTRY]),
            ],
            id="persons in a sentence, after their offices",
        ),
        pytest.param(
            ALONE.replace("冻结其在我国境内的财产", "没收其示例"),
            [("person", ["任一"], ["没收其示例", DEALINGS, ENTRY])],
            id="a measure that nobody knows is kept as printed",
        ),
    ],
)
def test_parties_and_their_measures(
    tmp_path: Path, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    entries, report = read_one(tmp_path, text)
    assert [told(entry) for entry in entries] == expected
    assert not report.problems


def test_day_and_act_are_those_of_the_order(tmp_path: Path) -> None:
    [entry], _ = read_one(tmp_path, ALONE)
    act = "Order No. 4 of the Ministry of Foreign Affairs of 2024"
    assert entry.listed_on == date(2024, 1, 2)
    assert {(each.start, each.act) for each in entry.measures} == {(date(2024, 1, 2), act)}
    assert [each.number for each in entry.acts] == [act]


def test_what_the_annex_says_of_a_person(tmp_path: Path) -> None:
    [entry], _ = read_one(tmp_path, BORN)
    facts = {each.name: each.value for each in entry.attributes}
    assert facts == {"gender": "male", "birth_date": "1953-02-03", "nationality": "JP"}


@pytest.mark.parametrize(
    "path",
    [
        "../../a/anti-sanction-list/x.yml",
        "/a/anti-sanction-list/x.yml",
        "",
        "anti-sanction-list/\0.yml",
        "a//anti-sanction-list/x.yml",
        "..",
        "C:\\anti-sanction-list/x.yml",
    ],
)
def test_a_text_outside_the_snapshot_is_not_opened(tmp_path: Path, path: str) -> None:
    read_one(tmp_path, ALONE)
    (tmp_path / "measures.csv").write_text(f"{HEADER}{path},第4号,2024-01-02,2024-01-02\n")
    report = ReadReport("cn-mfa")
    assert list(read(tmp_path, report)) == []
    assert "expected a path within the snapshot" in report.errors[0].message


def test_a_birth_in_month_13_is_left_out(tmp_path: Path) -> None:
    [entry], _ = read_one(tmp_path, BORN.replace("1953年2月", "1953年13月"))
    assert {each.name for each in entry.attributes} == {"gender", "nationality"}


@pytest.mark.parametrize(
    ("number", "day"),
    [pytest.param("号", "2024-01-02", id="no number"), pytest.param("第4号", "x", id="no day")],
)
def test_row_without_number_or_day_is_an_error(tmp_path: Path, number: str, day: str) -> None:
    entries, report = read_one(tmp_path, ALONE, number, day)
    assert not entries
    assert "expected a number such as" in report.errors[0].message


def test_missing_text_is_an_error(tmp_path: Path) -> None:
    read_one(tmp_path, ALONE)
    next(tmp_path.rglob("*.md")).unlink()
    report = ReadReport("cn-mfa")
    assert not list(read(tmp_path, report))
    assert "20240102.md cannot be read" in report.errors[0].message


def test_decision_without_measures_is_odd(tmp_path: Path) -> None:
    entries, report = read_one(tmp_path, "中方决定对任一采取以下反制措施")
    assert not entries and "found no measure" in report.problems[0].message


def test_every_real_decision(official_lists: Path) -> None:
    report = ReadReport("cn-mfa")
    entries = list(read(official_lists / "cn-countermeasures" / "2026-03-12", report))
    assert not report.problems
    assert Counter(entry.kind for entry in entries) == {"organisation": 79, "person": 75}
    terms = Counter(
        (measure.term.text, entry.kind) for entry in entries for measure in entry.measures
    )
    assert terms == {
        (FREEZE, "organisation"): 77,
        (FREEZE, "person"): 65,
        (DEALINGS, "organisation"): 54,
        (DEALINGS, "person"): 65,
        (ENTRY, "person"): 75,
        ("严格限制", "organisation"): 2,
        ("高级管理人员不予签发签证、不准入境", "organisation"): 2,
    }
    assert len({act.number for entry in entries for act in entry.acts}) == 17
