"""The ``followthemoney`` package, which not every computer can install: it needs ICU."""

from __future__ import annotations

import os
from typing import Any

import pytest

REQUIRE_FTM = "SANCTIONS_DATA_REQUIRE_FTM"


def ftm_model() -> Any:
    """Its model; without the package the test is skipped, unless the environment forbids it."""
    try:
        from followthemoney import model
    except ImportError as error:
        reason = f"followthemoney is not installed ({error}); pip install -e '.[ftm]'"
        if os.environ.get(REQUIRE_FTM):
            pytest.fail(f"{reason}, and {REQUIRE_FTM} is set")
        pytest.skip(reason)
    return model
