"""The timeline as a picture, which depends on the data alone."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest

import sanctions_data as sd
from sanctions_data.charts.flight_lanes import arrange_lanes
from sanctions_data.charts.timeline import EVENT_LABEL, RETALIATORY, SANCTION, TABLE, draw_timeline

SINCE = "2022-01-01"


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "one.svg"
    draw_timeline(path, since=SINCE)
    return path


def test_it_is_reproducible(picture: Path, tmp_path: Path) -> None:
    draw_timeline(tmp_path / "two.svg", since=SINCE)
    assert (tmp_path / "two.svg").read_bytes() == picture.read_bytes()


def test_every_lane_has_its_label(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    lanes = arrange_lanes(sd.flights(), SINCE)
    assert len(lanes) > 5
    for lane in lanes:
        assert f">{escape(lane.label)}</text>" in text


def test_every_bar_says_in_words_what_it_is(picture: Path) -> None:
    root = ElementTree.parse(picture).getroot()
    titles = {element.text for element in root.iter("{http://www.w3.org/2000/svg}title")}
    told = {line for title in titles for line in str(title).splitlines()}
    bars = {bar.text for lane in arrange_lanes(sd.flights(), SINCE) for bar in lane.bars}
    assert bars <= told
    assert root.get("role") == "img"
    assert TABLE in str(root.findtext("{http://www.w3.org/2000/svg}desc"))


def test_it_shows_the_event_the_version_and_a_legend(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert EVENT_LABEL in text
    assert f"sanctions-data {sd.__version__}, data of 20" in text
    for label in ("one airline", "not seen lifted", "notice to end a treaty", "ended, day unknown"):
        assert label in text


def test_it_is_an_svg_with_both_colours_and_no_date(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert ElementTree.fromstring(text).tag.endswith("svg")
    assert SANCTION in text
    assert RETALIATORY in text
    assert "dc:date" not in text


def test_the_name_of_the_file_says_the_form_and_the_lanes_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "flights.png"
    assert draw_timeline(path, since=SINCE) == arrange_lanes(sd.flights(), SINCE)
    assert path.read_bytes().startswith(b"\x89PNG")
