"""Whether a party may fly to a state on a day: yes, no, or it cannot be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from sanctions_data.query.codes import code_of
from sanctions_data.query.edition import Edition
from sanctions_data.query.flights.asked_party import AskedParty, asked_party
from sanctions_data.query.flights.class_reach import FLIGHTS, PART, class_reach
from sanctions_data.query.flights.jurisdiction import Jurisdiction, jurisdiction_of
from sanctions_data.query.flights.restrictions import flights
from sanctions_data.query.labels import country_in_sentence
from sanctions_data.query.stands_on import StandsOn, edition_of
from sanctions_data.query.time.day_status import IN_FORCE, day_of
from sanctions_data.query.time.snapshot_days import snapshots_of
from sanctions_data.schema.text_type import TEXT

YES, NO, CANNOT_BE_TOLD = "yes", "no", "cannot_be_told"
# What a row does to the answer.
FORBIDS, MAY_FORBID, LIMITS = "forbids", "may_forbid", "limits"
# Kinds that keep an aircraft out; the others stop services, exports and notices of treaties.
_KEEPS_OUT = (
    "overflight", "landing", "operating_permit", "route_suspension", "no_fly_zone", "aircraft_ban",
)  # fmt: skip
_ON_ITSELF = "itself"


@dataclass(frozen=True)
class MayFly:
    """The answer to ``may_fly``.

    Attributes:
        answer: ``yes``, ``no`` or ``cannot_be_told``.
        party: the party that was asked about.
        to: code of the state.
        on: the day.
        rows: the restrictions that decide, as ``sd.flights`` gives them, with ``effect``:
            ``forbids``; ``may_forbid``, where it cannot be told whether it was in force or binds
            the state; ``limits``, where it is on a part of the flights only.
        stands_on: version, day of the data, age of the lists, notes.
    """

    answer: str
    party: AskedParty
    to: str
    on: str
    rows: pd.DataFrame
    stands_on: StandsOn

    def __str__(self) -> str:
        """The answer in a sentence."""
        fly = f"fly to {country_in_sentence(self.to)} on {self.on}"
        if self.answer == NO:
            return f"No: {self.party.name} may not {fly}."
        if self.answer == CANNOT_BE_TOLD:
            return f"It cannot be told whether {self.party.name} may {fly}."
        text = f"Yes, as far as this data tells: nothing in it forbids {self.party.name} to {fly}"
        return f"{text}, but a part of its flights is limited." if len(self.rows) else f"{text}."


def may_fly(
    party_or_country: str,
    to: str,
    *,
    on: str | date | None = None,
    version: str | None = None,
    root: Path | None = None,
) -> MayFly:
    """Whether a party may fly to a state on a day, and the restrictions that decide.

    What counts is what binds the state (its own bans, those of the EU on a member, those of the
    Security Council) on the party, on all carriers of its country and on flights from there, and
    what the party's own country bars its carriers from. A denial of export privileges, a ban on
    services and a notice to end a treaty keep no aircraft out. ``yes`` says that the data has no
    ban, not that there is none: safety lists and permits for single flights are not in it.

    Args:
        party_or_country: an airline or another party, or a country for all its carriers.
        to: the state, by code or name; ``"EU"`` for what holds in all its members.
        on: the day; the day of the data if left out.
        version: a released version.
        root: folder of the data; the installed data if left out.

    Returns:
        The answer; printed, it is a sentence.

    Raises:
        ValueError: the party or the state is not known, or several parties may be meant; the
            message names the nearest.

    Example:
        >>> import sanctions_data as sd
        >>> found = sd.may_fly("Mahan Air", "DE", on="2020-05-01")
        >>> found.answer, found.rows["measure_id"].tolist()
        ('no', ['de-operating-permit-mahan-air-2019'])
    """
    edition = edition_of(root, version)
    to = code_of("country", to, edition.base)
    day = day_of(on) if on is not None else snapshots_of(edition).data_day
    party = asked_party(party_or_country, edition)
    found = flights(on=day, undecided="include", version=version, root=root)
    stands_on = found.attrs["stands_on"]
    found = found[found["restriction_kind"].isin(_KEEPS_OUT)]
    text = f"{day:%Y-%m-%d}"
    rows = found.assign(effect=_effects(found, party, to, text, edition))
    rows = rows[rows["effect"].notna()].reset_index(drop=True)
    searched = {"party": [party.entity_id or party.name], "country": [to]}
    rows.attrs["stands_on"] = StandsOn(stands_on, searched=searched)
    return MayFly(_answer(rows["effect"]), party, to, text, rows, rows.attrs["stands_on"])


def _answer(effects: pd.Series[str]) -> str:
    if (effects == FORBIDS).any():
        return NO
    return CANNOT_BE_TOLD if (effects == MAY_FORBID).any() else YES


def _effects(
    found: pd.DataFrame, party: AskedParty, to: str, day: str, edition: Edition
) -> pd.Series[str]:
    """What each restriction does to flights of the party to the state; missing for nothing."""
    reach = _reach(found, party)
    there = jurisdiction_of(to, day, edition)
    # Those of the state, on the party, its country's carriers and the flights from there.
    on_party = reach.eq(_ON_ITSELF) | (found["party_country"].eq(party.country) & reach.notna())
    on_party &= found["applies_where"].ne("own_carriers")
    binds = _binding(found, there).where(on_party)
    if party.country and party.country != to:
        # Those of the party's own country, on flights to the state.
        here = jurisdiction_of(party.country, day, edition)
        to_state = found["party_country"].eq(to) & reach.isin([FLIGHTS, PART])
        binds = binds.fillna(_binding(found, here).where(to_state & ~on_party))
    effect = binds.mask(binds.notna() & found["day_status"].ne(IN_FORCE), MAY_FORBID)
    return effect.mask(effect.notna() & reach.eq(PART), LIMITS)


def _reach(found: pd.DataFrame, party: AskedParty) -> pd.Series[str]:
    """Of each restriction whether it is on the party itself, or on whom; missing for others."""
    reach = found["entity_id"].map(class_reach).where(found["party_kind"].eq("class"))
    if party.entity_id is None:
        # Where a country is asked about, a ban on one of its carriers is on a part.
        return reach.fillna(PART).where(found["listing_id"].isna() | reach.notna())
    return reach.mask(found["entity_id"].isin([party.entity_id, *party.classes]), _ON_ITSELF)


def _binding(found: pd.DataFrame, jurisdiction: Jurisdiction) -> pd.Series[str]:
    by, none = found["authority_id"], pd.Series(index=found.index, dtype=TEXT)
    sure = none.mask(by.isin(jurisdiction.sure), FORBIDS)
    return sure.mask(by.isin(jurisdiction.perhaps), MAY_FORBID)
