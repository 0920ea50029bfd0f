"""Codes that a question may name: each sort knows its codes, and what people write for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sanctions_data.names.known_codes import Form, KnownCodes
from sanctions_data.query.edition import Edition, keep_until_changed
from sanctions_data.query.merged_entities import survivors_of
from sanctions_data.schema import vocabularies as v
from sanctions_data.schema.text_type import TEXT
from sanctions_data.tables.authority_codes import authority_codes

Choice = str | Iterable[str] | None


def code_of(what: str, value: str, root: Path) -> str:
    """The code that a value means.

    Args:
        what: ``authority``, ``measure type``, ``programme``, ``entity``, ``status``, ``evidence``,
            ``basis``, ``kind of party``, ``kind of restriction``, ``nature``, ``country``,
            ``list`` or ``version``.
        value: the code, its name or another usual way to write it, in any case.
        root: folder of the data.

    Raises:
        UnknownCodeError: nobody knows it; the message names the nearest. It is a ``ValueError``.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> [code_of(*each, root_folder()) for each in [("country", "Russia"), ("status", "ended")]]
        ['RU', 'ended']
    """
    return _KNOWN[what](root).code_of(value)


def codes_of(what: str, choice: Choice, root: Path) -> list[str] | None:
    """The codes of a choice: one, several, or None for any; see ``code_of``.

    The name of a table of measures stands for all kinds in it, an entity that was merged for
    the one that it turned out to be as well.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> codes_of("measure type", ["travel_bans", "asset freezes"], root_folder())
        ['travel_ban', 'asset_freeze']
    """
    if choice is None:
        return None
    values = [choice] if isinstance(choice, str) else list(choice)
    if what == "measure type":
        values = [kind for value in values for kind in _kinds_of_table(value, root)]
    if not values:
        return []
    if what == "entity" and _are_entities(values, root):
        codes = values
    else:
        known = _KNOWN[what](root)
        codes = [known.code_of(value) for value in values]
    if what == "entity":
        final = survivors_of(Edition(root))
        codes = codes + [final[code] for code in codes if code in final]
    return list(dict.fromkeys(codes))


def split_kinds(kind: Choice, root: Path) -> tuple[list[str] | None, list[str] | None]:
    """Kinds of party and kinds of measure of a choice that may name either.

    Raises:
        UnknownCodeError: a value is neither; the message names the nearest of both.

    Example:
        >>> from sanctions_data.tables.location import root_folder
        >>> split_kinds(["persons", "travel ban"], root_folder())
        (['person'], ['travel_ban'])
    """
    values = [] if kind is None else [kind] if isinstance(kind, str) else list(kind)
    parties, of_measures = _KNOWN["kind of party"](root), _KNOWN["measure type"](root)
    found: tuple[list[str], list[str]] = ([], [])
    for value in values:
        measure_types = [of_measures.find(each) for each in _kinds_of_table(value, root)]
        if (party := parties.find(value)) is not None:
            found[0].append(party)
        elif all(measure_types):
            found[1].extend(each for each in measure_types if each)
        else:
            codes = [*v.ENTITY_KIND, *Edition(root).load("measure_types")["measure_type"]]
            KnownCodes(
                "kind of party or measure", codes, listed="sd.load('measure_types')"
            ).code_of(value)
    return found[0] or None, found[1] or None


def _kinds_of_table(value: str, root: Path) -> list[str]:
    kinds = Edition(root).load("measure_types")
    of_table = kinds.loc[kinds["table"].astype(TEXT) == value, "measure_type"].tolist()
    return of_table or [value]


def _are_entities(values: list[str], root: Path) -> bool:
    """Whether each is the id of a party as it stands, so that no other form need be known."""
    known = Edition(root).look_at("entities")["entity_id"]
    return set(values) == set(known[known.isin(values)])


def _vocabulary(what: str, codes: dict[str, str]) -> Callable[[Path], KnownCodes]:
    return lambda _: KnownCodes(what, codes)


def _column(
    what: str, table: str, key: str, *names: str, listed: str = ""
) -> Callable[[Path], KnownCodes]:
    def known(root: Path) -> KnownCodes:
        frame = Edition(root).look_at(table)

        def forms() -> Iterator[Form]:
            for name in names:
                named = frame[frame[name].notna()]
                yield from zip(named[name], named[key], strict=True)

        return KnownCodes(what, frozenset(frame[key]), forms, listed or f"sd.load('{table}')")

    kept = keep_until_changed(table)(lambda edition: known(edition.base))
    return lambda root: kept(Edition(root))


def _versions(root: Path) -> KnownCodes:
    from sanctions_data.history.versions import History

    return History(root).codes


def _countries(root: Path) -> KnownCodes:
    import pycountry

    from sanctions_data.lists.common.countries import own_names

    names = own_names()
    codes = {country.alpha_2 for country in pycountry.countries} | set(names.values())
    codes |= set(Edition(root).load("entities")["country"].dropna()) | {"EU"}

    def forms() -> Iterator[Form]:
        yield "European Union", "EU"
        yield from names.items()
        for country in pycountry.countries:
            for name in ("alpha_3", "name", "common_name", "official_name"):
                if hasattr(country, name):
                    yield getattr(country, name), country.alpha_2

    return KnownCodes("country", codes, forms, "ISO 3166")


_KNOWN: dict[str, Callable[[Path], KnownCodes]] = {
    "authority": authority_codes,
    "measure type": _column("measure type", "measure_types", "measure_type", "title"),
    "programme": _column("programme", "programmes", "programme_id", "opensanctions_key", "name"),
    "entity": _column(
        "entity",
        "entities",
        "entity_id",
        listed="sd.lookup finds the id for a name or number, and sd.load('entities')",
    ),
    "list": _column("list", "lists", "list_id", "title"),
    "status": _vocabulary("status", v.STATUS),
    "evidence": _vocabulary("evidence", v.EVIDENCE),
    "basis": _vocabulary("basis", v.BASIS),
    "kind of party": _vocabulary("kind of party", v.ENTITY_KIND),
    "kind of restriction": _vocabulary("kind of restriction", v.RESTRICTION_KIND),
    "nature": _vocabulary("nature", v.RESTRICTION_NATURE),
    "country": _countries,
    "version": _versions,
}
