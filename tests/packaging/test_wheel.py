"""A wheel built from the tree works where the repository is not: ontology, shapes, queries and examples are inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    command = [*pip, "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "-q", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "kg", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_wheel_holds_the_data(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("ontology/kg.ttl", "shapes/core.ttl", "queries/figure-sources.rq", "examples/README.md"):
        assert f"kg/_data/{part}" in names
    assert "kg/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


def test_the_installed_package_is_not_the_repository(installed, tmp_path):
    code = "import kg, kg.resources; print(kg.__file__, kg.resources.folder('ontology'))"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert str(ROOT / "kg") not in done.stdout
    assert str(installed) in done.stdout


def test_the_main_job_runs_from_the_wheel(installed, tmp_path):
    done = run(installed, tmp_path, "demo")
    assert done.returncode == 0, done.stderr
    assert "Financial Times" in done.stdout
    assert (tmp_path / "demo" / "graph.ttl").stat().st_size > 0
    assert (tmp_path / "demo" / "articles.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    question = ("query", "figure-sources", "--subject", "ByteDance", "--format", "csv")
    asked = run(installed, tmp_path, *question, "--store", "demo/store")
    assert asked.returncode == 0, asked.stderr
    assert len(asked.stdout.splitlines()) > 10
