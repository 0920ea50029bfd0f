"""One export from start to end: the tables in another format, in a folder of their own."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.export.formats import ALL, formats_of
from sanctions_data.export.whole_folder import files_in, whole_folder
from sanctions_data.query.stands_on import edition_of
from sanctions_data.schema.descriptor import descriptor
from sanctions_data.tables.lock import InUseError
from sanctions_data.tables.one_state import settled_state, state_of


def export(
    format: str,
    out: str | Path,
    *,
    partition: str | None = None,
    force: bool = False,
    version: str | None = None,
    root: Path | None = None,
) -> list[Path]:
    """Write the tables in another format into a folder, whole or not at all.

    The same tables give the same bytes, by the same versions of the libraries that write them.
    Beside the files stands ``export.json``, with the version of the data and their hashes.

    Args:
        format: ``parquet``, ``sqlite``, ``duckdb``, ``parties``, ``vessels``, ``aircraft``,
            ``ftm``, ``jsonld``, ``dcat``, ``croissant``, ``frictionless``, ``huggingface``,
            ``feed``; or ``all``, each in a folder of its name.
        out: the folder; it may be missing or empty.
        partition: of ``parquet``: ``authority`` for a folder an authority, as Hive has it.
        force: replace an earlier export; a folder that holds anything else is never replaced.
        version: a released version; the tables as they are if left out.
        root: folder of the data; the installed data if left out.

    Returns:
        The files that were written, in order of name.

    Raises:
        UnknownCodeError: there is no such format or version; the message names the nearest.
        NotEmptyError: the folder is not empty.
        MissingPartError: what the format needs is not installed; the message says how to.
        ValueError: ``partition`` was asked of a format that has none.
        InUseError: the tables were changed meanwhile; nothing was written.

    Example:
        >>> import sanctions_data as sd
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as name:
        ...     [path.name for path in sd.export("dcat", Path(name) / "out")]
        ['catalogue.jsonld', 'export.json']
    """
    chosen, edition = formats_of(format), edition_of(root, version)
    is_one = len(chosen) == 1
    if partition is not None and [each.name for each in chosen] != ["parquet"]:
        raise ValueError(f"found a partition for {format}; only parquet can be partitioned")
    options = {"partition": partition} if partition else {}
    about = {
        "format": chosen[0].name if is_one else ALL,
        **options,
        "version": edition.version or str(descriptor(edition.base)["version"]),
    }
    for each in chosen:
        each.require_packages()
    out, before = Path(out), settled_state(edition.base)
    with whole_folder(out, force=force, about=about) as folder:
        for each in chosen:
            place = folder if is_one else folder / each.name
            place.mkdir(exist_ok=True)
            each.write(edition, place, **options)
        if state_of(edition.base) != before:
            raise InUseError(
                f"{edition.base} was changed meanwhile; nothing was written: try again"
            )
    return files_in(out)
