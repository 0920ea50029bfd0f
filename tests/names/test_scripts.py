"""The script of a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanctions_data.names.scripts import script_of


@pytest.mark.parametrize(
    ("name", "script"),
    [
        pytest.param("Ada Example", "Latn", id="Latin"),
        pytest.param("Ørsted", "Latn", id="Latin with a stroke"),
        pytest.param("Ада Пример", "Cyrl", id="Cyrillic"),
        pytest.param("مثال", "Arab", id="Arabic"),
        pytest.param("例子", "Hani", id="Chinese"),
        pytest.param("예시", "Hang", id="Korean"),
        pytest.param("例え ばなし", "Hira", id="most letters count"),
        pytest.param("ООО Vega", "Latn", id="Latin after a legal form in Cyrillic"),
        pytest.param("924", "", id="digits"),
        pytest.param("", "", id="nothing"),
        pytest.param("«—»", "", id="signs that are not ASCII"),
        pytest.param("ᚠᚢᚦ", "", id="a script that we do not know"),
    ],
)
def test_script_of(name: str, script: str) -> None:
    assert script_of(name) == script


@given(st.text(max_size=20))
def test_any_text_has_a_code_of_four_letters_or_none(name: str) -> None:
    assert len(script_of(name)) in (0, 4)
