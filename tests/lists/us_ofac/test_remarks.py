"""Remarks of OFAC: facts between semicolons, and prose to leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.lists import ReadReport
from sanctions_data.lists.common.entry import Attribute, Identifier, Name
from sanctions_data.lists.us_ofac.facts import Facts
from sanctions_data.lists.us_ofac.labels import ATTRIBUTES, IDENTIFIERS
from sanctions_data.lists.us_ofac.places import place_and_country
from sanctions_data.lists.us_ofac.remarks import read_remarks
from sanctions_data.schema import vocabularies


def facts_of(text: str, kind: str = "organisation") -> Facts:
    facts = Facts(kind, "sdn.csv:1 (entry 1)", ReadReport("us-ofac-sdn"))
    read_remarks(text, facts)
    return facts


@pytest.mark.parametrize(
    ("remarks", "expected"),
    [
        pytest.param(
            "Passport D1 (Iran) issued 02 May 2015 expires 02 May 2020.",
            Identifier("passport", "D1", "IR"),
            id="passport with issuer and both dates",
        ),
        pytest.param(
            "Passport D1 expires 02 May 2020.",
            Identifier("passport", "D1"),
            id="passport without issuer",
        ),
        pytest.param(
            "alt. Passport D2 (Syria).", Identifier("passport", "D2", "SY"), id="second passport"
        ),
        pytest.param(
            "National ID No. 77 (Iran).",
            Identifier("national_id", "77", "IR"),
            id="national number",
        ),
        pytest.param(
            "Registration Number HRB 12-A (Germany).",
            Identifier("registration_number", "HRB 12-A", "DE"),
            id="number with blanks",
        ),
        pytest.param(
            "Registration Number 55 (Jalisco) (Mexico).",
            Identifier("registration_number", "55 (Jalisco)", "MX"),
            id="register of a district",
        ),
        pytest.param(
            "NIT # 8901-3 (Colombia).",
            Identifier("tax_id", "8901-3", "CO"),
            id="label with a number sign",
        ),
        pytest.param(
            "Vessel Registration Identification IMO 9000001.",
            Identifier("imo_number", "9000001"),
            id="ship by its IMO number",
        ),
        pytest.param(
            "Vessel Registration Identification 12-B (Panama).",
            Identifier("other", "Vessel Registration Identification 12-B", "PA"),
            id="ship by a number that is not of the IMO",
        ),
        pytest.param(
            "Company Number IMO 5000001.",
            Identifier("imo_number", "5000001"),
            id="shipping company by its IMO number",
        ),
        pytest.param("MMSI 273000000.", Identifier("mmsi", "273000000"), id="radio identity"),
        pytest.param(
            "Aircraft Tail Number XX-ABC.",
            Identifier("aircraft_registration", "XX-ABC"),
            id="tail number",
        ),
        pytest.param(
            "Previous Aircraft Tail Number XX-OLD.",
            Identifier("other", "Previous Aircraft Tail Number XX-OLD"),
            id="a former tail number is not a tail number",
        ),
        pytest.param(
            "Aircraft Manufacturer's Serial Number (MSN) 20999.",
            Identifier("aircraft_msn", "20999"),
            id="serial number of the manufacturer",
        ),
        pytest.param(
            "Aircraft Construction Number (also called L/N or S/N or F/N) 8401.",
            Identifier(
                "other", "Aircraft Construction Number (also called L/N or S/N or F/N) 8401"
            ),
            id="a line number is not a serial number",
        ),
        pytest.param(
            "Aircraft Mode S Transponder Code ABC123.",
            Identifier("mode_s", "ABC123"),
            id="transponder code",
        ),
        pytest.param("SWIFT/BIC ABCDIRTH.", Identifier("swift_bic", "ABCDIRTH"), id="bank code"),
        pytest.param(
            "Legal Entity Number 253400AAAAAAAAAAAA01 (Russia).",
            Identifier("lei", "253400AAAAAAAAAAAA01", "RU"),
            id="LEI by its form",
        ),
        pytest.param(
            "Legal Entity Number 851 (Netherlands).",
            Identifier("registration_number", "851", "NL"),
            id="number that is no LEI",
        ),
        pytest.param(
            "Digital Currency Address - XBT 1Abc.",
            Identifier("crypto_address", "1Abc", currency="XBT"),
            id="address of a digital currency",
        ),
        pytest.param(
            "Digital Currency Address - USDT 0xAb; alt. Digital Currency Address - ETH 0xAb.",
            Identifier("crypto_address", "0xAb", currency="ETH USDT"),
            id="address of two currencies",
        ),
        pytest.param(
            "alt. Website www.example.org.",
            Identifier("website", "www.example.org"),
            id="second website",
        ),
        pytest.param(
            "Telephone (357)(22000000).",
            Identifier("phone", "(357)(22000000)"),
            id="brackets of a telephone number are no country",
        ),
    ],
)
def test_identifier(remarks: str, expected: Identifier) -> None:
    assert facts_of(remarks).identifiers == (expected,)


def test_identification_number_depends_on_the_kind() -> None:
    text = "Identification Number 12 (Colombia)."
    assert facts_of(text, "person").identifiers[0].type == "national_id"
    assert facts_of(text, "organisation").identifiers[0].type == "registration_number"


@pytest.mark.parametrize(
    ("remarks", "expected"),
    [
        ("DOB 16 Jul 1984.", [("birth_date", "1984-07-16")]),
        ("alt. DOB Mar 1984.", [("birth_date", "1984-03")]),
        ("DOB 1984.", [("birth_date", "1984")]),
        ("DOB circa 1984.", [("birth_date", "1984")]),
        (
            "POB Exampleton, Tehran, Iran.",
            [("birth_place", "Exampleton, Tehran"), ("birth_country", "IR")],
        ),
        ("POB Wonsan, Korea, North.", [("birth_place", "Wonsan"), ("birth_country", "KP")]),
        ("POB Sur.", [("birth_place", "Sur")]),
        ("POB Kuwait.", [("birth_country", "KW")]),
        ("POB Gaza.", [("birth_place", "Gaza"), ("birth_country", "PS")]),
        ("POB Gaza Strip.", [("birth_place", "Gaza Strip"), ("birth_country", "PS")]),
        (
            "POB Jabaliya, Gaza Strip.",
            [("birth_place", "Jabaliya, Gaza Strip"), ("birth_country", "PS")],
        ),
        (
            "POB Yubna, Gaza (Palestinian Authority).",
            [("birth_place", "Yubna, Gaza (Palestinian Authority)"), ("birth_country", "PS")],
        ),
        ("POB Gaza, Egypt.", [("birth_place", "Gaza"), ("birth_country", "EG")]),
        ("POB Nablus, West Bank.", [("birth_place", "Nablus, West Bank"), ("birth_country", "PS")]),
        ("nationality Iran; citizen Syria.", [("nationality", "IR"), ("nationality", "SY")]),
        ("Gender Female.", [("gender", "female")]),
        ("Organization Established Date 21 Mar 2017.", [("founded", "2017-03-21")]),
        ("Organization Type: Fishing.", [("business", "Fishing")]),
        ("Target Type Private Company.", [("entity_type", "Private Company")]),
        (
            "Former Vessel Flag Malta; alt. Former Vessel Flag None Identified.",
            [("previous_flag", "MT")],
        ),
        (
            "Aircraft Model A300; Aircraft Operator EXAMPLE AIR; Aircraft Manufacture Date 1992.",
            [("aircraft_model", "A300"), ("owner", "EXAMPLE AIR"), ("built", "1992")],
        ),
        ("Linked To: EXAMPLE, S.A..", [("linked_to", "EXAMPLE, S.A.")]),
        ("all offices worldwide; arrested 30 Sep 2002; Secondary sanctions risk: some text.", []),
    ],
)
def test_attributes(remarks: str, expected: list[tuple[str, str]]) -> None:
    assert facts_of(remarks).attributes == tuple(Attribute(*pair) for pair in expected)


def test_names_in_quotes_are_weak() -> None:
    names = facts_of("a.k.a. 'O'NEILL'; f.k.a. 'OLD ONE'; alt. DOB 1950; a.k.a. 'O'NEILL'.").names
    assert names == (Name("O'NEILL", "weak_alias"), Name("OLD ONE", "weak_alias"))


@pytest.mark.parametrize(
    "remarks",
    [
        "Passport and National ID were seized.",
        "Passport issued in Exampleton.",
        "Passport A1 and Kuwaiti National ID No. 12.",
        "Passport.",
        "",
    ],
)
def test_words_in_place_of_a_number_are_left_out(remarks: str) -> None:
    assert facts_of(remarks).identifiers == ()


def test_unknown_country_is_a_warning_and_the_number_stays() -> None:
    facts = facts_of("Tax ID No. 9 (Freedonia).")
    assert facts.identifiers == (Identifier("tax_id", "9"),)
    [problem] = facts.report.problems
    assert not problem.is_error
    assert "'Freedonia' is not known" in str(problem) and "(entry 1)" in str(problem)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01 Jan 1962 to 31 Dec 1962", ["1962"]),
        ("03 Feb 1962 to 20 Feb 1962", ["1962-02"]),
        ("Mar 1962 to Feb 1963", ["1962", "1963"]),
        ("1962 to 1963", ["1962", "1963"]),
        ("1962 to 1963 (range 1962-01-01–1963-12-31)", ["1962", "1963"]),
        ("circa 1962", ["1962"]),
        ("circa Mar 1962", ["1962"]),
        ("16 Jul 1984", ["1984-07-16"]),
        ("unknown", []),
    ],
)
def test_dates_of_birth_say_no_more_than_is_known(text: str, expected: list[str]) -> None:
    assert [each.value for each in facts_of(f"DOB {text}.").attributes] == expected


@given(st.text())
def test_any_text_is_read_without_a_issue(text: str) -> None:
    facts = facts_of(text)
    assert all(identifier.value for identifier in facts.identifiers)
    assert all(attribute.value for attribute in facts.attributes)
    place_and_country(text)


NUMBER = st.from_regex(r"[A-Z0-9][A-Z0-9/-]{0,11}[0-9]", fullmatch=True)
LABELS = sorted(
    label for label, kind in IDENTIFIERS.items() if kind in {"passport", "tax_id", "phone"}
)


@given(st.lists(st.tuples(st.sampled_from(LABELS), NUMBER), min_size=1, max_size=8))
def test_remarks_give_back_what_was_put_in(items: list[tuple[str, str]]) -> None:
    text = "; ".join(f"{label} {number}" for label, number in items) + "."
    expected = dict.fromkeys(Identifier(IDENTIFIERS[label], number) for label, number in items)
    assert facts_of(text).identifiers == tuple(expected)


def test_labels_use_our_vocabularies_only() -> None:
    assert set(IDENTIFIERS.values()) <= set(vocabularies.IDENTIFIER_TYPE)
    assert set(ATTRIBUTES.values()) <= set(vocabularies.ATTRIBUTE)


@pytest.mark.parametrize(
    ("remarks", "value"),
    [
        pytest.param("Linked To: EXAMPLE AIR.", "EXAMPLE AIR", id="end of the remarks"),
        pytest.param("Linked To: EXAMPLE, S.A.", "EXAMPLE, S.A.", id="end of an abbreviation"),
        pytest.param("Linked To: EXAMPLE, S.A.; prose.", "EXAMPLE, S.A.", id="in the middle"),
        pytest.param("Linked To: EXAMPLE CO., LTD.", "EXAMPLE CO., LTD.", id="forms with a comma"),
        pytest.param("Linked To: EXAMPLE Sdn. Bhd.", "EXAMPLE Sdn. Bhd.", id="forms without one"),
        pytest.param("Linked To: EXAMPLE LTD. CO.", "EXAMPLE LTD. CO.", id="forms turned round"),
        pytest.param("Linked To: EXAMPLE CO LTD.", "EXAMPLE CO LTD", id="form without its stop"),
        pytest.param("Linked To: EXAMPLE LTD.", "EXAMPLE LTD", id="one form, stop of the remarks"),
        pytest.param("Linked To: FIASCO. LTD.", "FIASCO. LTD", id="a word that ends like a form"),
    ],
)
def test_full_stop_at_the_end(remarks: str, value: str) -> None:
    assert facts_of(remarks).attributes == (Attribute("linked_to", value),)
