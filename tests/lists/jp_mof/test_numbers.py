"""Numbers of passports and identity documents in cells of the Japanese list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists.common.entry import Identifier
from sanctions_data.lists.jp_mof.entry_text import plain
from sanctions_data.lists.jp_mof.numbers import COLUMNS, numbers


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("P07834999", [("P07834999", "")], id="bare"),
        pytest.param(563410999, [("563410999", "")], id="number in Excel"),
        pytest.param("パキスタン旅券 AB9157999", [("AB9157999", "PK")], id="country and label"),
        pytest.param("イラク番号 A6489999", [("A6489999", "IQ")], id="country alone"),
        pytest.param("456999（北朝鮮旅券）", [("456999", "KP")], id="label behind the number"),
        pytest.param("456999（外交旅券）", [("456999", "")], id="label without a country behind"),
        pytest.param("南スーダン S00004999号", [("S00004999", "SS")], id="counter"),
        pytest.param("南スーダン旅券、D00008999", [("D00008999", "SS")], id="label before a comma"),
        pytest.param("ロシア旅券\n番号：96 03 464999", [("96 03 464999", "RU")], id="two lines"),
        pytest.param("アフガニスタン旅券：SEー011999", [("SE-011999", "AF")], id="long vowel"),
        pytest.param("リビア旅券番号：Ｂ／００２９９９", [("B/002999", "LY")], id="full width"),
        pytest.param("AB 44103- 5251999-5", [("AB 44103-5251999-5", "")], id="blank at a hyphen"),
        pytest.param(
            "(a)モロッコ旅券 M271999（在ベルリン（ドイツ）・大使館により2000年10月24日に発行）"
            "(b)モロッコ旅券 K-348999",
            [("M271999", "MA"), ("K-348999", "MA")],
            id="lettered, with brackets in brackets",
        ),
        pytest.param(
            "381420999；654120999又は\n0002999",
            [("381420999", ""), ("654120999", ""), ("0002999", "")],
            id="semicolon, or, and line",
        ),
        pytest.param(
            "472320999、旅券失効日：2017年9月26日\n563120999，旅券発行日：2012年9月10日",
            [("472320999", ""), ("563120999", "")],
            id="days with labels",
        ),
        pytest.param(
            "オマーン国旅券番号：03824999、発行地：マスカット、オマーン国、有効期限：2024年5月3日",
            [("03824999", "OM")],
            id="place of issue",
        ),
        pytest.param("456999（カブールにて発行）", [("456999", "")], id="place in brackets"),
        pytest.param("456999（2000-2001年）", [("456999", "")], id="years in brackets"),
        pytest.param("456999、パスポート冊子番号 A2815999", [("456999", "")], id="booklet"),
        pytest.param("1993年に発行されたエジプト旅券", [], id="passport without a number"),
        pytest.param("偽造旅券 456999", [], id="false passport"),
        pytest.param("456999（偽造）", [], id="passport called false behind"),
        pytest.param("不明", [], id="unknown"),
        pytest.param(None, [], id="empty"),
    ],
)
def test_passports(cell: object, expected: list[tuple[str, str]]) -> None:
    assert numbers(cell, "passport") == ([Identifier("passport", *each) for each in expected], [])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("98606999", [("98606999", "")], id="bare"),
        pytest.param("オマーン国：97183999", [("97183999", "OM")], id="country alone"),
        pytest.param("モロッコ国民ID E-189999", [("E-189999", "MA")], id="citizen"),
        pytest.param("ドイツ連邦ＩＤカード 5802098999", [("5802098999", "DE")], id="federal card"),
        pytest.param("ID 137999", [("137999", "")], id="label without a country"),
        pytest.param("ID137999", [("ID137999", "")], id="number that begins like the label"),
        pytest.param(
            "アフガニスタン国民ＩＤカード番号（tazkira）\u3000\n番号：55999",
            [("55999", "AF")],
            id="label in two lines",
        ),
        pytest.param("ロシア国民旅券番号8200203999", [("8200203999", "RU")], id="inner passport"),
        pytest.param("イエメン国民識別番号：10010095999", [("10010095999", "YE")], id="identity"),
        pytest.param("配給カード番号 0094999", [], id="ration card"),
        pytest.param("学生ID番号200801999", [], id="student"),
        pytest.param("（a）甲軍（FACA）軍隊身分登録番号911-10-999", [], id="soldier"),
        pytest.param("SSN 156-92-9999 （米国）", [], id="social security"),
        pytest.param("Italian Fiscal Code（納税者番号）: ABCDEF74T11Z352Z", [], id="tax number"),
        pytest.param("偽造運転免許証 no. 20645999、1973年8月22日に発給", [], id="driving licence"),
        pytest.param(
            "192-3238999-9、出生時の国籍証明書302999", [("192-3238999-9", "")], id="other"
        ),
    ],
)
def test_national_documents(cell: str, expected: list[tuple[str, str]]) -> None:
    assert numbers(cell, "national_id") == (
        [Identifier("national_id", *each) for each in expected],
        [],
    )


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param("4999", id="too short"),
        pytest.param("19820215", id="day"),
        pytest.param("2011-12-07", id="day with hyphens"),
        pytest.param("2008-2013", id="years"),
        pytest.param("7/12/2011", id="day first"),
        pytest.param("G563999(9)", id="check digit in brackets"),
        pytest.param("456999（654999）", id="second number in brackets"),
        pytest.param("（リビア旅券347999、2014年失効）", id="all in brackets"),
        pytest.param("27082999 (米国(発行日 1992年6月21日)", id="brackets that do not close"),
        pytest.param("12CP63999.3FRA", id="point within"),
        pytest.param("8208 No.555999", id="word within"),
        pytest.param("123456 789999", id="two numbers"),
        pytest.param("12345,678999", id="comma within"),
        pytest.param("12\n345999", id="number that may go on in the next line"),
        pytest.param("電話 03456999", id="label that is not known"),
        pytest.param("TEL 03456999", id="Latin label"),
        pytest.param("フリードニア456999", id="country that is not known"),
        pytest.param("国民ID 456999", id="label of another document"),
        pytest.param("123456789012345678901", id="too long"),
    ],
)
def test_what_is_not_one_number_is_left_out(cell: str) -> None:
    found, left_out = numbers(cell, "passport")
    assert found == []
    assert left_out == [" ".join(plain(cell).split())]


def test_a_fragment_of_what_is_left_out_is_left_out() -> None:
    cell = "(a)3219222002.2181999\n(b)ID番号 2181999"
    assert numbers(cell, "national_id") == ([], ["3219222002.2181999"])


PIECES = st.sampled_from(
    ["(a)", "(b)", "、", "；", "\n", "（", "）", " ", "-", "/", "旅券", "国民ID", "番号：", "号",
     "パキスタン", "2008年3月1日", "発行", "又は", "AB", "ー", "1234567", "0", "9", ",", "." ]
)  # fmt: skip


@given(
    st.one_of(
        st.lists(PIECES, max_size=20).map("".join), st.text(), st.integers(), st.floats(), st.none()
    ),
    st.sampled_from(sorted(set(COLUMNS.values()))),
)
def test_what_is_read_stands_in_the_cell(cell: object, kind: str) -> None:
    def bare(text: str) -> str:
        return "".join(plain(text).replace("ー", "-").split())

    found, left_out = numbers(cell, kind)
    for each in found:
        assert each.type == kind and bare(each.value) in bare(plain(cell))
        assert any(character.isdigit() for character in each.value)
        assert not any(each.value in part for part in left_out)


@given(st.from_regex(r"[A-Z]{1,2}[1-9][0-9]{5,8}", fullmatch=True), st.booleans())
def test_a_number_is_read_whatever_stands_around_it(number: str, is_behind: bool) -> None:
    cell = f"{number}（北朝鮮旅券）" if is_behind else f"北朝鮮旅券番号：{number}"
    expected = [Identifier("passport", number, "KP")]
    assert numbers(f"{cell}、2008年3月1日発行（2018年3月失効）", "passport") == (expected, [])
