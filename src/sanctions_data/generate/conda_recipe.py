"""The recipe for conda-forge, from ``pyproject.toml``: so the two never ask for other packages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

# What is one package with an extra elsewhere has a name of its own, or none, on conda-forge.
_NAMES = {"pandera[pandas]": "pandera"}
_REQUIREMENT = re.compile(r"^([\w.\[\]-]+?)\s*([<>=!~].*)?$")


def conda_recipe(project: dict[str, Any], build_requires: list[str]) -> str:
    """The recipe, as YAML of the layout that rattler-build and conda-forge read.

    It builds the folder above its own. In conda-forge's repository the source is the archive of
    the tag instead, with the hash that it has once the tag is there.

    Args:
        project: the table ``project`` of ``pyproject.toml``.
        build_requires: ``build-system.requires`` of it.

    Returns:
        The content of ``packaging/recipe.yaml``.

    Example:
        >>> recipe = conda_recipe(
        ...     {"name": "x", "version": "1", "description": "A: b", "requires-python": ">=3.11",
        ...      "dependencies": ["pandas>=2.3"], "scripts": {"x": "x:main"},
        ...      "license": "MIT", "urls": {"Repository": "https://example.org"}}, ["hatchling"])
        >>> print(recipe.partition("  run:")[2].partition("tests:")[0].strip())
        - python >=3.11
            - pandas >=2.3
    """
    return "\n".join([*_lines(project, build_requires), ""])


def _lines(project: dict[str, Any], build_requires: list[str]) -> Iterator[str]:
    name, python = project["name"], project["requires-python"]
    yield from ("# Generated from pyproject.toml by scripts/generate.py.", "schema_version: 1", "")
    yield from ("package:", f"  name: {name}", f'  version: "{project["version"]}"', "")
    yield from ("source:", "  path: ..", "")
    yield from ("build:", "  number: 0", "  noarch: python", "  python:", "    entry_points:")
    yield from (f"      - {command} = {place}" for command, place in project["scripts"].items())
    yield "  script: ${{ PYTHON }} -m pip install . --no-deps --no-build-isolation"
    yield from ("", "requirements:", "  host:", f"    - python {python}", "    - pip")
    yield from (f"    - {_on_conda(each)}" for each in build_requires)
    yield from ("  run:", f"    - python {python}")
    yield from (f"    - {_on_conda(each)}" for each in project["dependencies"])
    yield from ("", "tests:", "  - python:", "      imports:")
    yield f"        - {name.replace('-', '_')}"
    yield from (f"  - script: {command} --version" for command in project["scripts"])
    yield from ("", "about:", f"  summary: {json.dumps(project['description'])}")
    yield f"  license: {json.dumps(project['license'])}"
    yield f"  homepage: {project['urls']['Repository']}"


def _on_conda(requirement: str) -> str:
    found = _REQUIREMENT.match(requirement)
    if found is None:
        raise ValueError(
            f"pyproject.toml: found the requirement {requirement!r}; expected a name and versions"
        )
    name, versions = found[1], found[2] or ""
    return f"{_NAMES.get(name, name)} {versions}".rstrip()
