"""No command dies when its reader has gone, as ``head`` does, or in a console of cp1252."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

RUN = [sys.executable, "-c", "from sanctions_data.cli import main; main()"]


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such error of a pipe")
@pytest.mark.parametrize(
    "line",
    [["show", "authorities", "--json"], ["tables"]],  # Printed by us, and by rich.
    ids=" ".join,
)
def test_a_reader_that_has_gone_is_no_error(line: list[str], closed_pipe: int) -> None:
    done = subprocess.run(
        [*RUN, *line], stdout=closed_pipe, stderr=subprocess.PIPE, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "JSON"])
def test_what_a_console_lacks_is_escaped(form: list[str]) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    line = [*RUN, "lookup", "ЩЩЩЩ", *form]
    done = subprocess.run(line, env=env, capture_output=True, check=False)
    assert "\\u0429" in done.stdout.decode("cp1252")
    assert done.stderr == b""
    assert done.returncode == 1  # Nothing was found.
