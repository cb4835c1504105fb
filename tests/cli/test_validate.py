"""`kg validate` as a user runs it."""

import pytest
from click.testing import CliRunner

from kg.cli.validate import command
from kg.errors import UsageError

DATA = "<http://example.org/a> <http://example.org/p> 1 .\n"


@pytest.mark.parametrize("given", ["sarif=", "=kg.sarif", "sarif", "="])
def test_a_report_needs_a_form_and_a_file(tmp_path, given):
    file = tmp_path / "new.ttl"
    file.write_text(DATA)
    done = CliRunner().invoke(command, (str(file), "--report", given), standalone_mode=False)
    assert isinstance(done.exception, UsageError)
    assert str(done.exception) == f"'{given}' is no FORM=FILE"
