"""What the head of an answer says: whether it is the file, its rest, or a reason to wait."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import requests

from sanctions_data.download.addresses import DownloadError, NotThereError
from sanctions_data.download.partial import Partial, Record

_PASSING = (408, 429, 500, 502, 503, 504)
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15}|\*)")
# A number of more digits is none that a server means.
LONGEST_NUMBER = 15


class PassingError(Exception):
    """A failure that may pass, and the seconds that the server asks to wait."""

    def __init__(self, message: str, wait: float = 0) -> None:
        super().__init__(message)
        self.wait = wait


def check_status(url: str, answer: requests.Response, partial: Partial) -> None:
    """Let through the whole file, and the rest of what we have a part of.

    Raises:
        PassingError: another attempt may help.
        NotThereError: the server has no such file.
        DownloadError: it says anything else.
    """
    status = answer.status_code
    said = f"{status} {answer.reason or ''}".strip()
    if status == 200 or (status == 206 and partial.size):
        return
    if status in _PASSING:
        raise PassingError(f"the server answered {said}", _asked_wait(answer))
    if status == 416 and partial.size:
        partial.drop()
        raise PassingError(f"the server answered {said}")
    if status in (404, 410):
        raise NotThereError(
            f"{url}: the server answered {said}; the publisher may have moved the file: fetch it "
            "by hand and import it with --from DIR, or name another place with --mirror URL"
        )
    raise DownloadError(
        f"{url}: the server answered {said}, expected the file; fetch it by hand and import it "
        "with --from DIR"
    )


def _asked_wait(answer: requests.Response) -> float:
    text = answer.headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text[:LONGEST_NUMBER])
    try:
        moment = parsedate_to_datetime(text)
        return max(0.0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):  # No moment, or one that is out of all bounds.
        return 0


def why_not_the_rest(answer: requests.Response, partial: Partial) -> str:
    """What tells that the part sent is not the rest of what we have; empty if it is."""
    found = _RANGE.fullmatch(answer.headers.get("Content-Range", "").strip())
    if found is None or int(found[1]) != partial.size:
        return "the server sent another part than the one asked for"
    length = answer.headers.get("Content-Length", "")
    size = int(found[2]) + 1
    if found[3] not in ("*", str(size)) or length not in ("", str(size - partial.size)):
        return "the server sent a part that ends before the file does"
    was, now = partial.record, Record.of_answer(partial.url, answer.headers)
    pairs = ((was.etag, now.etag), (was.last_modified, now.last_modified)) if was else ()
    if was and (was.encoding != now.encoding or any(a and b and a != b for a, b in pairs)):
        return "the file has changed in the middle"
    return ""
