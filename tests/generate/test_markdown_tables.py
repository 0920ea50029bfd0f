"""Markdown pages: only what stands between the markers of a section changes."""

from __future__ import annotations

import pytest

from sanctions_data.generate.markdown_tables import content_of, fill_section

BEGIN, END = "<!-- x:begin -->", "<!-- x:end -->"


def test_only_the_text_between_the_markers_changes() -> None:
    once = fill_section(f"# Title\n{BEGIN}\nold\n{END}\nend\n", "x", "| new |\n")
    assert once == f"# Title\n{BEGIN}\n| new |\n{END}\nend\n"
    assert fill_section(once, "x", "| new |\n") == once
    assert content_of(once, "x") == "| new |"


@pytest.mark.parametrize(
    "readme",
    [
        pytest.param("", id="no markers"),
        pytest.param(f"{BEGIN} text", id="no end"),
        pytest.param(f"{END} text {BEGIN}", id="wrong order"),
    ],
)
def test_missing_markers_are_an_error_that_says_how_to_fix_it(readme: str) -> None:
    with pytest.raises(ValueError, match=r"README\.md or .*: no .* put the two lines"):
        fill_section(readme, "x", "")
    with pytest.raises(ValueError, match=r"CONTRIBUTING\.md: no .* put the two lines"):
        content_of(readme, "x")
