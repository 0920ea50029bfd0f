"""Tables of words: what a printed word or label is in our vocabularies.

What a list means is data. Each reader has a file ``words.toml`` beside it: a section for each
vocabulary, in it our codes, and for each the words that lists print for it. A reader looks its
words up here, and a code that no vocabulary has is an error as soon as the reader is imported.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

import pycountry

from sanctions_data.schema.vocabularies import (
    ATTRIBUTE,
    DATE_PRECISION,
    ENTITY_KIND,
    IDENTIFIER_TYPE,
    LINK_RELATION,
    NAME_TYPE,
)

FILE = "words.toml"
KOSOVO = "XK"  # assigned by its users, the EU and the UN among them


class _Countries:
    """The codes of ISO 3166-1; pycountry reads its file when it is first asked."""

    def __contains__(self, code: object) -> bool:
        return code == KOSOVO or pycountry.countries.get(alpha_2=str(code)) is not None


_VOCABULARIES: dict[str, Container[str]] = {
    "attributes": ATTRIBUTE,
    "countries": _Countries(),
    "genders": ("male", "female"),
    "identifiers": IDENTIFIER_TYPE,
    "kinds": ENTITY_KIND,
    "names": NAME_TYPE,
    "precisions": DATE_PRECISION,
    "relations": LINK_RELATION,
}


def read_toml(module: str, file: str) -> dict[str, Any]:
    """What a TOML file beside a module says, by the module's ``__file__``."""
    return tomllib.loads(Path(module).with_name(file).read_text(encoding="utf-8"))


def load_words(module: str, file: str = FILE) -> dict[str, dict[str, str]]:
    """The table of words beside a module: for each section, code by word.

    Args:
        module: the module's ``__file__``.
        file: name of the table. Its sections are named by a vocabulary, or by one and a word
            more (``kinds-xml``) where a list prints its words in two ways.

    Raises:
        ValueError: a section or a code is not known, or a word stands under two codes; the
            message says in which file.

    Example:
        >>> from sanctions_data.lists.gb_fcdo import reader
        >>> load_words(reader.__file__)["kinds"]["ship"]
        'vessel'
    """
    path = Path(module).with_name(file)
    written = read_toml(module, file)
    return {section: _by_word(path, section, codes) for section, codes in written.items()}


def _by_word(path: Path, section: str, codes: Mapping[str, list[str]]) -> dict[str, str]:
    where = f"{path.parent.name}/{path.name}, section {section!r}"
    vocabulary = _VOCABULARIES.get(section.partition("-")[0])
    if vocabulary is None:
        raise ValueError(f"{where}: expected one that begins with {', '.join(_VOCABULARIES)}")
    found: dict[str, str] = {}
    for code, words in codes.items():
        if code not in vocabulary:
            raise ValueError(f"{where}: found code {code!r}, which no vocabulary has")
        for word in words:
            if found.setdefault(word, code) != code:
                raise ValueError(f"{where}: found {word!r} under {found[word]!r} and {code!r}")
    return found
