"""The files of the feed: for each release what it changed, and JSON Feed and Atom of all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sanctions_data.export.catalogues.dataset_facts import DatasetFacts
from sanctions_data.export.feed.cell_changes import CELL_COLUMNS
from sanctions_data.export.feed.feed_formats import Entry, Feed, atom_bytes, json_feed
from sanctions_data.export.feed.release_news import ReleaseNews, authorities_in, release_news
from sanctions_data.export.feed.sentences import Sentences
from sanctions_data.export.json_file import write_json
from sanctions_data.query.edition import Edition
from sanctions_data.tables.canonical import csv_bytes


def write_feed(edition: Edition, folder: Path) -> None:
    """Write the feeds, and a folder for each release but the first.

    ``feed.json`` and ``feed.atom`` tell of everything, ``authorities/gb.json`` and ``.atom`` of
    one authority. ``2026.8.0/delta.csv`` has every changed cell, ``2026.8.0/summary.json`` what
    was told of the release. Ids and addresses of entries never change.

    Raises:
        HistoryError: a version cannot be rebuilt.
    """
    news, sentences = release_news(edition.base, edition.version), Sentences(edition.base)
    facts = DatasetFacts.of(edition)
    codes = list(authorities_in(news))
    told = [_Told.of(each, codes, sentences) for each in news]
    for each, told_of in zip(news, told, strict=True):
        place = folder / each.version
        place.mkdir()
        (place / "delta.csv").write_bytes(csv_bytes(CELL_COLUMNS, each.cells))
        write_json(place / "summary.json", told_of.summary(each))
    newest_first = list(zip(news, told, strict=True))[::-1]
    _write(facts, folder / "feed", "", [_entry(facts, a, b.everything) for a, b in newest_first])
    (folder / "authorities").mkdir()
    for code in codes:
        entries = [
            _entry(facts, each, told_of.authorities[code], code)
            for each, told_of in newest_first
            if code in told_of.authorities
        ]
        if entries:
            _write(facts, folder / "authorities" / code, code, entries)


@dataclass
class _Told:
    """A release in sentences: of each authority, and of the rows that are no measures."""

    authorities: dict[str, str]
    rows: str

    @classmethod
    def of(cls, news: ReleaseNews, codes: list[str], sentences: Sentences) -> _Told:
        told = {code: sentences.of_authority(news.found, code) for code in codes}
        return cls(
            {code: text for code, text in told.items() if text}, sentences.of_rows(news.found)
        )

    @property
    def everything(self) -> str:
        rows = [f"Other rows: {self.rows}."] if self.rows else []
        return "\n".join([*(f"{text}." for text in self.authorities.values()), *rows])

    def summary(self, news: ReleaseNews) -> dict[str, object]:
        return {
            "version": news.version,
            "before": news.before,
            "released_on": news.released_on,
            "cells": len(news.cells),
            "authorities": self.authorities,
            "other_rows": self.rows,
        }


def _entry(facts: DatasetFacts, news: ReleaseNews, text: str, authority: str = "") -> Entry:
    address = f"{facts.home}/releases/tag/v{news.version}"
    what = f"version {news.version}"
    return Entry(
        id=f"{address}#{authority}" if authority else address,
        address=address,
        title=f"{authority}: {what}" if authority else f"{facts.described['name']} {what}",
        text=text or "No row changed.",
        day=news.released_on,
    )


def _write(facts: DatasetFacts, path: Path, authority: str, entries: list[Entry]) -> None:
    of = f": {authority}" if authority else ""
    feed = Feed(
        id=f"{facts.home}#{authority or 'feed'}",
        title=f"{facts.described['name']}{of}: what each release changed",
        home=facts.home,
        author=facts.creator,
        day=max((entry.day for entry in entries), default=facts.day),
        entries=entries,
    )
    write_json(path.with_name(f"{path.name}.json"), json_feed(feed))
    path.with_name(f"{path.name}.atom").write_bytes(atom_bytes(feed))
