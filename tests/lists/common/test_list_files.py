"""Where the files of a list are in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from sanctions_data.lists.common.list_files import find_file, find_files, locate_file


def test_capital_letters_in_the_name_of_a_file_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "list.XML").touch()
    assert find_file(tmp_path, "LIST.xml") == tmp_path / "list.XML"
    assert find_file(tmp_path / "missing", "LIST.xml") is None
    assert locate_file(tmp_path, "other.xml") == tmp_path / "other.xml"


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "list.xml")
    assert find_files(tmp_path, "list.xml") == []


def test_files_below_a_folder_are_found_in_order(tmp_path: Path) -> None:
    (tmp_path / "announcements").mkdir()
    every = [tmp_path / "announcements" / name for name in ("1.md", "2.md")]
    for file in every:
        file.touch()
    assert find_files(tmp_path, "list.xml", "announcements/*.md") == every
