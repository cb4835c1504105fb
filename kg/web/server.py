"""The web server: reading HTTP, headers of every answer, and what needs no store."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from kg.errors import UsageError
from kg.query.catalogue import catalogue
from kg.web import media, openapi, pages, routing, service
from kg.web.exchange import Reply, Task, problem
from kg.web.workers import Pool

_BODY = 1_000_000
"""Bytes of a request's body at most."""
_SILENCE = 30.0
"""Seconds until a connection that sends nothing is closed."""
_CONNECTIONS = 128
"""Connections that are served at a time; further ones wait."""
_METHODS = "GET, HEAD, POST, OPTIONS"
_SAFE = (
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """How to serve: where, as how many processes, and the limits of one answer. `cors` is an origin, `*` or None."""

    host: str = "127.0.0.1"
    port: int = 8080
    processes: int = 2
    seconds: float = 30.0
    rows: int = 10_000
    memory: int = 4_000_000_000
    cors: str | None = "*"


class WebServer(ThreadingHTTPServer):
    """A server over one store. Raises UsageError for an address that cannot be had."""

    daemon_threads = True
    request_queue_size = _CONNECTIONS

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(folder, settings.processes, settings.seconds, settings.memory)
        self._free = threading.BoundedSemaphore(_CONNECTIONS)
        try:
            super().__init__((settings.host, settings.port), _Handler)
        except (OSError, UnicodeError, TypeError) as wrong:
            # The last two come of a host that cannot even be written as one.
            reason = wrong.strerror if isinstance(wrong, OSError) else "this is no name of a host"
            raise UsageError(
                f"{settings.host}:{settings.port} cannot be listened on: {reason or wrong}; "
                "choose others with --host and --port (0 takes a free port)"
            ) from wrong

    @property
    def url(self) -> str:
        """The address of the server."""
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        return f"http://{host}:{self.server_address[1]}"

    def process_request_thread(self, request: object, client_address: object) -> None:
        """Serve a connection when one of those allowed at a time is free."""
        with self._free:
            super().process_request_thread(request, client_address)  # type: ignore[arg-type]  # as handed over

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hung up."""

    def server_close(self) -> None:
        """Close the socket and end the processes."""
        super().server_close()
        self.pool.close()


class _Handler(BaseHTTPRequestHandler):
    server: WebServer
    server_version = "kg"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = _SILENCE

    def _serve(self) -> None:
        body = self._body()
        self._send(body if isinstance(body, Reply) else self._reply(body))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, or of no method known here, as everything else: in one line of plain text."""
        self.close_connection = True
        line = " ".join(part for part in (message or HTTPStatus(code).phrase, explain) if part)
        self._send(problem(code, line, Connection="close"))

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in (*reply.headers, *self._common()):
            self.send_header(name, value)
        if reply.status != HTTPStatus.NO_CONTENT:
            # RFC 9110, 8.6: no answer of this status has a length.
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    do_GET = do_HEAD = do_POST = do_OPTIONS = do_PUT = do_DELETE = do_PATCH = _serve  # noqa: N815 - http.server's names

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's signature
        """Write nothing: what people ask is nobody's business."""

    def _body(self) -> bytes | Reply:
        """Read the body. What is not read is not left in the connection either: that is closed then."""
        length = self.headers.get("Content-Length", "0")
        if self.headers.get("Transfer-Encoding") or not length.isascii() or not length.isdigit():
            self.close_connection = True
            return problem(411, "send the length of the body")
        if int(length) > _BODY:
            self.close_connection = True
            return problem(413, f"a body has {_BODY} bytes at most")
        return self.rfile.read(int(length))

    def _reply(self, body: bytes) -> Reply:
        headers = {name.lower(): value for name, value in self.headers.items()}
        request = routing.Request(self.command, self.path, headers, body)
        if self.command not in _METHODS.split(", "):
            return problem(405, routing.READ_ONLY, Allow=_METHODS)
        if self.command == "OPTIONS":
            return Reply(204, media.PLAIN, b"", (("Allow", _METHODS),))
        if self.command == "POST" and request.path != "/sparql":
            return problem(405, "POST is for /sparql", Allow="GET, HEAD, OPTIONS")
        asked = routing.task(request, self.server.settings.rows)
        if isinstance(asked, Task):
            return self.server.pool.run(asked)
        return asked or _static(request, self.server.url)

    def _common(self) -> tuple[tuple[str, str], ...]:
        cors = self.server.settings.cors
        if cors is None:
            return _SAFE
        shared = (
            ("Access-Control-Allow-Origin", cors),
            ("Access-Control-Allow-Methods", _METHODS),
            ("Access-Control-Allow-Headers", "Accept, Content-Type"),
            ("Access-Control-Expose-Headers", "X-SPARQL-MaxRows"),
        )
        return _SAFE + shared


def _static(request: routing.Request, url: str) -> Reply:
    """Return what needs no store: the index, the catalogue, the OpenAPI and service descriptions."""
    made = _STATIC.get(request.path)
    if made is None:
        return problem(404, f"nothing at {urlsplit(request.target).path[:200]}: the index is at /")
    return made(request, url)


def _index(_: routing.Request, __: str) -> Reply:
    return Reply(200, f"{media.HTML}; charset=utf-8", pages.index(catalogue().values()))


def _json(value: object) -> Reply:
    return Reply(200, "application/json", (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())


_STATIC: dict[str, Callable[[routing.Request, str], Reply]] = {
    "/": _index,
    "/queries": lambda _, __: _json(openapi.listing(catalogue())),
    "/openapi.json": lambda _, url: _json({**openapi.description(catalogue()), "servers": [{"url": url}]}),
    "/sparql": lambda request, url: service.description(f"{url}/sparql", request.headers.get("accept")),
}
