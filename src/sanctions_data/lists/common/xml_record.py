"""A record of an XML list as texts, for lists that keep their data in plain elements.

A record has few of the elements that its list knows. Its children are sorted by name once,
so that asking for one that it lacks costs next to nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from sanctions_data.lists.common.entry import tidy


class XmlRecord:
    """The texts of a record.

    A place is the name of a child, or of a child and of an element at any depth in it.

    Example:
        >>> record = XmlRecord(
        ...     etree.fromstring(
        ...         "<Ship><Name>A</Name><Flags><Flag><Code>PA</Code></Flag></Flags></Ship>"
        ...     )
        ... )
        >>> record.text("Name"), record.texts("Flags/Code"), record.texts("Owners/Owner")
        ('A', ['PA'], [])
    """

    __slots__ = ("_children", "_inner", "tag")

    def __init__(self, element: etree._Element) -> None:
        self.tag = str(element.tag)
        self._children: dict[str, list[etree._Element]] = defaultdict(list)
        self._inner: dict[str, dict[str, list[etree._Element]]] = {}
        for child in element:
            self._children[child.tag].append(child)

    def text(self, tag: str) -> str:
        """Tidied text of the first child named ``tag``; an empty string if there is none."""
        found = self._children.get(tag)
        return tidy(found[0].text) if found else ""

    def texts(self, place: str) -> list[str]:
        """Tidied, non-empty texts at a place, in order, without repeats."""
        texts: dict[str, None] = {}
        if place.partition("/")[0] in self._children:
            for element in self._at(place):
                if text := tidy(element.text):
                    texts[text] = None
        return list(texts)

    def groups(self, place: str) -> Iterator[dict[str, str]]:
        """The elements at a place as tidied texts by name; of several with one name the first."""
        for group in self._at(place):
            yield {cell.tag: tidy(cell.text) for cell in group.iterchildren(reversed=True)}

    def _at(self, place: str) -> Sequence[etree._Element]:
        head, _, tag = place.partition("/")
        children = self._children.get(head, ())
        if not children or not tag:
            return children
        inner = self._inner.get(head)
        if inner is None:
            inner = self._inner[head] = defaultdict(list)
            for child in children:
                for element in child.iterdescendants():
                    inner[element.tag].append(element)
        return inner.get(tag, ())
