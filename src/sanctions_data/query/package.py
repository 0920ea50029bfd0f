"""The tables as a Frictionless data package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sanctions_data.tables.location import root_folder

if TYPE_CHECKING:
    import frictionless


def package(*, root: Path | None = None) -> frictionless.Package:
    """The ``frictionless.Package`` of the data, for tools that speak Data Package.

    Example:
        >>> import sanctions_data as sd
        >>> sd.package().get_resource("authorities").name
        'authorities'
    """
    import frictionless

    return frictionless.Package(str((root or root_folder()) / "datapackage.json"))
