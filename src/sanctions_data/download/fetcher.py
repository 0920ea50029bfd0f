"""Fetching one file: patient with the network, strict about what it accepts.

Interrupted answers are asked for again from where they broke off, so requests' own retries,
which know nothing of bodies, are not used: one loop counts every attempt alike.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import requests
import urllib3

from sanctions_data import __version__
from sanctions_data.download.addresses import (
    Address,
    DownloadError,
    check_address,
    check_redirect,
    shown,
)
from sanctions_data.download.answers import (
    LONGEST_NUMBER,
    PassingError,
    check_status,
    why_not_the_rest,
)
from sanctions_data.download.partial import CHUNK, Partial, Record, record_path
from sanctions_data.history.deadline import DeadlineAdapter

Progress = Callable[[str, int, int | None], None]
"""Is told the name of a file, the bytes so far and, where known, the bytes in all."""

_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
# Of a page that only links to a file.
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server, in seconds, and how much to take from it, in bytes."""

    connect: float = 10
    read: float = 60
    in_all: float = 1800
    attempts: int = 5
    first_wait: float = 1
    longest_wait: float = 120
    largest_file: int = 4_000_000_000


class Fetcher:
    """Fetches files one after the other over shared connections."""

    def __init__(
        self,
        patience: Patience | None = None,
        progress: Progress = lambda name, size, total: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.patience = patience or Patience()
        self._progress = progress
        self._sleep = sleep
        self._session, self._adapter = requests.Session(), DeadlineAdapter()
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, self._adapter)
        self._session.headers.update(
            {"User-Agent": f"sanctions-data/{__version__}", "Accept-Encoding": "gzip"}
        )

    def fetch(
        self,
        address: Address,
        target: Path,
        known: Path | None = None,
        largest: int | None = None,
    ) -> bool:
        """Fetch a file, trying again where the failure may pass.

        Args:
            address: where it is.
            target: where to put it; what came of it before an interruption is kept beside it.
            known: an earlier copy, which is used if the server says that it still holds.
            largest: how many bytes it may have; as many as a page if left out.

        Returns:
            Whether the file was sent; False if the earlier copy still holds.

        Raises:
            NotThereError: the server has no such file.
            DownloadError: it cannot be had; the message says why and what to do.
        """
        check_address(address.url)
        url = shown(address.url)
        partial = Partial(target, url, min(largest or _LARGEST, self.patience.largest_file))
        with self._adapter.at_most(self.patience.in_all):
            for attempt in range(1, self.patience.attempts + 1):
                try:
                    return self._attempt(address, partial, known)
                except PassingError as failure:
                    self._refuse_late(url)
                    if attempt == self.patience.attempts:
                        raise DownloadError(
                            f"{url}: gave up after {attempt} attempts: {failure}; try again "
                            "later, or fetch the file by hand and import it with --from DIR"
                        ) from None
                    self._sleep(self._wait(url, attempt, failure.wait))
                    self._refuse_late(url)
        raise AssertionError("there is at least one attempt")

    def _refuse_late(self, url: str) -> None:
        if self._adapter.is_over:
            raise DownloadError(
                f"{url}: it took longer than {self.patience.in_all:g} s in all; try again later "
                "(what came is kept), or fetch the file by hand and import it with --from DIR"
            ) from None

    def _wait(self, url: str, attempt: int, asked: float) -> float:
        if asked > self.patience.longest_wait:
            raise DownloadError(f"{url}: the server asks to wait {asked:.0f} s; try again then")
        own = self.patience.first_wait * 2.0 ** (attempt - 1) * random.uniform(0.5, 1)
        return max(asked, min(own, self.patience.longest_wait))

    def _attempt(self, address: Address, partial: Partial, known: Path | None) -> bool:
        url = partial.url
        record = Record.read(record_path(known), url) if known and known.exists() else None
        resume = partial.resume_headers()
        asked = resume or (record.if_changed() if record else {})
        with self._open(address, asked) as answer:
            if answer.status_code == 304 and known and asked and not resume:
                _copy(known, partial.target)
                return False
            check_status(url, answer, partial)
            if answer.status_code == 200:
                partial.begin(Record.of_answer(url, answer.headers))
            elif why := why_not_the_rest(answer, partial):
                partial.drop()
                raise PassingError(why)
            self._receive(answer, partial)
        partial.finish()
        return True

    def _open(self, address: Address, headers: dict[str, str]) -> requests.Response:
        url, secrets = address.url, address.secrets
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = self._session.get(
                    url,
                    params=secrets,
                    headers=headers,
                    stream=True,
                    allow_redirects=False,
                    timeout=(self.patience.connect, self.patience.read),
                )
            except requests.exceptions.SSLError:
                raise DownloadError(f"{shown(url)}: its certificate cannot be trusted") from None
            except requests.Timeout:
                raise PassingError(f"no answer within {self.patience.read:g} s") from None
            except requests.ConnectionError as error:
                raise PassingError(f"no connection ({_reason(error)})") from None
            except requests.RequestException as error:
                raise DownloadError(f"{shown(url)}: {type(error).__name__}") from None
            except ValueError:  # requests itself looks where a redirect leads.
                raise DownloadError(f"{shown(url)} leads on to what is no address") from None
            # Cut off in the middle, the head of an answer looks like one that ends there.
            self._refuse_late(shown(address.url))
            if answer.status_code not in _REDIRECTS:
                return answer
            answer.close()
            try:
                target = urljoin(url, answer.headers.get("Location", ""))
            except ValueError:
                raise DownloadError(f"{shown(url)} leads on to what is no address") from None
            check_redirect(url, target)
            url, secrets = target, {}
        raise DownloadError(f"{shown(address.url)} leads on more than {_MOST_REDIRECTS} times")

    def _receive(self, answer: requests.Response, partial: Partial) -> None:
        length = answer.headers.get("Content-Length", "")
        if len(length) > LONGEST_NUMBER:
            raise DownloadError(
                f"{partial.url}: the server says that it has 10^{len(length)} bytes"
            )
        total = partial.size + int(length) if length.isdecimal() else None
        if total is None and "chunked" not in answer.headers.get("Transfer-Encoding", ""):
            # A list that was cut off unnoticed would end the measures of those who are missing.
            raise DownloadError(
                f"{partial.url}: the server does not say how long the file is, so a cut would go "
                "unnoticed; fetch it by hand and import it with --from DIR"
            )
        partial.check_size(total or 0)
        for size in partial.receive(self._chunks(answer)):
            self._progress(partial.target.name, size, total)
        if total is not None and partial.size < total:
            raise PassingError(f"the connection broke after {partial.size:,} of {total:,} bytes")

    def _chunks(self, answer: requests.Response) -> Iterator[bytes]:
        """The body as it comes over the line, not unpacked."""
        try:
            for chunk in answer.raw.stream(CHUNK, decode_content=False):
                yield chunk
                self._refuse_late(shown(answer.url))
        except urllib3.exceptions.ReadTimeoutError:
            raise PassingError(f"nothing came for {self.patience.read:g} s") from None
        except urllib3.exceptions.HTTPError:
            raise PassingError("the connection broke in the middle of the file") from None


def _reason(error: BaseException) -> str:
    """What the system said: requests' own text would show the query, and a token in it."""
    while error.__context__ is not None:
        error = error.__context__
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


def _copy(known: Path, target: Path) -> None:
    if known != target:
        shutil.copy2(record_path(known), record_path(target))
        shutil.copy2(known, target)
