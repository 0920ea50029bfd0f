"""One folder with pages and data, from start to end."""

from __future__ import annotations

import shutil
from pathlib import Path

from sanctions_data.export.whole_folder import files_in, whole_folder
from sanctions_data.site.code_shards import write_codes
from sanctions_data.site.compact_json import write_compact
from sanctions_data.site.coverage_facts import coverage_facts
from sanctions_data.site.event_facts import event_facts
from sanctions_data.site.facts.check_rules import check_rules
from sanctions_data.site.facts.why_facts import why_facts
from sanctions_data.site.feed_facts import feed_facts
from sanctions_data.site.flight_facts import flight_facts
from sanctions_data.site.handbook import dictionary_facts, rule_facts
from sanctions_data.site.lag_facts import lag_facts
from sanctions_data.site.measure_chunks import write_measure_rows
from sanctions_data.site.name_shards import names_by_party, write_names
from sanctions_data.site.party_shards import COLUMNS, write_party_shards
from sanctions_data.site.reference_facts import about, acts, programmes
from sanctions_data.site.site_tables import SiteTables

# The pages as Vite built them from the folder "site" of the repository; a wheel has them.
ASSETS = Path(__file__).with_name("assets")


class NoPagesError(FileNotFoundError):
    """The pages were not built; the message says how to."""


def make_site(out: str | Path, *, force: bool = False, root: Path | None = None) -> list[Path]:
    """Write the site into a folder, whole or not at all; any web server shows it.

    The same tables and the same pages give the same bytes.

    Args:
        out: the folder; it may be missing or empty.
        force: replace a site that this command wrote; nothing else is ever replaced.
        root: folder of the data; the installed data if left out.

    Returns:
        The files that were written, in order of name.

    Raises:
        NoPagesError: the pages were not built.
        NotEmptyError: the folder is not empty.
    """
    if not (ASSETS / "index.html").is_file():
        raise NoPagesError(
            f"{ASSETS} has no pages; from a checkout build them once, with Node 20 or newer: "
            "cd site && npm ci && npm run build"
        )
    out = Path(out)
    tables = SiteTables.of(root)
    with whole_folder(out, force=force, about={"format": "site", "version": tables.version}) as new:
        shutil.copytree(ASSETS, new, dirs_exist_ok=True)
        write_data(new / "data", tables)
    return files_in(out)


def write_data(folder: Path, tables: SiteTables) -> None:
    """Write the data of all pages."""
    named = names_by_party(tables)
    where = write_names(folder / "names", tables, named)
    write_codes(folder / "codes", tables, named)
    write_party_shards(folder / "parties", tables)
    write_measure_rows(folder / "rows", tables)
    for name, content in {
        "about": {**about(tables), "measure_columns": COLUMNS, "index": where},
        "programmes": programmes(tables),
        "acts": acts(tables),
        "flights": flight_facts(tables),
        "events": event_facts(tables),
        "why": why_facts(tables),
        "check": check_rules(tables),
        "lags": lag_facts(tables),
        "coverage": coverage_facts(tables),
        "feed": feed_facts(tables),
        "dictionary": dictionary_facts(),
        "rules": rule_facts(),
    }.items():
        write_compact(folder / f"{name}.json", content)
