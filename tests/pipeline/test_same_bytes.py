"""The same files give the same bytes, whatever their order, the hash seed and what the store held in between."""

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export import export_store
from kg.pipeline import build, retract
from kg.store.opening import open_store

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = [f"examples/articles/{path.name}" for path in sorted((ROOT / "examples" / "articles").iterdir())]
FORMS = ("turtle", "nquads")


def kg(*words: str, seed: str) -> bytes:
    """Run a command where the examples are: their paths go into the graph as they are seen from there."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def once(examples_store) -> dict[str, bytes]:
    """What is exported of the examples when they were built in one step."""
    return {form: exported(examples_store, form) for form in FORMS}


@pytest.mark.parametrize("seed", ["4711"])
def test_order_seed_and_steps_change_nothing(once, tmp_path, seed):
    """Build in processes of their own: in another order, with a hash seed that this process does not have."""
    assert os.environ.get("PYTHONHASHSEED") != seed
    store = str(tmp_path / "s")
    for step in (ARTICLES[9:][::-1], ARTICLES[3:9], ARTICLES[:3]):
        kg("build", *step, "--store", store, seed=seed)
    for form in FORMS:
        assert len(once[form]) > 10_000
        assert kg("export", "--store", store, "--format", form, seed=seed) == once[form]


def test_retracting_and_building_again_gives_the_same_bytes(examples_store, once, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    store = str(tmp_path / "s")
    shutil.copytree(examples_store, store, ignore=shutil.ignore_patterns("reading"))
    assert len(retract(store, "04-relay-rounds")) == 1
    without = exported(store, "nquads")
    assert b"04-relay-rounds" not in without
    assert without != once["nquads"]
    assert len(build(ARTICLES, store).added) == 1
    assert exported(store, "nquads") == once["nquads"]


def exported(store: Path | str, form: str) -> bytes:
    stream = io.BytesIO()
    with open_store(str(store)) as opened:
        export_store(opened, form, stream)
    return stream.getvalue()
