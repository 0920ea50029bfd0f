"""All generated files at once: what they should hold, writing them, and which are stale."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sanctions_data.generate.conda_recipe import conda_recipe
from sanctions_data.generate.coverage_table import coverage_table
from sanctions_data.generate.datapackage import descriptor_text, package_descriptor
from sanctions_data.generate.days_table import days_table
from sanctions_data.generate.dictionary import KINDS, dictionary
from sanctions_data.generate.evidence_table import evidence_table
from sanctions_data.generate.example_table import example_table
from sanctions_data.generate.markdown_tables import content_of, fill_section
from sanctions_data.schema.descriptor import fingerprint
from sanctions_data.tables.atomic import write_atomically

DESCRIPTOR = Path("datapackage.json")
# By it the check tells a descriptor that was edited by hand.
FINGERPRINT = Path("src/sanctions_data/schema/descriptor.sha256")
DICTIONARY = Path("docs/data-dictionary.md")
README = Path("README.md")
RECIPE = Path("packaging/recipe.yaml")
# What the descriptor says of the rows: the day of the newest snapshot, and the lists.
_FROM_ROWS = ("created", "sources")
GUIDE = Path("CONTRIBUTING.md")
_SECTIONS = {
    "coverage": coverage_table,
    "days": days_table,
    "evidence": evidence_table,
    "example": example_table,
}


def generated_files(root: Path) -> dict[Path, bytes]:
    """What every generated file should hold, by its path within ``root``.

    The README is generated only between the markers of its sections; the map of the house is
    taken from the guide for contributors. Installed data have no README, and get the
    descriptor alone.

    Raises:
        FileNotFoundError: a table has no CSV.
        ValueError: the README has no markers.
    """
    files = {DESCRIPTOR: descriptor_bytes(root)}
    if (root / FINGERPRINT).parent.is_dir():
        files[FINGERPRINT] = f"{fingerprint(json.loads(files[DESCRIPTOR]))}\n".encode()
    if (root / README).is_file():
        data = root / "data"
        files[DICTIONARY] = dictionary(data).encode("utf-8")
        readme = (root / README).read_text(encoding="utf-8")
        for section, content in _SECTIONS.items():
            readme = fill_section(readme, section, content(data))
        if (root / GUIDE).is_file():
            guide = (root / GUIDE).read_text(encoding="utf-8")
            readme = fill_section(readme, "house", content_of(guide, "house"))
        files[README] = readme.encode("utf-8")
    if (root / RECIPE).parent.is_dir():
        described = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        requires = described["build-system"]["requires"]
        files[RECIPE] = conda_recipe(described["project"], requires).encode("utf-8")
    return files


@contextmanager
def copy_for_trial(root: Path, files: dict[str, bytes]) -> Iterator[Path]:
    """A copy of what the generated files depend on, with new files in it, for a while.

    What is to be written can be checked there, and the generated files that belong to it be
    made, before anything is replaced.

    Args:
        root: the checkout, or the installed data.
        files: new content by path below ``root``.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch)
        shutil.copytree(root / "data", copy / "data")
        for name in ("pyproject.toml", "datapackage.json", README, GUIDE):
            if (root / name).is_file():
                shutil.copy(root / name, copy / name)
        for name, content in files.items():
            (copy / name).write_bytes(content)
        yield copy


def add_generated_files(root: Path, files: dict[str, bytes]) -> dict[str, bytes]:
    """New files of a checkout together with the generated ones that follow from them."""
    with copy_for_trial(root, files) as copy:
        return {**files, **_by_name(generated_files(copy))}


def _by_name(files: dict[Path, bytes]) -> dict[str, bytes]:
    return {path.as_posix(): content for path, content in files.items()}


def descriptor_bytes(root: Path) -> bytes:
    """The bytes of ``datapackage.json``, which end in a line break."""
    return descriptor_text(package_descriptor(root))


def write_generated_files(root: Path) -> None:
    """Write every generated file of a checkout that is not up to date."""
    wanted = generated_files(root)
    for path in find_differing(root, wanted):
        write_atomically(root / path, wanted[path])


def find_stale(root: Path) -> list[Path]:
    """The generated files, within ``root``, that are missing or not up to date."""
    return find_differing(root, generated_files(root))


def only_lack_rows(root: Path, stale: Iterable[Path]) -> list[Path]:
    """Those of the stale files that differ in what is counted from the rows alone.

    An update and a release make them anew; who edits a row need not.
    """
    wanted = generated_files(root)
    return [
        path
        for path in stale
        if path in wanted
        and (root / path).is_file()
        and _without_rows(path, (root / path).read_bytes()) == _without_rows(path, wanted[path])
    ]


def _without_rows(path: Path, content: bytes) -> object:
    try:
        if path == DESCRIPTOR:
            return {k: v for k, v in json.loads(content).items() if k not in _FROM_ROWS}
        text = content.decode()
        if path == README:
            for section in _SECTIONS:
                text = fill_section(text, section, "")
        # The last section of the dictionary is the table of the kinds of measure.
        return text.partition(KINDS)[0] if path == DICTIONARY else text
    except ValueError:
        return content


def find_differing(root: Path, wanted: dict[Path, bytes]) -> list[Path]:
    """The files, within ``root``, that are missing or do not hold what is wanted."""
    return [
        path
        for path, content in wanted.items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    ]
