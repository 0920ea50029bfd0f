"""One day of tracking: update from the lists, check, release, and describe it for a person.

What the daily workflow runs, and what can be tried in any checkout: with ``--mirror`` the lists
are taken from another server. A list that fails holds back no other, and stands in the text.
Where rows changed, the release is made in the checkout, which checks all tables first; nothing
is committed. Into ``--out`` go ``pull-request.md``, ``title.txt`` and, if rows changed,
``change.patch``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sanctions_data.export.feed.sentences import Sentences
from sanctions_data.history.diff import diff
from sanctions_data.history.versions import History
from sanctions_data.release.next_version import next_version
from sanctions_data.release.release import release

ROOT = Path(__file__).resolve().parent.parent
_UPDATE = "from sanctions_data.cli import main; main()"
_LARGEST = 5  # of each list


def track(root: Path, out: Path, mirror: str) -> bool:
    """Update and release a checkout, and describe what changed.

    Returns:
        Whether rows changed.

    Raises:
        RuntimeError: the update could not run.
        NotReleasable: the updated tables have errors; nothing was released.
    """
    result = run_update(root, mirror)
    versions = History(root).versions
    found = diff(versions[-1], root / "data", root=root)
    sentences = Sentences(root)
    told = [sentences.of_authority(found, code) for code in sorted(set(found["authority_id"]))]
    rows = sentences.of_rows(found)
    changed = bool(len(found))
    version = next_version(versions, date.today())
    if changed:
        release(root, version)
    out.mkdir(parents=True, exist_ok=True)
    title = f"data: release {version}" if changed else "data: nothing changed"
    text = "\n".join(describe(result, [line for line in [*told, rows] if line]))
    (out / "title.txt").write_text(f"{title}\n", encoding="utf-8")
    (out / "pull-request.md").write_text(f"{text}\n", encoding="utf-8")
    if changed:
        (out / "change.patch").write_bytes(patch_of(root))
    return changed


def run_update(root: Path, mirror: str) -> dict[str, Any]:
    """What ``sanctions-data update --json`` tells; it ends with 1 where a list failed."""
    command = [sys.executable, "-c", _UPDATE, "update", "--json", "--data", str(root)]
    command += ["--mirror", mirror] if mirror else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not done.stdout:
        raise RuntimeError(f"the update could not run: {done.stderr.strip()}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def patch_of(root: Path) -> bytes:
    """What differs from the last commit, new files too."""
    git = ["git", "-C", str(root)]
    subprocess.run([*git, "add", "--intent-to-add", "."], check=True)
    command = [*git, "diff", "--binary", "HEAD"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def describe(result: dict[str, Any], told: list[str]) -> Iterator[str]:
    """The text of the pull request, line by line: for whoever decides whether to merge it."""
    yield from section("What changed", told or ["No row."])
    largest = [
        f"`{listing}`: {'; '.join(stories)}"
        for of_list in result["largest"].values()
        for listing, stories in list(of_list.items())[:_LARGEST]
    ]
    yield from section("Largest changes", largest)
    refused = [f"**{name}**: {why}" for name, why in result["failures"].items()]
    yield from section("Lists that were refused", refused)
    asked = [
        f"{term['list']}: what does {term['field']} `{term['term']}` mean? {term['entries']:,} "
        f"parties of kind {term['party_kind']} bear it"
        for term in result["terms"]
    ]
    yield from section("Terms that need a row in `source_terms`", asked)
    yield from section("Lists that have not changed", sorted(result["unchanged"]))
    yield from section("Warnings", result["warnings"])


def section(title: str, lines: list[str]) -> Iterator[str]:
    """A heading with a list below it; nothing where there are no lines."""
    if lines:
        yield from [f"## {title}", "", *(f"- {line}" for line in lines), ""]


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for what it writes")
    parser.add_argument("--mirror", default="", help="download from URL/LIST/FILE instead")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout; this one")
    options = parser.parse_args()
    try:
        changed = track(options.root, options.out, options.mirror)
    except (OSError, RuntimeError, ValueError) as error:
        print(f"nothing was released: {error}", file=sys.stderr)
        return 2
    answer = f"changed={'true' if changed else 'false'}"
    print(answer)
    if output := os.environ.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as handle:
            handle.write(f"{answer}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
