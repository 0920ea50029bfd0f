"""What a full update costs: time and peak memory of the command, in a process of its own.

    python benchmarks/bench_update.py FOLDER [LIST …]

``FOLDER`` holds one folder a list and in it one folder a vintage; the newest counts, and all
lists are imported if none is named. The tables are a copy of ours, so that most rows are there
already, as they are when the tables are kept current. A second update of the same snapshots
must change nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from subprocess import DEVNULL
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LIMIT_MB = 1000
COMMAND = "from sanctions_data.cli import main; main()"


def run(command: list[str]) -> tuple[float, float, float]:
    """Run a command; seconds that passed, seconds of the processor, and peak memory in MB."""
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=DEVNULL, stderr=DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    passed = time.perf_counter() - started
    if code := os.waitstatus_to_exitcode(status):
        raise SystemExit(f"the update ended with exit code {code}")
    in_bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return passed, usage.ru_utime + usage.ru_stime, in_bytes / 1e6


def main(arguments: list[str]) -> int:
    """Update twice and print what it cost; gives the exit code."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    source, *lists = arguments
    with TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(ROOT / "data", root / "data")
        for file in ("datapackage.json", "pyproject.toml", "README.md"):
            shutil.copy(ROOT / file, root)
        command = ["-c", COMMAND, "update", *lists, "--from", source, "--data", name]
        print(f"{'update':<8}{'passed s':>9}{'CPU s':>8}{'peak MB':>9}")
        for what in ("first", "again"):
            passed, processor, peak = run(command)
            print(f"{what:<8}{passed:>9.1f}{processor:>8.1f}{peak:>9.0f}", flush=True)
    if peak > LIMIT_MB:
        print(f"more than {LIMIT_MB} MB", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
