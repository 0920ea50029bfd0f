"""What a programme is about, so that programmes of different authorities can be compared."""

from __future__ import annotations

from sanctions_data.tables.store import Store

# A word of a programme's name, and the matter that it shows the programme to be about. A
# matter is a country where there is one, so that it can also be held against a nationality.
_MATTERS = {
    "afghan": "AF", "taliban": "AF", "al-qaida": "terror", "terror": "terror", "hamas": "terror",
    "isil": "terror", "balkan": "BA", "bosnia": "BA", "belarus": "BY", "burma": "MM",
    "myanmar": "MM", "central african": "CF", "china": "CN", "chinese": "CN", "hong kong": "HK",
    "cuba": "CU", "cyber": "cyber", "darfur": "SD", "sudan": "SD", "south sudan": "SS",
    "democratic people's republic of korea": "KP", "north korea": "KP",
    "democratic republic of the congo": "CD", "ethiopia": "ET", "guatemala": "GT",
    "guinea-bissau": "GW", "haiti": "HT", "iran": "IR", "iraq": "IQ", "lebanon": "LB",
    "hizballah": "terror", "libya": "LY", "mali": "ML", "moldova": "MD", "nicaragua": "NI",
    "russia": "RU", "ukraine": "RU", "crimea": "RU", "energy security": "RU", "magnitsky": "RU",
    "settler": "PS", "palestinian": "terror", "somalia": "SO", "supreme leader": "IR",
    "islamic revolutionary": "IR", "syria": "SY", "assad": "SY", "venezuela": "VE",
    "yemen": "YE", "zimbabwe": "ZW", "tunisia": "TN", "narcotics": "drugs", "drug": "drugs",
    "human rights": "rights", "corrupt": "graft", "chemical weapons": "chemical",
    "yugoslav": "BA", "guinea": "GN",
}  # fmt: skip
# Global Magnitsky sanctions are about the world's human rights and corruption, not Russia's.
_SEVERAL = {"global magnitsky": {"rights", "graft"}, "corrupt foreign": {"rights", "graft"}}
_HIDES = {"south sudan": "sudan", "guinea-bissau": "guinea", "somalia": "mali"}


def regimes_of(store: Store) -> dict[str, set[str]]:
    """The matters that each programme is about, by programme; many have none."""
    return {row["programme_id"]: matters(row["name"]) for row in store.rows("programmes")}


def matters(name: str) -> set[str]:
    """The matters that the name of a programme shows.

    Example:
        >>> matters("UN: South Sudan"), sorted(matters("Taliban (Afghanistan)")), matters("Other")
        ({'SS'}, ['AF'], set())
        >>> sorted(matters("Global Magnitsky sanctions")), matters("Magnitsky sanctions")
        (['graft', 'rights'], {'RU'})
    """
    text = name.casefold()
    for words, several in _SEVERAL.items():
        if words in text:
            return set(several)
    for word, hidden in _HIDES.items():
        if word in text and hidden not in text.replace(word, ""):
            return {_MATTERS[word]}
    return {matter for word, matter in _MATTERS.items() if word in text}
