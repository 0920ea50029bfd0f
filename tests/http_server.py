"""A web server on this computer that answers as a test tells it to."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server on this computer that answers each path by a script.

    ``script[path]`` holds the answers in order; the last one is given again and again.
    ``requests`` holds path and headers of every request.
    """

    port = 0

    def __init__(self) -> None:
        self.script: dict[str, list[Answer]] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.released = threading.Event()  # ends answers that hang

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path.partition("?")[0]
        self.requests.append((handler.path, dict(handler.headers)))
        answers = self.script.get(path)
        if not answers:
            handler.send_error(404)
        else:
            (answers.pop(0) if len(answers) > 1 else answers[0])(handler)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle(self) -> None:
            with contextlib.suppress(ConnectionError):  # the client may leave in the middle
                super().handle()

        def do_GET(self) -> None:
            state.answer(self)

        def log_message(self, *args: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    state.port = http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield state
    state.released.set()
    http.shutdown()
    http.server_close()
    thread.join()
