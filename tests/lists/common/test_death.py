"""What a list says of a person's death, and of others' that it mentions."""

from __future__ import annotations

import pytest

from sanctions_data.lists.common.death import read_death


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Deceased as of 9 February 2016.", "true", id="plain"),
        pytest.param("(UN Ref):XYi.001. Deceased.", "true", id="after a label"),
        pytest.param("(UN Ref):Reportedly deceased", "reported", id="behind a label"),
        pytest.param("Leader. Confirmed to have died on 30 Sep. 2011.", "true", id="confirmed"),
        pytest.param("Confirmed killed on 17 February.", "true", id="confirmed killed"),
        pytest.param("Killed on 3 December 2016 in a town.", "true", id="killed"),
        pytest.param("Died in 2003", "true", id="died"),
        pytest.param("Reported to have died in prison.", "reported", id="reported to have died"),
        pytest.param("Reported as deceased as of 2013.", "reported", id="reported as"),
        pytest.param("Believed deceased in a town.", "reported", id="believed"),
        pytest.param("Believed status/location: deceased.", "reported", id="believed status"),
        pytest.param("Reportedly deceased in 2010. Confirmed deceased in 2011.", "true",
                     id="the surer of two"),
    ],
)  # fmt: skip
def test_the_person_is_dead(text: str, expected: str) -> None:
    (found,) = read_death([text])
    assert (found.name, found.value) == ("deceased", expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Father's name is Ada Example (deceased).", id="a father"),
        pytest.param("Associated with B. Sample (XYi.002, reportedly deceased).", id="another"),
        pytest.param("The group has killed civilians. Killed 34 civilians.", id="a deed"),
        pytest.param("Sentenced to death. Death threats.", id="a sentence"),
        pytest.param("Took the identity of C. Example, who died in 2004.", id="an identity"),
        pytest.param("", id="nothing"),
    ],
)
def test_another_is_dead(text: str) -> None:
    assert list(read_death([text])) == []


def test_the_surest_of_several_texts_counts_once() -> None:
    found = list(read_death(["Reportedly deceased.", "Deceased in 2011.", ""]))
    assert [each.value for each in found] == ["true"]
