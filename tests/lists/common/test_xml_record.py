"""Texts of a record, wherever in it they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.xml_record import XmlRecord

RECORD = XmlRecord(
    etree.fromstring(
        "<Ship><Name> A  B </Name><Name>C</Name><Empty/>"
        "<Flags><Flag><Code>PA</Code></Flag><Flag><Code>LR</Code><Code>PA</Code></Flag></Flags>"
        "<Flags><Code>\n</Code><Code>MT</Code></Flags>"
        "<Owner><Name>D</Name><Name>E</Name><Since>2001</Since></Owner><Owner/></Ship>"
    )
)


@pytest.mark.parametrize(
    ("place", "texts"),
    [
        pytest.param("Name", ["A B", "C"], id="children"),
        pytest.param("Empty", [], id="empty element"),
        pytest.param("Nothing", [], id="no such child"),
        pytest.param("Flags/Code", ["PA", "LR", "MT"], id="at any depth and without repeats"),
        pytest.param("Flags/Name", [], id="no such element in the child"),
        pytest.param("Owner/Name", ["D", "E"], id="not those of the record"),
    ],
)
def test_texts_at_a_place(place: str, texts: list[str]) -> None:
    assert RECORD.texts(place) == texts
    assert RECORD.texts(place) == texts  # asked for a second time


def test_text_is_that_of_the_first_child() -> None:
    assert RECORD.tag == "Ship"
    assert (RECORD.text("Name"), RECORD.text("Empty"), RECORD.text("Nothing")) == ("A B", "", "")


def test_groups_are_texts_by_name() -> None:
    assert list(RECORD.groups("Owner")) == [{"Name": "D", "Since": "2001"}, {}]
    assert list(RECORD.groups("Flags/Flag")) == [{"Code": "PA"}, {"Code": "LR"}]
    assert list(RECORD.groups("Nothing")) == []


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["", " x", "x", "y\tz"]))))
def test_texts_are_those_that_a_path_finds(cells: list[tuple[str, str]]) -> None:
    element = etree.Element("record")
    for tag, text in cells:
        etree.SubElement(etree.SubElement(element, tag), "inner").text = text
    record = XmlRecord(element)
    for tag in "abc":
        found = [tidy(inner.text) for inner in element.iterfind(f"{tag}//inner")]
        assert record.texts(f"{tag}/inner") == [text for text in dict.fromkeys(found) if text]
