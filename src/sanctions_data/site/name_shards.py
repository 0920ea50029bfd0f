"""The index of names: which names have a word, and whose they are, in files of a few kilobytes.

Every name has a number; those of one party follow each other, and the parties on which most is
in force come first, so that the smallest numbers are the best answers. A file of words holds,
for each word, the numbers of the names that have it; a file of parties, their names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from sanctions_data.names.fold import fold_name, latin_words
from sanctions_data.site.compact_json import write_compact
from sanctions_data.site.site_tables import SiteTables

PARTIES_A_FILE = 16
_BYTES_A_FILE = 8_000
_BEST = 12
# Letters that so many files begin with are asked of a file of their own, not of all of these.
_MANY_FILES = 4

NamesOfParty = list[tuple[str, list[str]]]


def names_by_party(tables: SiteTables) -> NamesOfParty:
    """Each party with its names in order of rank: the one that it goes by first, each once.

    Names that are the same but for case, accents and order are one.
    """
    names = tables.edition.load("entity_names", ("entity_id", "name", "name_type"))
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for number, name in enumerate(tables.parties["name"]):
        found[number][fold_name(name)] = name
    for entity_id, name in zip(names["entity_id"], names["name"], strict=True):
        if (place := tables.numbers.get(entity_id)) is not None:
            found[place].setdefault(fold_name(name), name)
    ids = tables.parties["entity_id"].tolist()
    return [(ids[number], list(found[number].values())) for number in range(len(ids))]


def write_names(folder: Path, tables: SiteTables, named: NamesOfParty) -> dict[str, Any]:
    """Write the files of words and of parties.

    Returns:
        What a page must know to find them: the first word of each file of words, and the first
        number of a name in each file of parties, as a step from the one before.
    """
    words = _words_of(named)
    firsts = _write_words(folder / "words", words)
    write_compact(folder / "short.json", _short_words(words, firsts))
    numbers = _write_parties(folder / "briefs", tables, named)
    return {"words": firsts, "names": _steps(numbers)}


def order_key(word: str) -> bytes:
    """The order in which a browser has texts, which is that of UTF-16."""
    return word.encode("utf-16-be", "surrogatepass")


def _steps(numbers: list[int]) -> list[int]:
    """Ascending numbers as the first of them and the steps from each to the next."""
    return [*numbers[:1], *(b - a for a, b in pairwise(numbers))]


def _words_of(named: NamesOfParty) -> list[tuple[str, list[int]]]:
    words: dict[str, list[int]] = defaultdict(list)
    number = 0
    for _, names in named:
        for name in names:
            for word in {*fold_name(name).split(), *latin_words(name)}:
                words[word].append(number)
            number += 1
    return sorted(words.items(), key=lambda each: order_key(each[0]))


def _write_words(folder: Path, words: list[tuple[str, list[int]]]) -> list[str]:
    firsts: list[str] = []
    content: list[list[Any]] = []
    size = 0
    for word, numbers in words:
        steps = _steps(numbers)
        cost = len(word.encode("utf-8", "surrogatepass")) + 3 * len(steps)
        if content and size + cost > _BYTES_A_FILE:
            write_compact(folder / f"{len(firsts)}.json", content)
            firsts.append(content[0][0])
            content, size = [], 0
        content.append([word, *steps])
        size += cost
    write_compact(folder / f"{len(firsts)}.json", content)
    return [*firsts, content[0][0]] if content else firsts


def _short_words(words: list[tuple[str, list[int]]], firsts: list[str]) -> dict[str, list[int]]:
    """The best names for letters that the words of many files begin with."""
    begun = Counter(word[:length] for word in firsts for length in range(1, len(word) + 1))
    many = {start for start, files in begun.items() if files >= _MANY_FILES}
    best: dict[str, set[int]] = defaultdict(set)
    for word, numbers in words:
        for length in range(1, len(word) + 1):
            if word[:length] not in many:
                break  # No longer beginning has more files.
            best[word[:length]].update(numbers[:_BEST])
    return {start: sorted(best[start])[:_BEST] for start in sorted(best)}


def _write_parties(folder: Path, tables: SiteTables, named: NamesOfParty) -> list[int]:
    kinds, countries = tables.parties["kind"].tolist(), tables.parties["country"].tolist()
    in_force = _in_force(tables)
    firsts, content, number = [], [], 0
    for place, (entity_id, names) in enumerate(named):
        if place % PARTIES_A_FILE == 0:
            firsts.append(number)
        country = countries[place] if isinstance(countries[place], str) else ""
        content.append(
            [number, entity_id, str(kinds[place]), country, in_force.get(entity_id, {}), names]
        )
        number += len(names)
        if len(content) == PARTIES_A_FILE or place == len(named) - 1:
            write_compact(folder / f"{place // PARTIES_A_FILE}.json", content)
            content = []
    return firsts


def _in_force(tables: SiteTables) -> dict[str, dict[str, list[str]]]:
    """For each party the authorities that have a kind of measure in force on it, by kind."""
    now = tables.measures[tables.measures["now"]]
    columns = [now[name].astype("str") for name in ("entity_id", "measure_type", "authority_id")]
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for entity_id, kind, authority in sorted(set(zip(*columns, strict=True))):
        found[entity_id].setdefault(kind, []).append(authority)
    return found
