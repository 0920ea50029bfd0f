"""Write requirements-lock.txt, or with ``--check`` say whether it is stale (exit code 1).

It holds every package that the project and its tests need, for every Python and system that we
support, with version and hashes, and no address to take them from: what ``uv.lock`` would hold
but for the addresses of one package index, so that it serves behind a mirror too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-lock.txt"
PYTHON = "3.11"  # The oldest that pyproject.toml admits; the newer ones are in the markers.
COMPILE = (
    *("uv", "pip", "compile", "pyproject.toml", "--all-extras", "--universal"),
    *("--python-version", PYTHON, "--generate-hashes", "--no-annotate", "--quiet"),
    *("--custom-compile-command", "python scripts/lock.py"),
)


def compiled(*options: str) -> str:
    """The lock file that fits ``pyproject.toml``; pins that still fit stay as they are."""
    with TemporaryDirectory() as scratch:
        output = Path(scratch) / LOCK.name
        if LOCK.exists():
            shutil.copy(LOCK, output)
        command = (*COMPILE, *options, "--output-file", str(output))
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return output.read_text(encoding="utf-8")


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Write requirements-lock.txt.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    options = parser.parse_args()
    wanted = compiled(*["--upgrade"] if options.upgrade else [])
    if not options.check:
        LOCK.write_text(wanted, encoding="utf-8", newline="\n")
        return 0
    if not LOCK.exists() or LOCK.read_text(encoding="utf-8") != wanted:
        print(f"{LOCK.name}: stale; run 'python scripts/lock.py' and commit the result")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
