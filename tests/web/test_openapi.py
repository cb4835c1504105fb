"""The OpenAPI document is true: what it allows and what it does not is answered as it says."""

import threading

import pytest
from fixtures.small import all_three
from hypothesis import HealthCheck, Phase, given, settings

from kg.query.catalogue import catalogue
from kg.rdf.encode import encode
from kg.store.embedded import open_for_writing
from kg.web.openapi import description
from kg.web.server import Settings, WebServer

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis, of the extra dev, is not installed")
KEPT = (
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_headers_conformance,
    schemathesis.checks.response_schema_conformance,
    schemathesis.checks.unsupported_method,
    schemathesis.checks.allow_header_conformance,
)

POSITIVE, NEGATIVE = schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE
PATHS = description(catalogue())["paths"]
ASKED = [
    (path, method, mode)
    for path, known in sorted(PATHS.items())
    for method in sorted(known)
    # Without parameters there is nothing to get wrong.
    for mode in (POSITIVE, *([NEGATIVE] if "parameters" in known[method] else []))
]


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    place = tmp_path_factory.mktemp("store") / "graph"
    with open_for_writing(place) as store:
        for quads in map(encode, all_three()):
            store.put(quads[0].graph_name.value, quads)
    server = WebServer(place, Settings(port=0, seconds=20.0))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield schemathesis.openapi.from_url(f"{server.url}/openapi.json", wait_for_schema=10)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.long
@pytest.mark.parametrize(("path", "method", "mode"), ASKED)
def test_the_server_does_what_its_description_says(described, path, method, mode):
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    @settings(
        max_examples=4,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def one(case):
        case.call_and_validate(checks=list(KEPT), timeout=60)

    one()
