"""Keeping the tables current: official lists in, tables out, each list wholly or not at all.

The way of a snapshot (``docs/updates.md`` says why):

1. ``statuses`` tells whether it brings anything new;
2. the reader yields entries, ``clean`` makes their text fit for a table;
3. ``identity`` finds the listing that each entry is, ``entity_of_entry`` its party;
4. ``apply_terms`` says what the entry is under, ``pair_measures`` which known rows that is;
5. ``richness`` measures what the snapshot can say, ``checks`` refuse what looks wrong;
6. ``write_entities`` and ``write_measures`` write what is new, and end what is over;
7. ``sources`` keeps what later updates must know; ``run`` validates and replaces the files.
"""
