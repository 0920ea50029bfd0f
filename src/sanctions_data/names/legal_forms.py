"""An organisation's name, split into what names it and its legal form.

Lists write ``JSC Rosneft`` and ``Rosneft Oil Company, Joint Stock Company`` as they please,
while two forms that differ (a joint stock company and a limited one) are two bodies. The forms
stand in ``legal_forms.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sanctions_data.names.fold import latin_words
from sanctions_data.names.knowledge import KnowledgeError, read_knowledge

# An abbreviation of fewer letters is shared by too many bodies to tell anything.
MINIMUM_LETTERS = 5

_ABBREVIATION = re.compile(r"\(\W*([\w&.-]{2,9})\W*\)")


@dataclass(frozen=True, slots=True)
class LegalForms:
    """What ``legal_forms.toml`` holds.

    Attributes:
        filler_words: words that name nobody.
        forms: the wordings of each group of legal forms.
    """

    filler_words: frozenset[str]
    forms: Mapping[str, tuple[str, ...]]

    def group_of(self) -> dict[str, str]:
        """The group of each wording.

        Raises:
            KnowledgeError: a wording stands twice.

        Example:
            >>> LegalForms(frozenset(), {"limited": ("llc", "ooo")}).group_of()
            {'llc': 'limited', 'ooo': 'limited'}
        """
        found: dict[str, str] = {}
        for group, wordings in self.forms.items():
            for wording in wordings:
                if wording in found:
                    raise KnowledgeError(
                        f"legal_forms.toml: {wording!r} stands in {found[wording]} and in {group}; "
                        "remove one of them"
                    )
                found[wording] = group
        return found


LEGAL_FORMS = read_knowledge("sanctions_data.names", "legal_forms.toml", LegalForms)
_GROUP_OF = LEGAL_FORMS.group_of()
_FILLER_WORDS = LEGAL_FORMS.filler_words
_FORM = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _GROUP_OF), key=len, reverse=True)) + r")\b"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """What names an organisation, folded, and the groups of the legal forms in the name."""

    core: str
    forms: frozenset[str]


def split_body_name(name: str) -> Iterator[BodyName]:
    """The forms in which an organisation's name is compared, as a whole and in its parts.

    Lists append an abbreviation in brackets, or the name in another language after a stroke.

    Example:
        >>> public, whole = split_body_name("Public Joint Stock Company Rostec (RT)")
        >>> whole == BodyName("rostec", frozenset({"joint_stock"})), public.core
        (True, 'rostec rt')
    """
    for text in dict.fromkeys([_to_latin(name), *_parts(name)]):
        forms = frozenset(_GROUP_OF[found] for found in _FORM.findall(text))
        words = [word for word in _FORM.sub(" ", text).split() if word not in _FILLER_WORDS]
        if sum(map(len, words)) >= MINIMUM_LETTERS:
            yield BodyName(" ".join(sorted(words)), forms)


def _parts(name: str) -> Iterator[str]:
    if "/" in name:
        yield from map(_to_latin, name.split("/"))
    if found := _ABBREVIATION.search(name):
        rest = _to_latin(name[: found.start()] + name[found.end() :])
        # `(IAIO)` repeats the name; `(Belarus)` says that it is another bank.
        letters = iter(rest)
        if all(letter in letters for letter in _to_latin(found[1])):
            yield rest


def _to_latin(name: str) -> str:
    return " ".join(latin_words(name))
