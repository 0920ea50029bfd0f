"""``sanctions-data site``: pages with a search, made from the tables, for any web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sanctions_data.cli.options import AsJson
from sanctions_data.cli.output import print_json, reports_errors


@reports_errors
def site(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder to write; missing or empty.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace an earlier site.")] = False,
    json: AsJson = False,
) -> None:
    """Write a static site with a search, from the tables; any web server shows it."""
    from sanctions_data.site.make_site import make_site

    files = make_site(out, force=force)
    size = sum(path.stat().st_size for path in files)
    if json:
        print_json({"folder": str(out), "files": len(files), "bytes": size})
        return
    typer.echo(f"wrote {len(files):,} files, {size / 2**20:,.1f} MiB, to {out}")
    typer.echo(f"look at it: python -m http.server --directory {out}")
