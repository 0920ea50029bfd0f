"""Archives hold what the registry says, old versions among them, whoever builds them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.fetch import archive_name
from sanctions_data.history.registry import REGISTRY, SUMS, add_content, content_hash, sums
from sanctions_data.release.archive import archive_files, build_data_archive, pack
from sanctions_data.release.release import release


@pytest.fixture
def registered(checkout: Path) -> Path:
    """A checkout with an empty registry."""
    (checkout / REGISTRY).parent.mkdir(parents=True)
    (checkout / REGISTRY).write_text("")
    (checkout / "data" / "LICENSE.md").write_text("CC BY 4.0\n")
    return checkout


def known(root: Path) -> dict[str, str]:
    lines = (root / REGISTRY).read_text().splitlines()
    return {version: sha256 for sha256, version in (line.split("  ") for line in lines)}


def test_a_release_records_what_its_archive_holds(registered: Path, tmp_path: Path) -> None:
    release(registered, "2026.2.0")
    assert known(registered) == {"2026.2.0": content_hash(archive_files(registered))}
    built = build_data_archive(registered, tmp_path)
    with zipfile.ZipFile(built) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        files = {name: archive.read(name) for name in archive.namelist() if name != SUMS}
        assert archive.read(SUMS) == sums(files)


def test_an_old_version_has_the_archive_that_it_had(registered: Path, tmp_path: Path) -> None:
    release(registered, "2026.2.0")
    then, base = archive_files(registered), tmp_path / "base"
    base.mkdir()
    for path in (registered / "data").glob("*.csv"):
        (base / path.name).write_bytes(path.read_bytes())
    authorities = registered / "data" / "authorities.csv"
    authorities.write_text(authorities.read_text() + "zz,Another,state,NZ,,\n")
    release(registered, "2026.8.0", base=base)
    assert list(known(registered)) == ["2026.2.0", "2026.8.0"]
    assert archive_files(registered, "2026.2.0") == then
    assert json.loads(then["datapackage.json"])["version"] == "2026.2.0"
    built = build_data_archive(registered, tmp_path, "2026.2.0")
    assert built.read_bytes() == pack(then)


def test_another_content_than_the_registry_says_is_refused(
    registered: Path, tmp_path: Path
) -> None:
    release(registered, "2026.2.0")
    (registered / "data" / "LICENSE.md").write_text("Another licence\n")
    with pytest.raises(HistoryError, match=r"archives\.txt says another; run .* --record"):
        build_data_archive(registered, tmp_path)
    assert not (tmp_path / archive_name("2026.2.0")).exists()


def test_the_same_content_makes_the_same_bytes() -> None:
    files = {"b.csv": b"1", "a.csv": b"2"}
    assert pack(files) == pack(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(pack(files))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_registry_is_in_order_of_version() -> None:
    registry = b""
    for version in ("2026.10.0", "2026.2.0", "2025.6.0", "2026.2.0"):
        registry = add_content(registry.decode(), version, {})
    assert [line.split("  ")[1] for line in registry.decode().splitlines()] == [
        "2025.6.0", "2026.2.0", "2026.10.0",
    ]  # fmt: skip
