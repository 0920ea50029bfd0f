"""Texts of an entry, and the files of a list."""

from __future__ import annotations

from sanctions_data.lists.common.entry import ListFile, ListFormat, tidy


def test_blanks_of_every_kind_become_one() -> None:
    assert tidy(" Correspondent\u202f\n\tBanking\u00a0 ") == "Correspondent Banking"
    assert tidy(None) == ""


def test_the_last_of_several_files_is_found(tmp_path) -> None:
    for name in ("list-2024.xml", "list-2025.xml"):
        (tmp_path / name).touch()
    list_format = ListFormat("gb-fcdo", (), lambda folder, report: iter(()))
    assert list_format.find(tmp_path, "list-*.xml") == tmp_path / "list-2025.xml"
    assert list_format.find(tmp_path, "other-*.xml") is None


def test_a_file_may_have_another_name(tmp_path) -> None:
    file = ListFile("new.xlsx", "", other_names=("old.xlsx", "older-*.xlsx"))
    list_format = ListFormat("au-dfat", (file,), lambda folder, report: iter(()))
    for name in ("older-1.xlsx", "old.xlsx", "new.xlsx"):
        (tmp_path / name).touch()
        assert list_format.find(tmp_path, "new.xlsx") == tmp_path / name
