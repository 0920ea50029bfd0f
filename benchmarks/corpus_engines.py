"""Which of the broken contributions of the corpus other engines catch on their own.

    python benchmarks/corpus_engines.py

The corpus is that of ``tests/validation/test_corpus.py``. "pandera" is the definition of the
tables run by pandera, foreign keys included; "frictionless" is the package with a descriptor
whose hashes and sizes fit the broken files, so that these are not what is caught. An engine
catches a way if it finds any issue that it does not find in the sound sample.
"""

from __future__ import annotations

import json
import runpy
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from frictionless import Package

from sanctions_data.generate.table_schema import table_schema
from sanctions_data.schema import TABLES
from sanctions_data.schema.binding import validate as by_pandera
from sanctions_data.tables.canonical import read_text
from sanctions_data.tables.location import csv_path

CORPUS = Path(__file__).resolve().parent.parent / "tests/validation/test_corpus.py"


def descriptor() -> dict[str, Any]:
    """The package without hashes and sizes."""
    resources = [
        {"name": name, "path": f"{name}.csv", "schema": table_schema(table)}
        for name, table in TABLES.items()
    ]
    return {"name": "corpus", "resources": resources}


def pandera_issues(folder: Path) -> set[Any]:
    """What pandera finds; a table that it cannot be given counts as found."""
    frames, found = {}, set()
    for name, table in TABLES.items():
        try:
            frames[name] = read_text(csv_path(folder, name))
        except (ValueError, OSError) as error:
            found.add((name, type(error).__name__))
            frames[name] = (
                read_text(csv_path(folder, "events")).head(0).reindex(columns=table.header)
            )
    for name, table in TABLES.items():
        for issue in by_pandera(table, frames[name], frames).itertuples(index=False):
            found.add((name, *map(str, issue)))
    return found


def frictionless_issues(folder: Path) -> set[Any]:
    """What frictionless finds."""
    (folder / "datapackage.json").write_text(json.dumps(descriptor()), encoding="utf-8")
    report = Package(str(folder / "datapackage.json")).validate()
    return {(task.name, error.type, error.note) for task in report.tasks for error in task.errors}


def main() -> None:
    """Print a table of the ways, and how many of them each engine catches."""
    corpus = runpy.run_path(str(CORPUS))
    frames = corpus["sample"](corpus["DATA"])
    contents = {name: corpus["written"](frame) for name, frame in frames.items()}
    cases = [
        (way.name, {way.table: corpus["made_wrong"](way, frames[way.table])[0]})
        for way in corpus["WAYS"]
    ]
    for name, (_, _, change) in corpus["BROKEN"].items():
        cases.append((name, {t: change(contents[t]) for t in corpus["NOT_REFERRED_TO"]}))
    engines = {"frictionless": frictionless_issues, "pandera": pandera_issues}
    caught = dict.fromkeys(engines, 0)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for table, content in contents.items():
            csv_path(folder, table).write_bytes(content)
        sound = {name: engine(folder) for name, engine in engines.items()}
        print(f"{'way':36} {'frictionless':>12} {'pandera':>8}")
        for way, changed in cases:
            for table, content in changed.items():
                path = csv_path(folder, table)
                path.write_bytes(content) if content is not None else path.unlink()
            found = {name: bool(engine(folder) - sound[name]) for name, engine in engines.items()}
            for name, is_caught in found.items():
                caught[name] += is_caught
            marks = ["yes" if is_caught else "-" for is_caught in found.values()]
            print(f"{way:36} {marks[0]:>12} {marks[1]:>8}", flush=True)
            for table in changed:
                csv_path(folder, table).write_bytes(contents[table])
    print(f"{f'of {len(cases)} ways':36} {caught['frictionless']:>12} {caught['pandera']:>8}")


if __name__ == "__main__":
    main()
