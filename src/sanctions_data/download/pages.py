"""Web pages: telling one from a list, and the text of one that is the list."""

from __future__ import annotations

import re

from lxml import etree, html

_PAGE = re.compile(
    rb"^(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_UTF8_MARK = b"\xef\xbb\xbf"
_LINES = (
    *("address", "article", "blockquote", "br", "dd", "div", "dt", "figure", "footer"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "section"),
    *("table", "td", "th", "tr", "ul"),
)


def is_page(head: bytes) -> bool:
    """Whether a file that begins like this is an HTML page.

    Example:
        >>> is_page(b"<!DOCTYPE html><html>"), is_page(b"<?xml version='1.0'?><Designations>")
        (True, False)
    """
    return _PAGE.match(head.removeprefix(_UTF8_MARK)) is not None


def page_text(page: bytes) -> str:
    r"""The text of an HTML page, with each block on lines of its own.

    Example:
        >>> page_text(b"<html><p>Ada <b>EXAMPLE</b></p><p>(Ada)</p></html>").split("\n")
        ['', 'Ada EXAMPLE', '', '(Ada)', '']
    """
    try:
        page.decode("utf-8-sig")
        encoding = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # as the page itself says
    parser = html.HTMLParser(encoding=encoding, remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(page, parser=parser)
    etree.strip_elements(tree, "script", "style", "noscript", "head", with_tail=False)
    for element in tree.iter(*_LINES):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    return "".join(str(text) for text in tree.itertext())
