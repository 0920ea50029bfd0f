"""Announcements of the Russian Foreign Ministry, and pages that show a list on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sanctions_data.lists.common.read_report import ReadReport
from sanctions_data.lists.ru_mfa.documents import Document, read_document

ANNOUNCED = (
    "https://a.example/1/\n\n## Russian\n\n05.03.2023 18:54\n"
    "О гражданах Канады\n\n12-05-03-2023\n\n"
)
PERSON = "Ада Пример (Ada Example) – судья;\n"


def read(folder: Path, text: str) -> tuple[Document | None, ReadReport]:
    path = folder / "a.md"
    path.write_text(text, encoding="utf-8")
    report = ReadReport("ru-mfa")
    return read_document(path, report), report


def test_an_announcement(tmp_path: Path) -> None:
    text = f"{ANNOUNCED}Въезд закрыт:\n\n{PERSON}\n## English\n\nБоб Другой (Bob Other)\n"
    document, report = read(tmp_path, text)
    assert report.problems == [] and document is not None
    assert (document.number, document.day) == ("12-05-03-2023", date(2023, 3, 5))
    assert (document.title, document.country) == ("О гражданах Канады", "CA")
    assert [each.latin for each in document.mentions] == ["Ada Example"]


def test_the_day_of_a_page_is_that_on_which_it_was_up_to_date(tmp_path: Path) -> None:
    head = "01.08.2022 10:37\nГраждане Великобритании\n\nПо состоянию на 10 апреля 2024 года\n"
    text = head + PERSON
    document, _ = read(tmp_path, text)
    assert document is not None
    assert (document.number, document.day, document.country) == ("", date(2024, 4, 10), "GB")


@pytest.mark.parametrize(
    ("title", "country"),
    [
        pytest.param("о санкциях против конгрессменов США", "US", id="United States"),
        pytest.param("о санкциях против канадских сенаторов", "CA", id="adjective"),
        pytest.param("о санкциях против граждан Новой Зеландии", "NZ", id="two words"),
        pytest.param("о представителях компаний Австралии", "AU", id="Australia"),
    ],
)
def test_the_state_of_a_title(tmp_path: Path, title: str, country: str) -> None:
    document, _ = read(tmp_path, ANNOUNCED.replace("О гражданах Канады", title) + PERSON)
    assert document is not None and document.country == document.citizens_of == country


def test_nationals_of_third_states(tmp_path: Path) -> None:
    text = (
        f"{ANNOUNCED}Список канадцев и граждан третьих стран:\n\n{PERSON}"
        "Боб Другой (Bob Other), гражданин США, журналист в Великобритании;\n"
    )
    document, _ = read(tmp_path, text)
    assert document is not None and document.citizens_of == ""
    assert [each.nationality for each in document.mentions] == ["", "US"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "the file is empty", id="empty"),
        pytest.param("<html>503</html>", "found no line with day and hour", id="error page"),
        pytest.param(
            f"05.03.2023 18:54\nО гражданах Канады\n\n{PERSON}", "found no number", id="no number"
        ),
        pytest.param(
            ANNOUNCED.replace("Канады", "Атлантиды") + PERSON, "found no state", id="no state"
        ),
        pytest.param(f"{ANNOUNCED}Въезд закрыт.\n", "found no person", id="no person"),
    ],
)
def test_what_is_no_announcement_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    _, report = read(tmp_path, text)
    [problem] = report.errors
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            f"{ANNOUNCED}Въезд закрыт для 25 граждан Канады:\n\n{PERSON}",
            "found 1 persons, the text says 25",
            id="another count",
        ),
        pytest.param(
            f"{ANNOUNCED.replace('05.03.2023', '06.03.2023')}{PERSON}",
            "found number 12-05-03-2023, printed on 2023-03-06; the day was kept",
            id="another day",
        ),
    ],
)
def test_what_does_not_agree_is_told(tmp_path: Path, text: str, message: str) -> None:
    document, report = read(tmp_path, text)
    assert document is not None and report.errors == []
    [problem] = report.problems
    assert message in problem.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(ANNOUNCED.replace("05.03", "31.02"), "31.02.2023 18:54", id="announcement"),
        pytest.param(
            "01.08.2022 10:37\nГраждане США\n\nПо состоянию на 31 апреля 2024 года\n",
            "по состоянию на 31 апреля 2024",
            id="page",
        ),
    ],
)
def test_a_day_that_is_none_is_an_error(tmp_path: Path, text: str, said: str) -> None:
    document, report = read(tmp_path, text + PERSON)
    assert document is None
    assert said.casefold() in report.errors[0].message.casefold()
    assert "no day of the calendar" in report.errors[0].message
