"""The frame of the command line: help, unknown commands, errors as one line, start-up without heavy imports."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

import kg.cli
from kg.cli.output import FORMATS, rows_as

FILES = {path.stem for path in Path(kg.cli.__file__).parent.glob("*.py")} - {"__init__", "output"}


def kg_run(*words: str, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "kg", *words], capture_output=True, text=True, check=False, **more)


def command_of(name: str) -> click.Command:
    found = kg.cli.group.get_command(click.Context(kg.cli.group), name)
    assert found is not None
    return found


def test_every_listed_command_loads():
    assert {command_of(name).name for name in kg.cli.COMMANDS} == set(kg.cli.COMMANDS)


@pytest.mark.parametrize("name", sorted(kg.cli.COMMANDS))
def test_every_command_and_option_has_help_and_an_example(name):
    command = command_of(name)
    assert command.help
    assert f"kg {name}" in (command.epilog or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"--{parameter.name} of {name} has no help"


def test_help_does_not_import_heavy_packages():
    heavy = "{'rdflib', 'pyshacl', 'networkx', 'trafilatura', 'pyoxigraph'}"
    code = f"import sys, kg.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_an_unknown_command_lists_the_known_ones():
    done = kg_run("biuld")
    assert done.returncode == 2
    assert "build" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["build", ""], ["validate", ""], ["validate", "a.ttl", "--against", ""]])
def test_an_empty_argument_does_not_stand_for_the_folder_one_is_in(words, capsys):
    with pytest.raises(SystemExit) as left:
        kg.cli.main(words)
    assert left.value.code == 2
    assert capsys.readouterr().err == "kg: an argument is empty: is a variable not set?\n"


def test_a_name_with_line_ends_or_escapes_is_told_on_one_line(capsys):
    with pytest.raises(SystemExit) as left:
        kg.cli.main(["extract", "two\nlines\x1b[31m\u202e é\u3000.txt"])
    assert left.value.code == 2
    first = capsys.readouterr().err.splitlines()[0]
    assert first == "kg: two\\nlines\\x1b[31m\\u202e é\u3000.txt: no such file or folder"


@pytest.mark.parametrize("slack", ["1e999999999", "1e-999999999", "9" * 50, "-1", "NaN", "many"])
def test_a_slack_that_is_no_share(slack, examples_store, capsys):
    with pytest.raises(SystemExit) as left:
        kg.cli.main(["conflicts", f"--slack={slack}", "--store", str(examples_store)])
    assert left.value.code == 2
    assert capsys.readouterr().err == f"kg: --slack '{slack}' is no share: write 0.25, or 0 for none\n"


def test_version():
    assert kg.__version__ in kg_run("--version").stdout


@pytest.mark.parametrize("form", FORMATS)
def test_rows_in_every_format(form):
    text = rows_as(form, ["a", "b"], [("x|y\u0007", None), ("1,2", "z")])
    assert text.endswith("\n")
    assert "\u0007" not in text or form in ("csv", "json", "jsonl")


def test_shell_completion_knows_the_commands():
    done = kg_run(env={"_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg ex", "COMP_CWORD": "1", "PATH": "/usr/bin"})
    assert "explain" in done.stdout
