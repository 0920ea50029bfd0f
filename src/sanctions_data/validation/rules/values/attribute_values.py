"""The rule about the value beside each attribute of a party."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import numpy as np

from sanctions_data.schema.allowed import Allowed, allowed
from sanctions_data.schema.base import PARTIAL_DATE
from sanctions_data.validation.engine.arrow import Numbers, integers
from sanctions_data.validation.engine.columns import Cells, rows_of
from sanctions_data.validation.engine.context import Context, Finding, rule
from sanctions_data.validation.engine.foreign_dates import describe_foreign_date
from sanctions_data.validation.rules.contributed import severity_of

_DATE = re.compile(PARTIAL_DATE)
Told = tuple[str, str]
Judge = Callable[[str, Allowed, str], Told | None]


@rule(
    "attribute-value",
    "The value beside an attribute is of its sort: a date, true, male or female, a number, words.",
    "Programs compare these values; a word in place of a date is compared with nothing.",
)
def attribute_value(context: Context) -> Iterator[Finding]:
    """Judge each distinct value of an attribute once; codes of countries have their own rule."""
    rows = context.rows("entity_attributes")
    for attribute, what in allowed("attributes").items():
        judge = _JUDGES.get(what.value.partition(",")[0], _judge_words)
        here = rows["attribute"].isin(attribute)
        values = rows["value"].only(here)
        suspects = _find_suspects(values, judge, context.today)
        for place, text in zip(
            suspects.tolist(), values.values.take(integers(suspects)).to_pylist(), strict=True
        ):
            if (told := judge(text, what, context.today)) is None:
                continue
            for row in rows_of(values.places == place):
                severity = severity_of(context, "entity_attributes", row)
                yield Finding("entity_attributes", row, "value", *told, severity)


def _find_suspects(values: Cells, judge: Judge, today: str) -> Numbers:
    """The places of values that are not sound at a glance, as nearly all of them are."""
    used = values.used
    if not used.any():
        return np.zeros(0, dtype=np.int64)
    sound = _SOUND.get(judge)
    if sound is None:
        return np.flatnonzero(used)
    late = values.after(today) if judge is _judge_date else np.zeros(1, dtype=bool)
    found = used & ~values.matches(sound)
    found[values.places[late & (values.places >= 0)] if late.any() else []] = True
    return np.flatnonzero(found)


def _judge_date(text: str, what: Allowed, today: str) -> Told | None:
    if not _DATE.fullmatch(text):
        if foreign := describe_foreign_date(text):
            return foreign[1:]
        return (
            "no date",
            "write a day, a month or a year, such as 1966-05-05, 1966-05 or 1966; an age is none",
        )
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 10 else text)
    except ValueError:
        return "no day of the calendar", "compare it with the source"
    if int(text[:4]) < what.earliest:
        return f"a year before {what.earliest}", "compare it with the source, also its calendar"
    # What is being built or founded may bear the year to come.
    if text > today:
        return "a date still to come", "compare it with the source"
    return None


def _judge_death(text: str, _what: Allowed, _today: str) -> Told | None:
    if text in ("true", "reported"):
        return None
    hint = (
        "write true, or reported where the list says so of reports; leave out whom it calls alive"
    )
    return "neither true nor reported", hint


def _judge_gender(text: str, _what: Allowed, _today: str) -> Told | None:
    good = text in ("male", "female")
    return (
        None if good else ("neither male nor female", "write male or female, or leave the row out")
    )


def _judge_number(text: str, _what: Allowed, _today: str) -> Told | None:
    if any(map(str.isdigit, text)):
        return None
    return "there is no number in it", "write the number, with its unit"


def _judge_words(text: str, _what: Allowed, _today: str) -> Told | None:
    if not any(map(str.isalnum, text)):
        return "there is no word in it", "write what is printed, or leave the row out"
    return None


def _pass(_text: str, _what: Allowed, _today: str) -> Told | None:
    return None


# What values look like of which nothing more need be asked.
_SOUND: dict[Judge, str] = {
    _judge_date: r"^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?)?$",
    _judge_words: r"[\pL\pN]",
    _judge_number: r"\d",
    _pass: "",
}
_JUDGES: dict[str, Judge] = {
    "date": _judge_date,
    "true or reported": _judge_death,
    "male or female": _judge_gender,
    "words with a number": _judge_number,
    "country": _pass,
    "entity_id of a class": _pass,
    "": _judge_words,
}
