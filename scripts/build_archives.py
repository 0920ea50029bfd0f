"""Build wheel, sdist, data archive and checksums of this checkout into ``dist/``.

``--version`` builds the data archive of an older version instead, from the newest tables.
``--record`` builds nothing, and writes into the registry what the archives of all versions
must hold; a release does that by itself, for its own version.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sanctions_data.history.errors import HistoryError
from sanctions_data.history.registry import REGISTRY, add_content
from sanctions_data.history.versions import History
from sanctions_data.release.archive import archive_files, build_archives, build_data_archive
from sanctions_data.tables.atomic import write_atomically

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--version", help="only the data archive of this version")
    parser.add_argument("--record", action="store_true", help="write the registry, build nothing")
    options = parser.parse_args()
    try:
        if options.record:
            registry = b""
            for version in History(ROOT).versions:
                registry = add_content(registry.decode(), version, archive_files(ROOT, version))
            write_atomically(ROOT / REGISTRY, registry)
        elif options.version:
            print(build_data_archive(ROOT, ROOT / "dist", options.version).name)
        else:
            print(*(path.name for path in build_archives(ROOT, ROOT / "dist")), sep="\n")
    except HistoryError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
