"""`kg serve` as a user starts it; what it answers is tested in tests/web."""

import pytest
from click.testing import CliRunner

from kg.cli.serve import command
from kg.errors import UsageError


@pytest.mark.parametrize(
    "origin", ["example.org", "https://example.org/path", "https://a b", "*\r\nX-More: 1", "all", ""]
)
def test_what_is_no_origin_is_refused(tmp_path, origin):
    done = CliRunner().invoke(command, ("--store", str(tmp_path), "--cors", origin), standalone_mode=False)
    assert isinstance(done.exception, UsageError)
    assert str(done.exception).startswith(f"'{origin}' is no origin: write it as https://example.org")


def test_an_address_is_no_folder():
    done = CliRunner().invoke(command, ("--store", "http://localhost:3030/news"), standalone_mode=False)
    assert isinstance(done.exception, UsageError)
    assert "is an address: give the folder of a store" in str(done.exception)
