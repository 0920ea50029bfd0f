"""Write the generated files, or with ``--check`` say which are stale (exit code 1)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sanctions_data.generate.answer_schemas import FOLDER as SCHEMAS
from sanctions_data.generate.answer_schemas import answer_schemas
from sanctions_data.generate.generated_files import (
    find_differing,
    find_stale,
    only_lack_rows,
    write_generated_files,
)
from sanctions_data.generate.rule_pages import FOLDER, rule_pages
from sanctions_data.tables.atomic import write_atomically

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    parser.add_argument(
        "--rows", action="store_true", help="also fail where only counts of rows are stale"
    )
    arguments = parser.parse_args()
    pages = {**rule_pages(), **answer_schemas(ROOT)}
    if not arguments.check:
        write_generated_files(ROOT)
        for folder in (FOLDER, SCHEMAS):
            (ROOT / folder).mkdir(parents=True, exist_ok=True)
        for path in find_differing(ROOT, pages):
            write_atomically(ROOT / path, pages[path])
        return 0
    stale = find_stale(ROOT)
    counted = [] if arguments.rows else only_lack_rows(ROOT, stale)
    for path in counted:
        print(f"{path}: its counts are of older rows; the next update or release makes it anew")
    outdated = [p for p in (*stale, *find_differing(ROOT, pages)) if p not in counted]
    for path in outdated:
        print(f"{path}: stale; run 'python scripts/generate.py' and commit the result")
    return 1 if outdated else 0


if __name__ == "__main__":
    sys.exit(main())
