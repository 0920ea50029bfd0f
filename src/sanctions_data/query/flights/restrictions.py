"""Who may not fly where, on a day, spelled out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.codes import Choice, codes_of
from sanctions_data.query.edition import Edition
from sanctions_data.query.flights.eu_members import bound_by_eu, eu_members
from sanctions_data.query.labels import spell_out
from sanctions_data.query.measures import Undecided, choose_rows, measures, refuse_unknown_choice
from sanctions_data.query.notebook.shown_frames import FlightsFrame
from sanctions_data.query.stands_on import StandsOn, edition_of
from sanctions_data.query.time.day_status import IN_FORCE, UNDECIDED

_PARTY = ("entity_id", "name", "kind", "country")
_WHAT = {"restriction_kind": "kind of restriction", "nature": "nature", "party_country": "country"}


def flights(
    *,
    on: str | date | None = None,
    by: Choice = None,
    against: str | None = None,
    kind: Choice = None,
    party: Choice = None,
    nature: Choice = None,
    status: Choice = None,
    evidence: Choice = None,
    undecided: Undecided = "exclude",
    version: str | None = None,
    root: Path | None = None,
) -> pd.DataFrame:
    """Flight restrictions, with who is restricted, the act and the source spelled out.

    Args:
        on: a day; keeps those in force on it.
        by: the authority that imposes, such as ``"eu"``. A measure of the EU binds its members:
            of a day, a note says how many of them bind the state that was asked for.
        against: the country whose carriers, aircraft or airports are restricted, by code or
            name: ``"RU"``, ``"RUS"``, ``"Russia"``. ``"EU"`` stands for its members on the day.
        kind: kinds of restriction, such as ``"overflight"``.
        party: entity ids, such as ``"mahan-air"``.
        nature: ``"sanction"`` or ``"retaliatory"``.
        status: status codes.
        evidence: evidence codes to keep; ``["primary", "secondary"]`` leaves out the rest.
        undecided: of restrictions of which it cannot be told whether they were in force on the
            day: ``"exclude"``, ``"include"`` or ``"only"``; see ``sd.measures``.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        The rows of ``flight_restrictions`` with ``party``, ``party_kind``, ``party_country``,
        ``act``, ``act_url``, ``source`` and ``source_url``, in order of start; with ``on``, also
        ``day_status``, bounds and ``reason`` as in ``sd.measures``. ``attrs`` tells
        what the answer ``stands_on``, and of how many restrictions it cannot be told.

    Raises:
        ValueError: ``on`` is no day, or a code is not known; the message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> closures = sd.flights(on="2022-03-05", against="Russia", by="EU")
        >>> "overflight" in set(closures["restriction_kind"])
        True
    """
    edition = edition_of(root, version)
    refuse_unknown_choice(undecided)
    chosen = {
        "restriction_kind": codes_of("kind of restriction", kind, edition.base),
        "nature": codes_of("nature", nature, edition.base),
        "party_country": codes_of("country", against, edition.base),
    }
    rest = {"entity": party, "status": status, "evidence": evidence}
    found = _of_authority(by, on, rest, chosen, edition)
    asked, attrs = found.attrs["stands_on"], found.attrs
    more = {_WHAT[column]: codes for column, codes in chosen.items() if codes is not None}
    asked = StandsOn(asked, searched=asked["searched"] | more)
    if on is not None:
        is_open = found["day_status"] == UNDECIDED
        attrs["undecided"] = int(is_open.sum())
        found = found[choose_rows(is_open, undecided)]
        if states := bound_by_eu(asked["searched"].get("authority", []), asked["on"]):
            of_union = _of_authority("eu", on, rest, chosen, edition)
            number = (of_union["day_status"] == IN_FORCE).sum()
            note = (
                f"Measures of the EU bind its members, {' and '.join(states)} among them: {number} "
                f"of these restrictions of the EU were in force on {asked['on']}; ask for eu too."
            )
            asked = StandsOn(asked, notes=[*asked["notes"], note])
    found = spell_out(found, edition).sort_values(
        ["start_date", "authority_id", "measure_id"], ignore_index=True
    )
    shown = FlightsFrame(found)
    shown.attrs = {**attrs, "stands_on": asked}
    return shown


def _of_authority(
    by: Choice,
    on: str | date | None,
    rest: dict[str, Choice],
    chosen: dict[str, list[str] | None],
    edition: Edition,
) -> pd.DataFrame:
    found = measures(
        on, measure_type="flight_restriction", authority=by, undecided="include",
        version=edition.version, root=edition.root, **rest,
    )  # fmt: skip
    attrs = found.attrs
    parties = edition.load("entities", _PARTY).set_index("entity_id")
    of = parties.reindex(found["entity_id"]).set_axis(found.index)
    found = found.assign(party=of["name"], party_kind=of["kind"], party_country=of["country"])
    for column, codes in chosen.items():
        if codes is not None:
            day = attrs["stands_on"]["on"] or attrs["stands_on"]["day"] or ""
            members = eu_members(day) if "EU" in codes else set()
            found = found[found[column].isin([*codes, *members])]
    found.attrs = attrs
    return found
