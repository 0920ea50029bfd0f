"""Which numbers are judged, by which standard, and that a slip in one is seen."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.identifiers.check_digits import (
    NumberStandard,
    failed_check,
    number_standards,
)
from sanctions_data.schema.vocabularies import IDENTIFIER_TYPE

STANDARDS = list(chain.from_iterable(number_standards().values()))

# A number of each standard that passes, most of them the examples of python-stdnum.
SOUND = {
    ("lei", ""): ["529900T8BM49AURSDO55"],
    ("swift_bic", ""): ["AGRIFRPP", "EXAMDEFFXXX"],
    ("imo_number", ""): ["9074729", "5342883"],
    ("other", ""): ["ISIN US0378331005"],
    ("crypto_address", ""): ["1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2"],
    ("tax_id", "RU"): ["7707083893", "500100732259"],
    ("registration_number", "RU"): ["1027700132195", "304500116000157"],
    ("registration_number", "CN"): ["91110000600037341L"],
    ("tax_id", "CN"): ["91110000600037341L"],
    ("national_id", "CN"): ["11010519491231002X"],
    ("national_id", "MX"): ["BOXW310820HNERXN09"],
    ("tax_id", "CO"): ["213.123.432-1"],
    ("tax_id", "AR"): ["20-05536168-2"],
    ("tax_id", "BR"): ["16.727.230/0001-97", "390.533.447-05"],
    ("tax_id", "BG"): ["BG 175074752"],
    ("registration_number", "BG"): ["175074752"],
    ("tax_id", "BY"): ["200988541"],
    ("registration_number", "BY"): ["200988541"],
    ("tax_id", "CH"): ["CHE-100.155.212"],
    ("registration_number", "CH"): ["CHE-100.155.212"],
    ("tax_id", "DO"): ["1-01-85004-3"],
    ("national_id", "DO"): ["001-1391820-5"],
    ("tax_id", "EC"): ["1792060346001"],
    ("national_id", "ES"): ["54362315K", "X-2482300W"],
    ("registration_number", "FR"): ["552 008 443"],
    ("tax_id", "GT"): ["576937-K"],
    ("tax_id", "HR"): ["33392005961"],
    ("registration_number", "IL"): ["516179157"],
    ("national_id", "IR"): ["0012345679"],
    ("tax_id", "IR"): ["0012345679"],
    ("tax_id", "IT"): ["RCCMNL83S18D969H", "00743110157"],
    ("tax_id", "MT"): ["MT 11679112"],
    ("tax_id", "PE"): ["20512333797"],
    ("tax_id", "PY"): ["80028061-0"],
    ("tax_id", "RS"): ["101134702"],
    ("registration_number", "SG"): ["00192200M", "197401143C", "S16FC0121D"],
    ("national_id", "TH"): ["1-2345-45678-78-1"],
    ("national_id", "TR"): ["17291716060"],
    ("tax_id", "TR"): ["4540536920"],
    ("registration_number", "TW"): ["00501503"],
    ("registration_number", "UA"): ["32855961"],
    ("tax_id", "UA"): ["1759013776"],
    ("tax_id", "VE"): ["V-11470283-4"],
    ("national_id", "ZA"): ["7503305044089"],
}
NUMBERS = [
    pytest.param(*key, value, id=f"{key[0]} {key[1]} {value}".replace("  ", " "))
    for key, values in SOUND.items()
    for value in values
]
# A BIC has no check digit: only its form can be wrong.
WITHOUT_CHECK_DIGIT = "swift_bic"


def test_every_standard_has_a_number() -> None:
    for standard in STANDARDS:
        numbers = SOUND[standard.identifier_type, standard.country]
        assert any(standard.find_number(value) for value in numbers), standard.name


def test_every_standard_is_of_a_type_that_the_tables_have() -> None:
    assert {standard.identifier_type for standard in STANDARDS} <= set(IDENTIFIER_TYPE)


@pytest.mark.parametrize(("identifier_type", "country", "value"), NUMBERS)
def test_sound_number_passes(identifier_type: str, country: str, value: str) -> None:
    assert failed_check(identifier_type, value, country) is None


@pytest.mark.parametrize(("identifier_type", "country", "value"), NUMBERS)
def test_a_wrong_digit_is_seen(identifier_type: str, country: str, value: str) -> None:
    if identifier_type == WITHOUT_CHECK_DIGIT:
        assert failed_check(identifier_type, value[:-1], country)
        return
    others = [
        value[:place] + digit + value[place + 1 :]
        for place, sign in enumerate(value)
        if sign.isdigit()
        for digit in "0123456789"
        if digit != sign
    ]
    failed = [other for other in others if failed_check(identifier_type, other, country)]
    # Not all: a number of a ship may turn into one of a company, the last digits of an
    # Ecuadorian number count branches, and another first digit may make it a number of no form.
    assert len(failed) > 0.6 * len(others)


@pytest.mark.parametrize(
    ("identifier_type", "value", "country"),
    [
        pytest.param("tax_id", "7707083839", "", id="country not known"),
        pytest.param("tax_id", "7707083839", "US", id="country without a standard"),
        pytest.param("registration_number", "77012345", "RU", id="shorter Russian number"),
        pytest.param("national_id", "8304661431", "RU", id="Russian passport"),
        pytest.param("tax_id", "900228328", "CO", id="Colombian number without its check digit"),
        pytest.param("registration_number", "110108010146888", "CN", id="old Chinese number"),
        pytest.param("other", "US0378331006", "", id="not said to be an ISIN"),
        pytest.param("crypto_address", "0x47CE0C6eD5B0Ce3d3A51", "", id="another currency"),
        pytest.param("passport", "1234567", "RU", id="type without a standard"),
    ],
)
def test_number_of_no_certain_standard_is_not_judged(
    identifier_type: str, value: str, country: str
) -> None:
    assert failed_check(identifier_type, value, country) is None


@pytest.mark.parametrize(
    ("identifier_type", "value", "country", "says"),
    [
        pytest.param("tax_id", "7704863782e", "RU", "INN", id="letter behind the digits"),
        pytest.param("tax_id", "770501001", "RU", "INN", id="a digit is missing"),
        pytest.param("registration_number", "91110000600037341Х", "CN", "USCC", id="Cyrillic Х"),
        pytest.param("lei", "529900T8BM49AURSDO5", "GB", "LEI", id="LEI of any country"),
        pytest.param("other", "ISIN US0378331006", "", "ISIN", id="ISIN within the value"),
    ],
)
def test_failing_number_names_its_standard(
    identifier_type: str, value: str, country: str, says: str
) -> None:
    assert says in (failed_check(identifier_type, value, country) or "")


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: f"{each.name} {each.check}")
@given(data=st.data())
def test_no_value_breaks_a_check(standard: NumberStandard, data: st.DataObject) -> None:
    form = st.from_regex(standard.form, fullmatch=True) if standard.form else st.text()
    value = data.draw(form)
    judged = failed_check(standard.identifier_type, value, standard.country)
    assert judged is None or isinstance(judged, str)
