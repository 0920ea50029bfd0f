"""The tables as the descriptor tells them are those of the models."""

from __future__ import annotations

import pytest

from sanctions_data.schema import TABLES as BY_MODEL
from sanctions_data.validation.engine.definition import TABLES


@pytest.mark.parametrize("name", BY_MODEL)
def test_the_descriptor_tells_what_the_model_says(name: str) -> None:
    described, model = TABLES[name], BY_MODEL[name]
    assert described.columns == model.columns
    assert described.header == model.header
    assert (described.key, described.group) == (model.key, model.group)
    assert described.may_be_empty == model.may_be_empty


@pytest.mark.parametrize("name", BY_MODEL)
def test_rows_are_told_apart_by_the_key(name: str) -> None:
    """The check of repeated rows takes the key for what the model calls unique."""
    model = BY_MODEL[name]
    assert list(model.schema.unique or model.key) == list(model.key)
