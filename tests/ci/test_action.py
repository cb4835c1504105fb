"""The GitHub action's own step, run as the shell script it is; the hook and the documented jobs name real options."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from kg.cli.validate import command

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "validate")
OPTIONS = {option for parameter in command.params for option in parameter.opts}


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> Path:
    """A folder with articles, a base graph of one of them, and the graph of another as the change."""
    folder = tmp_path_factory.mktemp("ci")
    shutil.copytree(ROOT / "examples" / "articles", folder / "articles")
    for name, article in {"base": "01-ft-original.txt", "new": "02-reuters-original.txt"}.items():
        (folder / name).mkdir()
        done = kg(folder, "extract", f"articles/{article}", "--format", "turtle")
        (folder / name / "graph.ttl").write_text(done.stdout, encoding="utf-8")
    return folder


def kg(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=True)


def act(folder: Path, **inputs: str) -> tuple[int, str, str]:
    """Run the action's step with these inputs; return its status, what it printed and its outputs."""
    values = {name: str(given.get("default", "")) for name, given in ACTION["inputs"].items()} | inputs
    expression = re.compile(r"\$\{\{\s*inputs\.([\w-]+)\s*\}\}")
    environment = {
        **os.environ,
        **{key: expression.sub(lambda found: values[found[1]], value) for key, value in STEP["env"].items()},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(folder / "outputs"),
    }
    (folder / "outputs").write_text("")
    script = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEP["run"]]
    done = subprocess.run(script, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False)
    return done.returncode, done.stdout + done.stderr, (folder / "outputs").read_text()


def test_a_good_change_passes_and_says_what_was_checked(graph):
    status, printed, outputs = act(graph, files="new", against="base", texts="articles")
    assert status == 0, printed
    assert "checked by" in printed
    assert "exit-code=0" in outputs


def test_a_bad_change_fails_at_the_articles_line_and_leaves_a_sarif_report(graph):
    bad = graph / "bad.ttl"
    text = (graph / "new" / "graph.ttl").read_text(encoding="utf-8")
    bad.write_text(re.sub(r"oa:start \d+", "oa:start -5", text), encoding="utf-8")
    status, printed, outputs = act(graph, files="bad.ttl", texts="articles", sarif="kg.sarif")
    assert status == 1, printed
    assert "::error file=articles/02-reuters-original.txt,line=" in printed
    assert "exit-code=1" in outputs
    assert (graph / "kg.sarif").stat().st_size > 0


def test_a_missing_file_is_neither_valid_nor_invalid(graph):
    status, printed, outputs = act(graph, files="gone.ttl")
    assert status == 2
    assert "gone.ttl" in printed
    assert "exit-code=2" in outputs


def test_the_hook_and_the_documented_jobs_use_options_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["kg validate"]
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8") + STEP["run"]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told)) <= OPTIONS
    for block in re.findall(r"```yaml\n(.*?)```", told, re.DOTALL):
        assert yaml.safe_load(block)
