"""The recipe for conda-forge follows pyproject.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import yaml

from sanctions_data.generate.conda_recipe import conda_recipe

REPOSITORY = Path(__file__).resolve().parents[2]
DESCRIBED = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))


def recipe_of(**changed: object) -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(conda_recipe({**DESCRIBED["project"], **changed}, ["hatchling>=1.27"]))


def test_recipe_asks_for_what_the_package_asks_for() -> None:
    recipe = recipe_of()
    run = dict(each.split(" ", 1) for each in recipe["requirements"]["run"])
    assert run.pop("python") == DESCRIBED["project"]["requires-python"]
    asked = {each.replace("[pandas]", "") for each in DESCRIBED["project"]["dependencies"]}
    assert {f"{name}{versions}" for name, versions in run.items()} == asked
    assert recipe["package"]["version"] == DESCRIBED["project"]["version"]


def test_version_stays_a_text() -> None:
    assert recipe_of(version="2026.10")["package"]["version"] == "2026.10"


def test_what_is_no_requirement_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"found the requirement 'pandas \? 2'"):
        recipe_of(dependencies=["pandas ? 2"])
