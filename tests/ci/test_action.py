"""The GitHub action's own step, run as the shell script it is; the hook and the documented jobs name real options."""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import junitparser
import pytest
import yaml

from kg import vocab
from kg.cli import group
from kg.cli.validate import command

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "validate")
OPTIONS = {option for parameter in (*group.params, *command.params) for option in parameter.opts}


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


def test_a_missing_file_is_told_too_where_a_sarif_report_is_asked_for(graph):
    status, _, outputs = act(graph, files="gone.ttl", sarif="none.sarif")
    assert status == 2
    assert "exit-code=2" in outputs
    assert not (graph / "none.sarif").exists()


def _schema(name: str) -> jsonschema.Draft7Validator:
    """A schema of GitHub's or GitLab's files as the package check-jsonschema ships it."""
    place = files("check_jsonschema").joinpath("builtin_schemas", "vendor", f"{name}.json")
    return jsonschema.Draft7Validator(json.loads(place.read_text(encoding="utf-8")))


def _documented(heading: str) -> dict:
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    block = re.search(rf"^## {heading}\n.*?```yaml\n(.*?)```", told, re.DOTALL | re.MULTILINE)
    assert block is not None
    # YAML 1.1 takes the key `on` for a truth value.
    return {"on" if key is True else key: value for key, value in yaml.safe_load(block[1]).items()}


def test_the_action_and_the_documented_jobs_are_what_github_and_gitlab_read():
    _schema("github-actions").validate(ACTION)
    workflow = _documented("GitHub")
    _schema("github-workflows").validate(workflow)
    [step] = [step for step in workflow["jobs"]["triples"]["steps"] if "kg" in step["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])
    _schema("gitlab-ci").validate(_documented("GitLab"))


def test_the_documented_gitlab_job_runs_and_leaves_its_report(graph, tmp_path):
    job = _documented("GitLab")["triples"]
    shutil.copytree(graph / "articles", tmp_path / "articles")
    for name in ("base", "new"):
        shutil.copytree(graph / name, tmp_path / "graph" / name)
    script = "\n".join(line for line in job["script"] if not line.startswith("pip install"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path, env={**os.environ, "PATH": path}, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "checked by" in done.stdout
    assert junitparser.JUnitXml.fromfile(str(tmp_path / job["artifacts"]["reports"]["junit"])).failures == 0


@pytest.fixture
def repository(tmp_path, graph) -> Path:
    """A git repository with a good and a bad file of RDF, both staged."""
    folder = tmp_path / "repository"
    folder.mkdir()
    text = (graph / "new" / "graph.ttl").read_text(encoding="utf-8")
    (folder / "good.ttl").write_text(text, encoding="utf-8")
    (folder / "notes.txt").write_text("no RDF", encoding="utf-8")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, capture_output=True, timeout=60, check=True)


def hook(folder: Path, place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PRE_COMMIT_HOME": str(place)}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, "-m", "pre_commit", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False
    )


def test_the_hooks_are_what_pre_commit_reads_and_check_what_is_staged(repository, tmp_path):
    done = hook(repository, tmp_path / "home", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout
    # The hook itself, with the kg that is installed here in place of one that pre-commit installs.
    [declared] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    own = {"repos": [{"repo": "local", "hooks": [{**declared, "language": "system"}]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    git(repository, "add", ".")
    done = hook(repository, tmp_path / "home", "run", "--verbose")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "checked by" in done.stdout
    bad = (repository / "good.ttl").read_text(encoding="utf-8")
    (repository / "bad.nt").write_text(f"<urn:a> <{vocab.RDF}type> <{vocab.KG}Company> .\n", encoding="utf-8")
    (repository / "bad.ttl").write_text(re.sub(r"oa:start \d+", "oa:start -5", bad), encoding="utf-8")
    git(repository, "add", ".")
    done = hook(repository, tmp_path / "home", "run")
    assert done.returncode == 1
    assert "[passage-start]" in done.stdout
    assert "[entity-name]" in done.stdout


@pytest.mark.long
def test_pre_commit_installs_the_hook_from_the_checkout(repository, tmp_path):
    checkout = tmp_path / "kg"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".git", ".venv", ".*_cache"))
    git(checkout, "init", "-q")
    git(checkout, "add", ".")
    git(checkout, "-c", "user.name=kg", "-c", "user.email=kg@example.org", "commit", "-qm", "checkout")
    done = hook(repository, tmp_path / "home", "try-repo", str(checkout), "kg-validate", "--all-files", "--verbose")
    if "No matching distribution" in done.stdout + done.stderr:
        pytest.skip("the packages that kg needs cannot be installed here")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "checked by" in done.stdout


def test_the_hook_and_the_documented_jobs_use_options_that_exist():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["entry"] for hook in hooks] == ["kg validate"]
    told = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8") + STEP["run"]
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told)) <= OPTIONS
    for block in re.findall(r"```yaml\n(.*?)```", told, re.DOTALL):
        assert yaml.safe_load(block)
