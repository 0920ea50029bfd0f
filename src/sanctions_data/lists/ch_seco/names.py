"""Names of a target: each is made of parts, and a part may have other spellings."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sanctions_data.lists.common.entry import Name, tidy, whole_number

_TITLE = "title"


def read_names(holder: etree._Element, types: dict[str, str]) -> tuple[Name, ...]:
    """The names of a target, the primary one first.

    Args:
        holder: the element of the person, body or object.
        types: our code for each type of name that the list knows.
    """
    identities = sorted(holder.iterfind("identity"), key=lambda each: each.get("main") != "true")
    found: dict[str, Name] = {}
    for identity in identities:
        for name in identity.iterfind("name"):
            for text, is_original in _texts(name):
                kind = types.get(name.get("name-type", ""), "alias")
                # A list has one primary name, in the letters in which it prints it first.
                has_primary = any(each.type == "primary" for each in found.values())
                if kind == "primary" and (has_primary or not is_original):
                    kind = "alias"
                if name.get("quality") == "low" and kind == "alias":
                    kind = "weak_alias"
                found.setdefault(text.casefold(), Name(text, kind))
    return tuple(sorted(found.values(), key=lambda each: each.type != "primary"))


def _texts(name: etree._Element) -> Iterator[tuple[str, bool]]:
    """A name as it is printed, then in each language and script of which every part has one."""
    parts = sorted(
        name.iterfind("name-part"), key=lambda part: whole_number(part.get("order")) or 0
    )
    parts = [part for part in parts if part.get("name-part-type") != _TITLE]
    whole = tidy(" ".join(part.findtext("value", "") for part in parts))
    if whole:
        yield whole, True
    spellings = [
        {_script(each): tidy(each.text) for each in part.iterfind("spelling-variant")}
        for part in parts
    ]
    if spellings:
        for script in spellings[0]:
            if all(each.get(script) for each in spellings):
                yield tidy(" ".join(each[script] for each in spellings)), False


def _script(spelling: etree._Element) -> tuple[str, str]:
    return spelling.get("lang", ""), spelling.get("script", "")
