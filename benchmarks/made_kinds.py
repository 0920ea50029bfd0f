"""Names of parties, each written wrongly or otherwise in one of several kinds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from made_names import CYRILLIC, LETTERS, Asked

from sanctions_data.names.fold import latin_words
from sanctions_data.names.legal_forms import LEGAL_FORMS

VOWELS = "aeiou"
PATRONYMICS = ("vich", "vna", "ovic", "evic", "ich", "ogly", "oglu", "kyzy", "zoda", "zadeh")
# How newspapers in these languages write names from Russian, Arabic and Persian.
SPELLINGS = {
    "German": {"zh": "sch", "sh": "sch", "ch": "tsch", "kh": "ch", "v": "w", "ts": "z", "y": "j",
               "z": "s"},
    "French": {"sh": "ch", "ch": "tch", "zh": "j", "u": "ou", "ev": "ev", "ov": "ov"},
    "Polish": {"sh": "sz", "ch": "cz", "zh": "z", "v": "w", "kh": "ch", "ts": "c", "y": "j"},
    "Turkish": {"sh": "ş", "ch": "ç", "zh": "j", "j": "c", "kh": "h", "q": "k", "w": "v"},
}  # fmt: skip
GREEK = {"sh": "σ", "ch": "τσ", "kh": "χ", "th": "θ", "ph": "φ", "ts": "τσ"} | dict(
    zip("abvgdeziyklmnoprstufhcjqwx",
        ["α", "μπ", "β", "γκ", "ντ", "ε", "ζ", "ι", "ι", "κ", "λ", "μ", "ν", "ο", "π", "ρ", "σ",
         "τ", "ου", "φ", "χ", "κ", "τζ", "κ", "γου", "ξ"], strict=True)
)  # fmt: skip
ARABIC = {"sh": "ش", "ch": "تش", "kh": "خ", "th": "ث", "gh": "غ", "dh": "ذ", "zh": "ج"} | dict(
    zip("abvgdeziyklmnoprstufhcjqwx",
        ["ا", "ب", "ف", "غ", "د", "", "ز", "ي", "ي", "ك", "ل", "م", "ن", "و", "ب", "ر", "س", "ت",
         "و", "ف", "ه", "ك", "ج", "ق", "و", "كس"], strict=True)
)  # fmt: skip
_FORM_OF = {wording: group for group, all_of in LEGAL_FORMS.forms.items() for wording in all_of}


def letter_replaced(name: str, chance: random.Random) -> str:
    """One letter for another."""
    return _replace(name, [i for i, c in enumerate(name) if c.isalpha()], LETTERS, chance)


def vowel_replaced(name: str, chance: random.Random) -> str:
    """One vowel for another."""
    return _replace(name, [i for i, c in enumerate(name) if c.lower() in VOWELS], VOWELS, chance)


def first_letter_replaced(name: str, chance: random.Random) -> str:
    """The first letter of one word for another."""
    starts = [i for i, c in enumerate(name) if c.isalpha() and (i == 0 or name[i - 1] == " ")]
    return _replace(name, starts, LETTERS, chance)


def words_swapped(name: str, chance: random.Random) -> str:
    """Two words in each other's place."""
    words = name.split()
    if len(words) < 2:
        return ""
    one, other = chance.sample(range(len(words)), 2)
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def patronymic_left_out(name: str, chance: random.Random) -> str:
    """Without the patronymic, or, where none is told by its end, without a middle word."""
    words = name.split()
    if len(words) < 3:
        return ""
    ends = [i for i, word in enumerate(words) if word.lower().endswith(PATRONYMICS)]
    del words[chance.choice(ends) if ends else chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def initials(name: str, chance: random.Random) -> str:
    """The first name as its first letter, in a name of three words the second, too."""
    words = name.split()
    if not 2 <= len(words) <= 3 or min(map(len, words)) < 3:
        return ""
    shortened = [f"{word[0]}." for word in words[:-1]]
    family = words[-1]
    if words[0].isupper() and not family.isupper():  # "KADYROV Ramzan Akhmatovich"
        shortened, family = [f"{word[0]}." for word in words[1:]], words[0]
    return " ".join([*shortened, family])


def transliterated(name: str, chance: random.Random) -> str:
    """In another alphabet letter by letter, or as another language spells it."""
    way = chance.choice(["Cyrillic", "Greek", "Arabic", *SPELLINGS])
    table = {"Cyrillic": CYRILLIC, "Greek": GREEK, "Arabic": ARABIC}.get(way) or SPELLINGS[way]
    text = " ".join(latin_words(name))
    if way == "Arabic":  # A vowel at the start is written, one within mostly is not.
        text = " ".join("a" + word[1:] if word[0] == "e" else word for word in text.split())
    return _spell(text, table)


def legal_form_changed(name: str, chance: random.Random) -> str:
    """Another legal form, or another wording of it; one more where there was none."""
    words = name.split()
    place = next((i for i, w in enumerate(words) if _plain(w) in _FORM_OF), None)
    forms = ["LLC", "JSC", "Ltd", "GmbH", "OOO", "Inc.", "Limited Liability Company"]
    if place is None:
        return f"{name} {chance.choice(forms)}"
    words[place] = chance.choice([form for form in forms if _plain(form) != _plain(words[place])])
    return " ".join(words)


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "one letter replaced": letter_replaced,
    "one vowel replaced": vowel_replaced,
    "first letter replaced": first_letter_replaced,
    "two words swapped": words_swapped,
    "patronymic left out": patronymic_left_out,
    "transliterated": transliterated,
    "initials": initials,
    "legal form changed": legal_form_changed,
}
_OF_PERSONS = {"patronymic left out", "initials"}
_OF_BODIES = {"legal form changed"}


def made_of(name: str, entity_id: str, kind: str, chance: random.Random) -> Iterator[Asked]:
    """A name of a party in every kind that there is for it."""
    skipped = _OF_BODIES if kind == "person" else _OF_PERSONS
    for way, make in KINDS.items():
        if way not in skipped and (text := make(name, chance)):
            yield Asked(text, f"{kind}: {way}", entity_id)


def innocent_bodies(
    names: list[str], known: set[str], common: set[str], count: int, chance: random.Random
) -> list[Asked]:
    """Organisations that no list has: a telling word of one in the place of another's.

    Words in ``common`` tell nothing: nobody can say that "Trading Limited" is no party.
    """
    found: set[str] = set()
    words = [name.split() for name in names if 2 <= len(name.split()) <= 5]
    while len(found) < count:
        one, other = chance.sample(words, 2)
        mine = [word for word in one if _tells(word, common)]
        places = [place for place, word in enumerate(other) if _tells(word, common)]
        if not mine or len(places) < 2:
            continue
        other = list(other)
        other[chance.choice(places)] = chance.choice(mine)
        if " ".join(sorted(latin_words(" ".join(other)))) not in known:
            found.add(" ".join(other))
    return [Asked(name, "innocent", None) for name in sorted(found)]


def _tells(word: str, common: set[str]) -> bool:
    return len(_plain(word)) > 3 and _plain(word) not in common and _plain(word) not in _FORM_OF


def _replace(name: str, places: list[int], letters: str, chance: random.Random) -> str:
    if not places:
        return ""
    at = chance.choice(places)
    other = chance.choice([letter for letter in letters if letter != name[at].lower()])
    return name[:at] + (other.upper() if name[at].isupper() else other) + name[at + 1 :]


def _spell(text: str, table: dict[str, str]) -> str:
    found, at = "", 0
    while at < len(text):
        size = next((n for n in (4, 2, 1) if text[at : at + n] in table), 0)
        found += table[text[at : at + size]] if size else text[at]
        at += size or 1
    return found


def _plain(word: str) -> str:
    return word.strip(".,()\"'").lower()
