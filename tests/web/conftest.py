"""One server for all tests that only ask it."""

import pytest
from fixtures.web import filled, serving


@pytest.fixture(scope="package")
def folder(tmp_path_factory):
    return filled(tmp_path_factory.mktemp("store") / "graph")


@pytest.fixture(scope="package")
def url(folder):
    with serving(folder, rows=20, seconds=20.0, processes=2) as server:
        yield server.url
