"""Codes that an argument may hold: those that are known, other ways to write them, and the nearest.

A code that nobody knows must never look like an answer without rows: it is an error, and names
what may have been meant.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable
from functools import cached_property, lru_cache
from pathlib import Path

from sanctions_data.names.fold import latin_words

_FORMS = Path(__file__).with_name("code_forms.csv")
_NEAR = 60
_MAXIMUM_NEAR = 3
_NOT_FARTHER = 15
_MAXIMUM_LISTED = 15

Form = tuple[str, str]


class UnknownCodeError(ValueError):
    """A code is not known; the message names the nearest ones."""


class KnownCodes:
    """The codes of one sort.

    Args:
        what: what a code of it is called, such as ``authority``.
        codes: every code.
        forms: makes pairs of another way to write a code, and the code; asked only if a value
            is no code as it stands.
        listed: where all codes are listed, for a message, such as ``sd.load('authorities')``.

    Example:
        >>> known = KnownCodes("authority", ["gb", "eu"], lambda: [("United Kingdom", "gb")])
        >>> known.code_of("united kingdom"), known.code_of("UK"), known.code_of("EU")
        ('gb', 'gb', 'eu')
        >>> known.code_of("united kingdon")
        Traceback (most recent call last):
        ...
        sanctions_data.names.known_codes.UnknownCodeError: unknown authority 'united kingdon'; \
did you mean 'gb'?
    """

    def __init__(
        self,
        what: str,
        codes: Collection[str],
        forms: Callable[[], Iterable[Form]] = tuple,
        listed: str = "",
    ) -> None:
        self.what = what
        self._codes = codes if isinstance(codes, frozenset) else frozenset(codes)
        self._more_forms = forms
        self._listed = listed

    def find(self, value: str) -> str | None:
        """The code that a value means, or None."""
        if value in self._codes:
            return value
        form = fold_form(value)
        return self._forms.get(form) or self._forms.get(_without_plural(form))

    def code_of(self, value: str) -> str:
        """The code that a value means.

        Raises:
            UnknownCodeError: it means none; the message names the nearest.
        """
        if (code := self.find(value)) is None:
            raise UnknownCodeError(f"unknown {self.what} {value!r}; {self.hint(value)}")
        return code

    def hint(self, value: str) -> str:
        """What may have been meant, or, where nothing is near, what there is."""
        if near := self._near(value):
            *first, last = (repr(code) for code in near)
            return f"did you mean {', '.join(first) + ' or ' if first else ''}{last}?"
        if len(self._codes) <= _MAXIMUM_LISTED or not self._listed:
            return f"known are {', '.join(sorted(self._codes))}"
        return f"{self._listed} lists them"

    @cached_property
    def _forms(self) -> dict[str, str]:
        usual = [pair for pair in _usual_forms(self.what) if pair[1] in self._codes]
        known = _by_form([*((code, code) for code in sorted(self._codes)), *usual])
        for form, code in _by_form(self._more_forms()).items():
            known.setdefault(form, code)
        return known

    def _near(self, value: str) -> list[str]:
        from rapidfuzz import fuzz, process  # only for messages

        wanted, forms = fold_form(value), self._forms
        # What goes on behind it, as the measures of a listing or the lists of an authority.
        longer = sorted(code for form, code in forms.items() if form.startswith(f"{wanted} "))
        if longer:
            return list(dict.fromkeys(longer))[:_MAXIMUM_NEAR]
        hits = process.extract(
            wanted, forms.keys(), scorer=fuzz.ratio, limit=20, score_cutoff=_NEAR
        )
        near = [forms[form] for form, score, _ in hits if score >= hits[0][1] - _NOT_FARTHER]
        if not near and wanted:  # A word of a longer code, as ``ofac`` of two lists.
            near = sorted(code for form, code in forms.items() if f" {wanted} " in f" {form} ")
        return list(dict.fromkeys(near))[:_MAXIMUM_NEAR]


def _by_form(pairs: Iterable[Form]) -> dict[str, str]:
    """The code of each form; one that two codes have means neither."""
    codes: dict[str, set[str]] = {}
    for form, code in pairs:
        folded = fold_form(form)
        for each in {folded, _without_plural(folded)}:
            codes.setdefault(each, set()).add(code)
    return {form: min(found) for form, found in codes.items() if form and len(found) == 1}


def fold_form(value: str) -> str:
    """A code or name without case, accents, hyphens and underscores.

    Example:
        >>> fold_form("Asset-Freeze"), fold_form("asset_freeze")
        ('asset freeze', 'asset freeze')
    """
    return " ".join(latin_words(value))


def _without_plural(form: str) -> str:
    # Short codes, such as those of the US or of Iceland, are no plurals.
    return form[:-1] if len(form) > 4 and form.endswith("s") and form[-2] != "s" else form


@lru_cache(maxsize=1)
def _all_usual_forms() -> dict[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    with _FORMS.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found.setdefault(row["what"], []).append((row["form"], row["code"]))
    return found


def _usual_forms(what: str) -> list[Form]:
    """How people write codes of a sort where it is neither the code nor the name we give it."""
    return _all_usual_forms().get(what, [])
