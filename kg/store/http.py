"""Talking HTTP to a store's server: credentials, patience, and what went wrong in one sentence.

Credentials come from the environment or from a netrc file, never from an address or an option, which a shell keeps.
"""

import html
import os
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeAlias
from urllib.parse import SplitResult, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.utils import get_netrc_auth
from urllib3.exceptions import HTTPError, LocationParseError, NameResolutionError, ReadTimeoutError
from urllib3.util import Retry

from kg.errors import QueryError, StoreError, UsageError

USER, PASSWORD, TOKEN = "KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"
Form: TypeAlias = Mapping[str, str | Sequence[str]]
"""The fields of a form; one with several values comes several times."""
_CONNECT = 10.0
_READ = 600.0
"""Seconds until a connection stands, and between two pieces of an answer, where the caller sets no limit."""
_LONGEST = 200
_TOKEN = re.compile(r"[!-~]+")
_LOGIN = (401, 403)
_PAUSE = 0.5
"""Seconds before the second try; each further pause is twice as long."""
_CUT = 3
"""Times that a request is sent again because its answer broke off."""


class _Patience(Retry):
    """Tries again after a connection that broke, but not after one that gave no answer in time."""

    def increment(self, *arguments: Any, **named: Any) -> Self:  # noqa: ANN401 - as urllib3 calls it
        """Count a try. Raises what went wrong where no further one is left, and when the time was over."""
        if isinstance(problem := named.get("error"), ReadTimeoutError):
            raise problem
        return super().increment(*arguments, **named)


_READING = _Patience(
    5, connect=2, read=3, status=3, status_forcelist=(429, 502), backoff_factor=_PAUSE, raise_on_status=False,
    allowed_methods=None,
)  # fmt: skip
"""A query that ran over its time is not asked again: 503 and 504 are what servers say then."""
_WRITING = _Patience(
    6, connect=4, read=3, status=4, status_forcelist=(429, 502, 503, 504), backoff_factor=_PAUSE,
    raise_on_status=False, allowed_methods=None,
)  # fmt: skip
"""All that is written can be written twice, so any method may be tried again."""
_DIGEST = re.compile(r"(?:\A|,)\s*digest\s", re.IGNORECASE)
"""Where a server takes either, the scheme that does not send the password."""
_TAGS = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Request:
    method: str
    url: str
    data: Form | bytes
    params: Mapping[str, str]
    headers: Mapping[str, str]
    timeout: float


class Client:
    """Requests to one server. Those that write are tried again with growing pauses when the server is busy or gone."""

    def __init__(self, address: str, environment: Mapping[str, str] | None = None) -> None:
        known = os.environ if environment is None else environment
        parts = _parts(address)
        if parts.username or parts.password:
            raise UsageError(
                f"leave the credentials out of the address: set {USER} and {PASSWORD}, or use a netrc file"
            )
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"'{address}' is no http(s) address")
        self._host = parts.netloc
        self._login = None if TOKEN in known else _login(known, address)
        self._reading, self._writing = _session(_READING), _session(_WRITING)
        if TOKEN in known:
            if not _TOKEN.fullmatch(known[TOKEN]):
                raise UsageError(f"{TOKEN} is no token: it has spaces, line ends or other signs that no header holds")
            for session in (self._reading, self._writing):
                session.headers["Authorization"] = f"Bearer {known[TOKEN]}"

    def read(self, url: str, form: Form, accept: str, timeout: float | None = None) -> requests.Response:
        """Send a form by POST, which a query may need for its length, and return the answer, whatever its status."""
        return self._send(self._reading, _Request("POST", url, form, {}, {"Accept": accept}, timeout or _READ))

    def read_patiently(self, url: str, form: Form, accept: str) -> requests.Response:
        """Send a form whose answer takes no time to find, so that a server which is busy is asked again."""
        return self._send(self._writing, _Request("POST", url, form, {}, {"Accept": accept}, _READ))

    def write(self, method: str, url: str, data: bytes, kind: str, graph: str | None = None) -> requests.Response:
        """Send `data` of the media type `kind`, to `graph` by the Graph Store Protocol, and return the answer."""
        params = {} if graph is None else {"graph": graph}
        return self._send(self._writing, _Request(method, url, data, params, {"Content-Type": kind}, _READ))

    def close(self) -> None:
        """Let go of the connections."""
        self._reading.close()
        self._writing.close()

    def _send(self, session: requests.Session, request: _Request) -> requests.Response:
        """Send a request; where it is refused, once more with the login, by the scheme that the server asks for."""
        answer = self._tried(session, request)
        if answer.status_code not in _LOGIN or self._login is None:
            return answer
        asked = answer.headers.get("WWW-Authenticate", "")
        kind = HTTPDigestAuth if _DIGEST.search(asked) else HTTPBasicAuth
        self._reading.auth = self._writing.auth = kind(*self._login)
        self._login = None
        return self._tried(session, request)

    def _tried(self, session: requests.Session, request: _Request, left: int = _CUT) -> requests.Response:
        try:
            return session.request(
                request.method,
                request.url,
                params=request.params,
                data=request.data,
                headers=request.headers,
                timeout=(_CONNECT, request.timeout),
                # Followed, a PUT may become a GET, which looks like success.
                allow_redirects=False,
            )
        except requests.exceptions.ChunkedEncodingError as problem:
            # The session's own retries end where an answer begins.
            if not left:
                raise StoreError(f"{self._host} breaks off its answers: {_reason(problem)}") from problem
            time.sleep(_WRITING.backoff_factor * 2 ** (_CUT - left))
            return self._tried(session, request, left - 1)
        except requests.ReadTimeout as problem:
            raise QueryError(
                f"{self._host} took longer than {request.timeout:g} seconds: narrow the query or allow more time"
            ) from problem
        except (requests.RequestException, HTTPError) as problem:
            raise StoreError(f"{self._host} cannot be reached: {_reason(problem)}") from problem


def _session(retries: Retry) -> requests.Session:
    session = requests.Session()
    session.auth = _Anonymous()
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retries))
    return session


def accepted(answer: requests.Response) -> bool:
    """Tell whether a server has done what it was asked to."""
    return answer.ok and not answer.is_redirect


def complaint(answer: requests.Response) -> str:
    """Return in one sentence what a server's refusal says."""
    host = urlsplit(answer.url).netloc
    if answer.is_redirect:
        return f"{host} sends on to {answer.headers['Location'][:_LONGEST]}: give the address where it answers itself"
    body = html.unescape(_TAGS.sub(" ", answer.text[:5000]))
    said = " ".join(body.split())[:_LONGEST] or answer.reason
    if answer.status_code in _LOGIN:
        # A login may not help: what is only for reading refuses everybody.
        return (
            f"{host} wants a login that may do this ({answer.status_code}, {said}): "
            f"set {USER} and {PASSWORD}, or {TOKEN}, or add the server to your netrc file"
        )
    return f"{host} answers {answer.status_code}: {said}"


def _parts(address: str) -> SplitResult:
    """Return the parts of an address. Raises UsageError for one that has none, such as `http://[`."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # asked for, it is checked
    except ValueError as problem:
        raise UsageError(f"'{address}' is no http(s) address: {problem}") from problem
    return parts


class _Anonymous(AuthBase):
    """No login; in place of None, for which requests would send what the netrc file holds before it is asked."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


def _login(known: Mapping[str, str], address: str) -> tuple[str, str] | None:
    """Return user and password: of the environment, else of the netrc file."""
    if USER in known:
        return known[USER], known.get(PASSWORD, "")
    return get_netrc_auth(address)


def _reason(problem: Exception) -> str:
    """Return the innermost reason of a failed connection on one line, with what to do where it is a known one."""
    inner = problem.args[0] if problem.args else problem
    reason = getattr(inner, "reason", inner)
    line = " ".join(str(reason).split())
    if "Connection refused" in line:
        return "the connection is refused; is the server running?"
    if "WRONG_VERSION_NUMBER" in line:
        return "it does not speak TLS; is its address one of http, not of https?"
    if isinstance(reason, NameResolutionError) or isinstance(problem, LocationParseError):
        return "no host of this name is found; is it spelt right?"
    return line[:_LONGEST]
