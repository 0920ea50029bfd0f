"""Build the documentation: the pages of ``docs/``, the guides beside them, and the API.

The pages are read on GitHub too, so they are written for it; here they become what Zensical
reads. Links to files that are no page lead to GitHub. The build is strict: a broken link, an
anchor that is not there and a page that the navigation leaves out fail it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REPOSITORY = "https://github.com/sanctions-data/sanctions-data"
# Pages that stand elsewhere in the repository.
ELSEWHERE = {
    "README.md": "about.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "benchmarks/README.md": "benchmarks.md",
    "data/LICENSE.md": "data-licence.md",
}
RULES = '"rules/README.md"'
# Scripts, styles, icons, pictures and fonts; a link that a reader follows is none of them.
_LOADED = re.compile(
    r"""<(?:script|img|iframe|source|link(?!\s+rel="?(?:canonical|next|prev))\b)[^>]*"""
    r"""\b(?:src|href)=["']?(?:https?:)?//[^>]*>|(?:url\(|@import\s+)["']?(?:https?:)?//[^)]*"""
)
_FENCE = re.compile(r"(^ *```.*?^ *```$)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)#\s]*)(#[^)]*)?\)")


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Build the documentation into a folder.")
    parser.add_argument("--out", type=Path, required=True, help="a folder that is new or empty")
    out: Path = parser.parse_args().out.absolute()
    if out.exists() and any(out.iterdir()):
        print(f"{out}: found files in it, expected a new or an empty folder", file=sys.stderr)
        return 2
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stage(folder)
        if left_out := pages_left_out(folder):
            print(f"zensical.toml: no place in nav for {', '.join(left_out)}", file=sys.stderr)
            return 1
        command = [sys.executable, "-m", "zensical", "build", "--strict"]
        if code := subprocess.run(command, cwd=folder, check=False).returncode:
            return code
        if found := loaded_from_elsewhere(folder / "made"):
            print("\n".join(found), file=sys.stderr)
            return 1
        shutil.copytree(folder / "made", out, dirs_exist_ok=True)
    return 0


def stage(folder: Path) -> None:
    """Put the configuration, the sources of the API and all pages into a folder."""
    shutil.copytree(ROOT / "scripts" / "docs_theme", folder / "theme")
    for path in (ROOT / "src").rglob("*.py"):
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        # Griffe takes "Examples:" for what can be run, and "Example:" for a remark.
        copy.write_text(re.sub(r"(?m)^( +)Example:$", r"\1Examples:", text), encoding="utf-8")
    config = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    rules = sorted(f"rules/{path.name}" for path in (DOCS / "rules").glob("[a-z]*.md"))
    every_rule = json.dumps(["rules/README.md", *rules]).strip("[]")
    (folder / "zensical.toml").write_text(config.replace(RULES, every_rule), encoding="utf-8")
    shutil.copytree(DOCS, folder / "pages")
    for source, page in pages().items():
        text = (ROOT / source).read_text(encoding="utf-8")
        (folder / "pages" / page).write_text(page_text(text, source), encoding="utf-8")


def pages() -> dict[str, str]:
    """Where each page goes, by its place in the repository."""
    ours = {f"docs/{path.relative_to(DOCS).as_posix()}": path for path in DOCS.rglob("*.md")}
    return {source: source.removeprefix("docs/") for source in sorted(ours)} | ELSEWHERE


def page_text(text: str, source: str) -> str:
    """A page as Zensical reads it, from one as GitHub does.

    Args:
        text: the page.
        source: its place in the repository.

    Raises:
        FileNotFoundError: a link leads to no file.
    """
    parts = _FENCE.split(text)
    parts[::2] = [_LINK.sub(lambda link: _link(link, source), part) for part in parts[::2]]
    # Below an item of a list GitHub takes three spaces and Python-Markdown wants four, and an
    # empty line before the next item.
    wider = re.sub(r"^   (?=\S)", "    ", "".join(parts), flags=re.MULTILINE)
    return re.sub(r"^(    .*)\n(?=\d+\. )", r"\1\n\n", wider, flags=re.MULTILINE)


def _link(link: re.Match[str], source: str) -> str:
    target, anchor = link[2], link[3] or ""
    path = os.path.normpath(Path(source).parent / target)
    if not (ROOT / path).exists():
        raise FileNotFoundError(f"{source}: the link to {target} leads to no file")
    page = pages().get(path)
    if page is None and not path.startswith("docs/"):
        kind = "tree" if (ROOT / path).is_dir() else "blob"
        return f"{link[1]}{REPOSITORY}/{kind}/main/{path}{anchor})"
    here = pages()[source]
    goal = os.path.relpath(page or path.removeprefix("docs/"), Path(here).parent)
    return f"{link[1]}{goal}{anchor})"


def pages_left_out(folder: Path) -> list[str]:
    """The pages that the navigation does not lead to."""
    config = tomllib.loads((folder / "zensical.toml").read_text(encoding="utf-8"))
    named = set(_pages_in(config["project"]["nav"]))
    return sorted(set(pages().values()) - named)


def loaded_from_elsewhere(made: Path) -> list[str]:
    """What a browser would get from another host to show the pages: page, and what it loads."""
    return [
        f"{path.relative_to(made)}: expected nothing from elsewhere, found {tag[0]}"
        for path in sorted([*made.rglob("*.html"), *made.rglob("*.css")])
        for tag in _LOADED.finditer(path.read_text(encoding="utf-8"))
    ]


def _pages_in(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    else:
        for each in nav.values() if isinstance(nav, dict) else nav:
            yield from _pages_in(each)


if __name__ == "__main__":
    sys.exit(main())
