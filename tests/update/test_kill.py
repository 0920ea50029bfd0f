"""An update that is killed at any moment leaves the old tables or the new ones."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sanctions_data.download.snapshots import SnapshotFolder, find_snapshot
from sanctions_data.lists import FORMATS
from sanctions_data.tables.marker import MARKER
from sanctions_data.tables.transaction import open_for_writing
from sanctions_data.update.run import update
from sanctions_data.validation import validate

KILLS = int(os.environ.get("SANCTIONS_DATA_KILLS", "12"))
SEED = 20260822

# From where on a kill is aimed: the start, the first new file, or the marker that the change
# counts as made. Reading takes most of the time, so chance alone would seldom hit the writing.
STAGES = ("", ".*.staged*", MARKER)

UN_LIST = b"""<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>OLAF</FIRST_NAME>
<UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>QDi.999</REFERENCE_NUMBER>
<LISTED_ON>2024-11-18</LISTED_ON></INDIVIDUAL></CONSOLIDATED_LIST>"""


class Killer:
    """Runs updates of copies of the same old data, and kills them."""

    def __init__(self, old: Path, snapshot: SnapshotFolder) -> None:
        self.old, self.snapshot = old, snapshot
        self.root = old.with_name("killed")
        # Each update runs in a process forked from one that has imported everything already.
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(["sanctions_data.update.run", "sanctions_data.lists"])

    def run(self, stage: str = "", kill_after: float | None = None) -> float:
        """Start an update and kill it so many seconds after it has reached a stage.

        Returns:
            How long it lasted from there.
        """
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.old, self.root)
        process = self.context.Process(target=update, args=(self.root, [self.snapshot]))
        process.start()
        while stage and process.is_alive() and not any(self.root.rglob(stage)):
            time.sleep(0.0005)
        started = time.monotonic()
        process.join(kill_after)
        process.kill()  # SIGKILL; it does nothing to a process that has just ended.
        process.join()
        return time.monotonic() - started

    def state(self) -> dict[str, bytes]:
        """What whoever opens the folder next finds."""
        with open_for_writing(self.root, "next"):
            pass
        files = [*self.root.glob("*.json"), *self.root.glob("data/*.csv")]
        return {
            str(path.relative_to(self.root)): path.read_bytes()
            for path in files
            if not path.name.startswith(".")
        }


@pytest.mark.full
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no kill -9")
def test_killed_update_leaves_old_or_new_tables(
    small_data: Path, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "lists" / "gb-fcdo" / "2026-09-01"
    folder.mkdir(parents=True)
    (folder / "UK-Sanctions-List.xml").write_bytes(uk_list(300))
    snapshot = find_snapshot(tmp_path / "lists", FORMATS["gb-fcdo"], date(2026, 9, 1))
    killer = Killer(small_data, snapshot)
    assert [str(issue) for issue in validate(small_data / "data").issues] == []
    killer.run(kill_after=0)
    old = killer.state()
    lasts = {stage: killer.run(stage) for stage in STAGES}
    new = killer.state()
    assert new != old
    assert [str(issue) for issue in validate(killer.root / "data").issues] == []

    moments = random.Random(SEED)
    found = []
    for number in range(KILLS):
        stage = STAGES[number % len(STAGES)]
        killer.run(stage, moments.uniform(0, lasts[stage]))
        state = killer.state()
        assert state in (old, new), f"kill {number} left neither the old nor the new tables"
        found.append("new" if state == new else "old")
    print(f"{lasts}: {', '.join(found)}")


def test_two_updates_at_once_lose_nothing(
    small_data: Path, uk_list: Callable[..., bytes], tmp_path: Path
) -> None:
    snapshots = []
    for list_id, name, content in (
        ("gb-fcdo", "UK-Sanctions-List.xml", uk_list(30)),
        ("un-sc", "consolidated.xml", UN_LIST),
    ):
        folder = tmp_path / "lists" / list_id / "2026-09-01"
        folder.mkdir(parents=True)
        (folder / name).write_bytes(content)
        snapshots.append(find_snapshot(tmp_path / "lists", FORMATS[list_id]))
    killer = Killer(small_data, snapshots[0])
    processes = [
        killer.context.Process(target=update, args=(small_data, [each])) for each in snapshots
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    listings = (small_data / "data" / "listings.csv").read_text()
    assert listings.count("\ngb-fcdo-TST") == 30
    assert listings.count("\nun-sc-QDi.999,") == 1
    assert [str(issue) for issue in validate(small_data / "data").issues] == []
