"""Streaming, hardened reading of official XML.

A list is untrusted input: no document type, no entity is expanded, nothing is fetched.
Each record is dropped from memory once it has been read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from sanctions_data.lists.common.entry import tidy
from sanctions_data.lists.common.read_report import ReadReport


def records(
    path: Path, tags: tuple[str, ...], root: str, report: ReadReport
) -> Iterator[etree._Element]:
    """Yield each element named in ``tags``, then forget it.

    Args:
        path: the file.
        tags: names of the record elements, with namespace if they have one.
        root: name of the document element; another one means that it is not the list.
        report: receives an error for a file that cannot be read or holds no record, a wrong
            root, a document type, or broken XML.
    """
    found = False
    try:
        _, document = next(iter(_parse(path, "start")))
        if not _is_acceptable(document, root, path, report):
            return
        # Only the end of a record is of interest: events for every element cost as much as
        # all the rest.
        for _, element in _parse(path, "end", tags):
            found = True
            yield element
            _forget(element)
        if not found:
            expected = " or ".join(f"<{tag}>" for tag in tags)
            report.error(path.name, f"found no {expected}; the list is cut off, download it again")
    except OSError as error:
        report.error(path.name, f"the file cannot be read ({error.strerror or error})")
    except etree.XMLSyntaxError as error:
        line = f"{path.name}:{error.lineno}" if error.lineno else path.name
        report.error(line, f"the XML is broken ({error.msg}); download the file again")


def _parse(path: Path, event: str, tags: tuple[str, ...] | None = None) -> etree.iterparse[Any]:
    return etree.iterparse(
        path,
        events=(event,),
        tag=tags,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _is_acceptable(element: etree._Element, root: str, path: Path, report: ReadReport) -> bool:
    if element.getroottree().docinfo.internalDTD is not None:
        report.error(path.name, "found a document type declaration; official lists have none")
        return False
    if element.tag != root:
        report.error(
            path.name,
            f"found document element <{element.tag}>, expected <{root}>; this is another file "
            "or an error page",
        )
        return False
    return True


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def text_of(element: etree._Element, path: str) -> str:
    """Tidied text of the first element at ``path``, or an empty string."""
    return tidy(element.findtext(path))


def texts_of(element: etree._Element, path: str) -> list[str]:
    """Tidied, non-empty texts of all elements at ``path``, in order, without repeats."""
    found = (tidy(child.text) for child in element.iterfind(path))
    return list(dict.fromkeys(text for text in found if text))
