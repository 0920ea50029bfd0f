"""Build wheel, sdist, data archive and checksums of this checkout into ``dist/``."""

from __future__ import annotations

from pathlib import Path

from sanctions_data.history.archive import build_archives

ROOT = Path(__file__).resolve().parent.parent


if __name__ == "__main__":
    for path in build_archives(ROOT, ROOT / "dist"):
        print(path.name)
