"""Names to search for: real ones that someone wrote in another way, and innocent ones."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sanctions_data.names.fold import latin_key, latin_words
from sanctions_data.query.search.name_index import NameIndex

LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMANISED = {"ou": "u", "kh": "h", "y": "i", "ei": "ey", "q": "k", "mm": "m", "ee": "i",
             "dj": "j", "ts": "c", "w": "v", "u": "ou", "e": "a"}  # fmt: skip
CYRILLIC = {"shch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю",
            "ya": "я"} | dict(zip("abvgdeziyklmnoprstufhcjqwx", "абвгдезийклмнопрстуфхкйквх",
                                  strict=True))  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A name to search for: in which way it was made, and of whom, if of anybody."""

    text: str
    way: str
    entity_id: str | None


def typo(name: str, chance: random.Random) -> str:
    """One letter put in, left out, changed, or changed places."""
    at = chance.randrange(len(name))
    letter = chance.choice(LETTERS)
    return chance.choice(
        [
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        ]
    )


def swapped(name: str, chance: random.Random) -> str:
    """The words in another order."""
    words = name.split()
    chance.shuffle(words)
    return " ".join(words)


def dropped(name: str, chance: random.Random) -> str:
    """One word of three or more left out."""
    words = name.split()
    if len(words) > 2:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def respelled(name: str, chance: random.Random) -> str:
    """Up to two letters or pairs of letters as another romanisation has them."""
    lower = name.lower()
    fitting = [pair for pair in ROMANISED.items() if pair[0] in lower]
    for old, new in chance.sample(fitting, min(2, len(fitting))):
        lower = lower.replace(old, new, 1)
    return lower


def in_cyrillic(name: str, _chance: random.Random) -> str:
    """The name letter by letter in Cyrillic."""
    text = " ".join(latin_words(name))
    for latin, cyrillic in CYRILLIC.items():
        text = text.replace(latin, cyrillic)
    return text


def mixed(name: str, chance: random.Random) -> str:
    """Words swapped, and a typo."""
    return typo(swapped(name, chance), chance)


WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "as printed": lambda name, _: name,
    "typo": typo,
    "two typos": lambda name, chance: typo(typo(name, chance), chance),
    "words swapped": swapped,
    "swapped and typo": mixed,
    "word dropped": dropped,
    "respelled": respelled,
    "in Cyrillic": in_cyrillic,
}


def real_names(index: NameIndex, count: int, chance: random.Random) -> list[Asked]:
    """Names of parties, written in another way."""
    ways = list(WAYS)
    found: list[Asked] = []
    for row in chance.choices(range(len(index.names)), k=count):
        way = ways[len(found) % len(ways)]
        text = WAYS[way](index.names[row], chance)
        found.append(Asked(text, way, index.entity_ids[row]))
    return found


def innocent_names(
    index: NameIndex, persons: set[str], count: int, chance: random.Random
) -> list[Asked]:
    """Common words of persons' names, put together as no list has them."""
    words = [
        latin_words(name)
        for name, entity_id in zip(index.names, index.entity_ids, strict=True)
        if entity_id in persons
    ]
    words = [each for each in words if 2 <= len(each) <= 3 and min(map(len, each)) > 2]
    first, last = Counter(each[0] for each in words), Counter(each[-1] for each in words)
    givens = [word for word, times in first.items() if times >= 5]
    families = [word for word, times in last.items() if times >= 3]
    known = set(index.forms)
    found: set[str] = set()
    while len(found) < count:
        name = f"{chance.choice(givens)} {chance.choice(families)}".title()
        if latin_key(name) not in known:
            found.add(name)
    return [Asked(name, "innocent", None) for name in sorted(found)]
