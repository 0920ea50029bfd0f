"""The formats that there are: what each writes, and what must be installed for it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from sanctions_data.names.known_codes import KnownCodes
from sanctions_data.query.edition import Edition

ALL = "all"


class MissingPartError(ValueError):
    """What a format needs is not installed; the message says how to install it."""


@dataclass(frozen=True)
class Format:
    """A format: its name, what it writes, and where the function is that writes it.

    ``writer`` is ``module:function`` of this room; ``extra`` is the extra of the package that
    brings the module ``needs``.
    """

    name: str
    description: str
    writer: str
    needs: str = ""
    extra: str = ""

    def require_packages(self) -> None:
        """Refuse before anything is written.

        Raises:
            MissingPartError: what the format needs is not installed.
        """
        if self.needs and find_spec(self.needs) is None:
            raise MissingPartError(
                f"the format {self.name} needs the package {self.needs}; install it with "
                f"pip install 'sanctions-data[{self.extra}]'"
            )

    def write(self, edition: Edition, folder: Path, **options: str) -> None:
        """Write the files of the format into a folder that is there.

        Args:
            edition: the tables.
            folder: where to write.
            options: what else the writer of the format knows, such as ``partition``.
        """
        module, _, function = self.writer.partition(":")
        write = getattr(import_module(f"sanctions_data.export.{module}"), function)
        write(edition, folder, **options)


FORMATS = {
    each.name: each
    for each in (
        Format("parquet", "one typed Parquet file a table", "parquet_files:write_parquet"),
        Format("sqlite", "one SQLite file: keys, views, comments",
               "databases.sqlite_file:write_sqlite"),
        Format("duckdb", "one DuckDB file: keys, views, comments",
               "databases.duckdb_file:write_duckdb", "duckdb", "duckdb"),
        Format("parties", "one CSV of parties, with measures by authority",
               "parties.flat_parties:write_parties"),
        Format("vessels", "one CSV of vessels", "parties.flat_craft:write_vessels"),
        Format("aircraft", "one CSV of aircraft", "parties.flat_craft:write_aircraft"),
        Format("ftm", "FollowTheMoney entities, one JSON a line", "parties.ftm_entities:write_ftm"),
        Format("jsonld", "schema.org Dataset in JSON-LD", "catalogues.jsonld_dataset:write_jsonld"),
        Format("dcat", "DCAT catalogue in JSON-LD", "catalogues.dcat_catalogue:write_dcat"),
        Format("croissant", "Croissant, with the tables in Parquet",
               "catalogues.croissant_dataset:write_croissant"),
        Format("frictionless", "Data Package, with the tables in Parquet",
               "catalogues.frictionless_package:write_frictionless"),
        Format("huggingface", "dataset card, with the tables in Parquet",
               "catalogues.hugging_face:write_hugging_face"),
        Format("feed", "what each release changed: CSV, JSON Feed and Atom",
               "feed.feed_files:write_feed"),
    )
}  # fmt: skip


def formats_of(name: str) -> list[Format]:
    """The format of that name, or every one for ``all``.

    Raises:
        UnknownCodeError: there is no such format; the message names the nearest.

    Example:
        >>> [each.name for each in formats_of("Parquet")]
        ['parquet']
        >>> formats_of("sqlit")
        Traceback (most recent call last):
        ...
        sanctions_data.names.known_codes.UnknownCodeError: unknown format 'sqlit'; \
did you mean 'sqlite'?
    """
    code = KnownCodes("format", {*FORMATS, ALL}).code_of(name)
    return list(FORMATS.values()) if code == ALL else [FORMATS[code]]
