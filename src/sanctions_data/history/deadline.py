"""An end to a download as a whole, however slowly a server answers.

The time limits of a connection are for the next bytes: a server that sends one now and then, or
one ``100 Continue`` after the other, is never late. So a clock runs beside, and when time is up
it closes the sockets under whatever is waiting for them.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any
from weakref import WeakSet

from requests.adapters import HTTPAdapter


class DeadlineAdapter(HTTPAdapter):
    """Connections that can be ended from outside."""

    def __init__(self) -> None:
        self._sockets: WeakSet[socket.socket] = WeakSet()
        self.is_over = False
        super().__init__()

    def get_connection_with_tls_context(self, *args: Any, **options: Any) -> Any:
        """The pool of a host, whose connections report their sockets."""
        pool: Any = super().get_connection_with_tls_context(*args, **options)
        if not hasattr(pool.ConnectionCls, "is_watched"):
            watch = self._watch

            class Watched(pool.ConnectionCls):  # type: ignore[misc]
                is_watched = True

                def _new_conn(self) -> socket.socket:
                    opened: socket.socket = super()._new_conn()
                    watch(opened)
                    return opened

            pool.ConnectionCls = Watched
        return pool

    @contextlib.contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """End every connection once so many seconds are over; ``is_over`` tells that they are."""
        self.is_over = False
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _watch(self, opened: socket.socket) -> None:
        self._sockets.add(opened)
        if self.is_over:
            _shut(opened)

    def _end(self) -> None:
        self.is_over = True
        for each in list(self._sockets):
            _shut(each)


def _shut(opened: socket.socket) -> None:
    with contextlib.suppress(OSError):  # It was closed meanwhile.
        socket.socket.shutdown(opened, socket.SHUT_RDWR)
