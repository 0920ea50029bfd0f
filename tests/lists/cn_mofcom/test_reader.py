"""China's unreliable-entity and export-control lists, made up small ones and all at hand."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists.cn_mofcom.reader import ENTITIES, EXPORTS, read
from sanctions_data.lists.common.entry import Entry
from sanctions_data.lists.common.read_report import ReadReport

HEADER = "file,document_id,publish_date,effective_date\n"
TRADE, INVESTMENT, DUAL_USE = "从事与中国有关的进出口活动", "在中国境内新增投资", "出口两用物项"
MEASURES = f"""，并采取以下处理措施：
一、禁止上述企业{TRADE}；
二、对上述企业处以罚款，金额为合同金额的两倍。上述企业应当自本公告公布之日起15日内办理缴款。
三、禁止上述企业{INVESTMENT}。
本公告未尽事宜，按规定执行。
本公告自公布之日起实施。
"""
NAMED = "美国示例防务、空间集团（Example Group）、样公司（Sample, Inc.)"
ADDED = f"机制决定将参与对某地军售的{NAMED}列入不可靠实体清单"
ANNEX = "1. 甲公司（Alpha Inc.）\n2.乙公司（Beta LLC）及其分支机构\n   -Beta Europe Limited\n3.\n"
CONTROL = f"""决定将2家实体列入出口管制管控名单，并采取以下措施：
一、禁止向上述2家实体{DUAL_USE}；正在开展的相关出口活动应当立即停止。
二、特殊情况下确需出口的，出口经营者应当向商务部提出申请。
本公告自公布之日起正式实施。
"""


def read_texts(folder: Path, **texts: str) -> tuple[list[Entry], ReadReport]:
    """Read announcements; ``e202001`` is one on entities, ``x202001`` one on exports."""
    rows = []
    for key, text in texts.items():
        kind = ENTITIES if key[0] == "e" else EXPORTS
        path = folder / "reference-docs" / "sanction-lists" / kind / f"{key[1:]}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        day = f"{key[1:5]}-01-{int(key[5:]):02}"
        rows.append(f"sanction-lists/{kind}/{key[1:]}.yml,第{int(key[5:])}号,{day},{day}\n")
    (folder / "measures.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    report = ReadReport("cn-mofcom")
    return list(read(folder, report)), report


def told(entry: Entry) -> tuple[list[str], list[str]]:
    return [name.text for name in entry.names], [each.term.text for each in entry.measures]


def test_companies_in_the_text(tmp_path: Path) -> None:
    entries, report = read_texts(tmp_path, e202001=ADDED + MEASURES)
    measures = [TRADE, "处以罚款", INVESTMENT]
    assert [told(entry) for entry in entries] == [
        (["Example Group", "示例防务、空间集团"], measures),
        (["Sample, Inc.", "样公司"], measures),
    ]
    assert not report.problems


def test_a_measure_that_is_repeated_is_stated_once(tmp_path: Path) -> None:
    clause = f"一、禁止上述企业{TRADE}；\n"
    entries, _ = read_texts(tmp_path, e202001=ADDED + MEASURES.replace(clause, clause * 300))
    assert told(entries[0])[1] == [TRADE, "处以罚款", INVESTMENT]


def test_companies_in_an_annex_and_their_branches(tmp_path: Path) -> None:
    entries, _ = read_texts(tmp_path, x202001=CONTROL + ANNEX)
    assert [told(entry) for entry in entries] == [
        (["Alpha Inc.", "甲公司"], [DUAL_USE]),
        (["Beta LLC", "乙公司"], [DUAL_USE]),
        (["Beta Europe Limited"], [DUAL_USE]),
    ]


def test_company_without_a_name_in_latin_letters(tmp_path: Path) -> None:
    text = "决定将美国示例集团、样公司（Sample）列入不可靠实体清单。"
    entries, _ = read_texts(tmp_path, e202001=text)
    assert [told(entry) for entry in entries] == [(["示例集团"], []), (["Sample", "样公司"], [])]


def test_second_part_of_an_announcement_imposes_nothing(tmp_path: Path) -> None:
    text = ADDED + f"，并采取以下措施：\n（一）禁止{TRADE}；\n二、有证据显示（一）{INVESTMENT}。\n"
    entries, _ = read_texts(tmp_path, e202001=text)
    assert [each.term.text for each in entries[0].measures] == [TRADE]


def test_company_on_both_lists_is_one_entry(tmp_path: Path) -> None:
    entries, _ = read_texts(
        tmp_path, e202001=ADDED + MEASURES, x202002=CONTROL + "1. 样公司（Sample Incorporated）\n"
    )
    both = entries[1]
    assert told(both)[0] == ["Sample, Inc.", "样公司", "Sample Incorporated"]
    assert [each.start for each in both.measures] == [date(2020, 1, 1)] * 3 + [date(2020, 1, 2)]
    assert both.listed_on == date(2020, 1, 1) and len(both.programmes) == 2


def test_inquiry_adds_nobody(tmp_path: Path) -> None:
    entries, report = read_texts(tmp_path, e202001="决定对美国示例集团启动调查。")
    assert not entries and not report.problems


@pytest.mark.parametrize(
    ("key", "end", "is_suspended"),
    [
        pytest.param("e202505", date(2025, 11, 10), False, id="stopped"),
        pytest.param("e202507", date(2025, 5, 14), True, id="suspended"),
        pytest.param("e202508", date(2025, 5, 14), False, id="suspended, then stopped"),
        pytest.param("e202509", None, False, id="neither"),
        pytest.param("x202521", date(2025, 5, 14), True, id="export control suspended"),
    ],
)
def test_suspensions_and_ends(
    tmp_path: Path, key: str, end: date | None, is_suspended: bool
) -> None:
    text = CONTROL + ANNEX if key[0] == "x" else ADDED + MEASURES
    entries, _ = read_texts(tmp_path, **{key: text})
    found = {(each.end, each.is_suspended) for entry in entries for each in entry.measures}
    assert found == {(end, is_suspended)}


def test_every_real_announcement(official_lists: Path) -> None:
    report = ReadReport("cn-mofcom")
    entries = list(read(official_lists / "cn-countermeasures" / "2026-03-12", report))
    assert not report.problems
    assert len(entries) == 126
    measures = [measure for entry in entries for measure in entry.measures]
    assert Counter(each.term.field for each in measures) == {EXPORTS: 102, ENTITIES: 237}
    assert Counter((bool(each.end), each.is_suspended) for each in measures) == {
        (False, False): 241,
        (True, False): 60,
        (True, True): 38,
    }
    assert all(each.start for each in measures)
