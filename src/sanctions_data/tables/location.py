"""Where the tables are: inside the installed package, or in a checkout of the repository."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def root_folder() -> Path:
    """The folder that holds ``datapackage.json`` and ``data/``.

    An installed wheel carries both inside the package; an editable install reads the
    checkout.

    Raises:
        FileNotFoundError: neither is there; the message says how to fix it.
    """
    for folder in (_PACKAGE, _CHECKOUT):
        if (folder / "datapackage.json").is_file():
            return folder
    raise FileNotFoundError(
        f"no datapackage.json in {_PACKAGE} or {_CHECKOUT}; the installation is incomplete: "
        "run 'pip install --force-reinstall .' in a checkout of sanctions-data"
    )


def data_folder() -> Path:
    """The folder with one CSV a table."""
    return root_folder() / "data"


def working_data_folder() -> Path:
    """The tables of the checkout that one works in; where there is none, those installed.

    Whoever checks or edits tables means those of the checkout that the working directory is
    in, though the package that runs may be installed elsewhere.
    """
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "datapackage.json").is_file() and csv_path(
            folder / "data", "entities"
        ).is_file():
            return folder / "data"
    return data_folder()


def csv_path(folder: Path, table: str) -> Path:
    """Path of a table's CSV in a data folder."""
    return folder / f"{table}.csv"
