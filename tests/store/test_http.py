"""Logins, patience and complaints, against a server that answers by a script."""

import base64
import json
import re

import pytest
from fixtures.scripted import Reply, scripted

from kg.errors import QueryError, StoreError, UsageError
from kg.store import http
from kg.store.endpoint import Endpoint
from kg.store.http import Client

NONE = Reply(body=b'{"head": {"vars": ["s"]}, "results": {"bindings": []}}')
YES = Reply(body=b'{"head": {}, "boolean": true}')
LOGIN = {"KG_STORE_USER": "ann", "KG_STORE_PASSWORD": "höhe"}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(http._READING, "backoff_factor", 0)
    monkeypatch.setattr(http._WRITING, "backoff_factor", 0)


@pytest.fixture(autouse=True)
def netrc(monkeypatch, tmp_path):
    path = tmp_path / "netrc"
    path.write_text("")
    monkeypatch.setenv("NETRC", str(path))
    return path


def endpoint(server, environment=None):
    return Endpoint(Client(server.url, environment or {}), server.url)


def test_nothing_is_told_to_a_server_that_does_not_ask():
    with scripted(lambda _: YES) as server:
        assert endpoint(server, LOGIN).ask("ASK {}")
    assert all("Authorization" not in request.headers for request in server.asked)


@pytest.mark.parametrize("source", ["environment", "netrc"])
def test_basic_login_after_the_server_asked(source, netrc):
    if source == "netrc":
        netrc.write_text("machine 127.0.0.1 login ann password secret\n")
    expected = "Basic " + base64.b64encode("ann:secret".encode("latin-1")).decode()

    def script(request):
        if request.headers.get("Authorization") == expected:
            return YES
        return Reply(401, headers={"WWW-Authenticate": 'Basic realm="graphs"'})

    login = {"KG_STORE_USER": "ann", "KG_STORE_PASSWORD": "secret"} if source == "environment" else {}
    with scripted(script) as server:
        asked = endpoint(server, login)
        asked.ask("ASK {}")
        asked.ask("ASK {}")
    assert [request.headers.get("Authorization") for request in server.asked].count(None) == 1


@pytest.mark.parametrize("before", ["", 'Basic realm="SPARQL", ', 'Bearer realm="SPARQL",'])
def test_digest_login_never_sends_the_password(before):
    def script(request):
        if request.headers.get("Authorization", "").startswith('Digest username="ann"'):
            return YES
        digest = 'Digest realm="SPARQL", nonce="abc", qop="auth", algorithm=MD5'
        return Reply(401, headers={"WWW-Authenticate": before + digest})

    with scripted(script) as server:
        endpoint(server, LOGIN).ask("ASK {}")
    assert all("Basic" not in request.headers.get("Authorization", "") for request in server.asked)


def test_a_token_goes_with_every_request():
    with scripted(lambda _: YES) as server:
        endpoint(server, {"KG_STORE_TOKEN": "t0", **LOGIN}).ask("ASK {}")
    assert {request.headers["Authorization"] for request in server.asked} == {"Bearer t0"}


def test_a_refused_login_says_what_to_set():
    with (
        scripted(lambda _: Reply(401, headers={"WWW-Authenticate": "Basic"})) as server,
        pytest.raises(StoreError, match=r"login.*401.*KG_STORE_USER.*KG_STORE_TOKEN.*netrc"),
    ):
        endpoint(server, LOGIN).ask("ASK {}")


def test_credentials_in_the_address_are_refused():
    with pytest.raises(UsageError, match="leave the credentials out"):
        Client("http://ann:secret@127.0.0.1/")


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_writing_is_tried_again_while_the_server_is_busy(status):
    replies = [Reply(status), Reply(status), Reply(204)]
    with scripted(lambda _: replies.pop(0)) as server:
        assert Client(server.url, {}).write("PUT", server.url, b"x", "text/plain", "urn:g").status_code == 204
    assert [request.body for request in server.asked] == [b"x", b"x", b"x"]
    assert server.asked[0].path == "/?graph=urn%3Ag"


def test_writing_gives_up_after_a_while():
    with scripted(lambda _: Reply(503, b"busy")) as server:
        assert Client(server.url, {}).write("PUT", server.url, b"", "text/plain").status_code == 503
    assert len(server.asked) == 5


def test_a_query_that_timed_out_on_the_server_is_not_asked_again():
    late = Reply(503, b"Query timed out")
    with (
        scripted(
            lambda request: late if b"late" in request.body else NONE if b"SELECT" in request.body else YES
        ) as server,
        pytest.raises(QueryError, match="503: Query timed out"),
    ):
        endpoint(server).ask("SELECT ?late { ?s ?p ?o }")
    assert sum(b"late" in request.body for request in server.asked) == 1


def test_a_short_question_of_our_own_is_asked_again_while_the_server_is_busy():
    replies = [Reply(503), YES, Reply(503), NONE]
    with scripted(lambda _: replies.pop(0)) as server:
        assert endpoint(server).rows("SELECT ?s { ?s ?p ?o }") == ()


def test_a_server_that_stays_busy_is_no_server_without_a_union():
    with (
        scripted(lambda request: Reply(503) if b"late" in request.body else YES) as server,
        pytest.raises(StoreError, match="answers 503"),
    ):
        endpoint(server).has("<urn:late> ?p ?o")


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_an_address_that_sends_on_is_told_and_gets_nothing(status):
    sent_on = Reply(status, headers={"Location": "https://elsewhere.example/sparql"})
    with (
        scripted(lambda _: sent_on) as server,
        pytest.raises(StoreError, match=r"sends on to https://elsewhere\.example/sparql: give the address"),
    ):
        endpoint(server, {"KG_STORE_TOKEN": "t0"}).ask("ASK {}")
    assert {request.method for request in server.asked} == {"POST"}


def test_an_error_page_becomes_one_line():
    page = b"<html><style>p {}</style><body><h1>Oops</h1>\n<p>line 1 &lt;here&gt;</p></body></html>"
    replies = [YES, Reply(400, page)]
    with (
        scripted(lambda _: replies.pop(0)) as server,
        pytest.raises(QueryError, match=r"answers 400: Oops line 1 <here>$"),
    ):
        endpoint(server).rows("SELECT * { ?s ?p ?o }")


def test_a_refusal_tells_what_the_server_says_of_it():
    with (
        scripted(lambda _: Reply(403, b"updates are refused: this endpoint is for reading\n")) as server,
        pytest.raises(
            StoreError, match=r"\(403, updates are refused: this endpoint is for reading\): set KG_STORE_USER"
        ),
    ):
        endpoint(server).ask("ASK {}")


def test_a_server_that_is_not_there():
    with scripted(lambda _: YES) as server:
        gone = server.url
    with pytest.raises(StoreError, match="connection is refused; is the server running"):
        Endpoint(Client(gone, {}), gone).ask("ASK {}")


@pytest.mark.parametrize("host", ["nowhere.invalid", "a" * 70 + ".example", "a..example"])
def test_a_host_that_is_none_is_told_in_words(host):
    with pytest.raises(StoreError) as caught:
        Endpoint(Client(f"http://{host}/", {}), f"http://{host}/").ask("ASK {}")
    assert str(caught.value).endswith(f"{host} cannot be reached: no host of this name is found; is it spelt right?")


def test_a_server_without_tls_is_told_in_words():
    with scripted(lambda _: YES) as server:
        address = server.url.replace("http:", "https:")
        with pytest.raises(StoreError, match="cannot be reached: it does not speak TLS; is its address one of http"):
            Endpoint(Client(address, {}), address).ask("ASK {}")


def test_a_page_is_no_endpoint():
    with (
        scripted(lambda _: Reply(body=b"<html>hello</html>")) as server,
        pytest.raises(StoreError, match="no SPARQL endpoint"),
    ):
        endpoint(server).ask("ASK {}")


def test_an_answer_that_was_cut_is_refused():
    rows = {"head": {"vars": ["s"]}, "results": {"bindings": []}}
    cut = Reply(body=json.dumps(rows).encode(), headers={"X-SPARQL-MaxRows": "10000"})
    with (
        scripted(lambda request: YES if b"ASK" in request.body else cut) as server,
        pytest.raises(QueryError, match="cuts answers at 10000 rows"),
    ):
        endpoint(server).rows("SELECT ?s { ?s ?p ?o }")


def test_an_answer_that_is_no_answer():
    with (
        scripted(lambda request: YES if b"ASK" in request.body else Reply(body=b"{")) as server,
        pytest.raises(StoreError, match="cannot be read"),
    ):
        endpoint(server).rows("SELECT ?s { ?s ?p ?o }")


@pytest.mark.parametrize(
    "text",
    [
        "DROP ALL",
        "PREFIX a: <urn:a> INSERT DATA { a:b a:c a:d }",
        "# SELECT\nDELETE WHERE { ?s ?p ?o }",
        "BASE <urn:SELECT> CLEAR ALL",
        "",
    ],
)
def test_updates_never_leave(text):
    with scripted(lambda _: YES) as server, pytest.raises(QueryError, match="only SELECT"):
        endpoint(server).ask(text)
    assert not [request for request in server.asked if text and text.encode() in request.body]


@pytest.mark.parametrize(
    "text", ["ask {}", "# c\nPREFIX : <urn:x#>\nprefix a.b: <urn:y>\n BASE <urn:b>\nASK {}", "\n\tASK{}"]
)
def test_queries_of_any_prologue_do(text):
    with scripted(lambda _: YES) as server:
        assert endpoint(server).ask(text)


@pytest.mark.parametrize("address", ["http://[", "http://127.0.0.1:port/", "http://127.0.0.1:99999/"])
def test_an_address_that_has_no_parts_is_refused(address):
    with pytest.raises(UsageError, match=re.escape(f"'{address}' is no http(s) address")):
        Client(address, {})


@pytest.mark.parametrize("token", ["", "two words", "secret\nX-More: 1", "s\udcff", "schlüssel"])
def test_a_token_that_no_header_holds_is_refused_and_not_shown(token):
    with pytest.raises(UsageError) as refused:
        Client("http://127.0.0.1/", {"KG_STORE_TOKEN": token})
    assert str(refused.value).startswith("KG_STORE_TOKEN is no token: ")
    assert not token or token not in str(refused.value)
