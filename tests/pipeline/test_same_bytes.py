"""The same files give the same bytes, whatever their order, the hash seed and what the store held in between."""

import io
import json
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


IN_STEPS = """
import json, sys
from pathlib import Path
from kg import pipeline
store, folder, steps, forms = sys.argv[1], Path(sys.argv[2]), *map(json.loads, sys.argv[3:])
for step in steps:
    pipeline.build(step, store)
for form in forms:
    pipeline.export_store(store, form, str(folder / form))
"""


@pytest.fixture(scope="module")
def once(examples_store) -> dict[str, bytes]:
    """What is exported of the examples when they were built in one step."""
    return {form: exported(examples_store, form) for form in FORMS}


@pytest.mark.parametrize("seed", ["4711"])
def test_order_seed_and_steps_change_nothing(once, tmp_path, seed):
    """Build in another order, in a process with a hash seed that this one does not have."""
    assert os.environ.get("PYTHONHASHSEED") != seed
    steps = (ARTICLES[9:][::-1], ARTICLES[3:9], ARTICLES[:3])
    words = (str(tmp_path / "s"), str(tmp_path), json.dumps(steps), json.dumps(FORMS))
    # Where the examples are: their paths go into the graph as they are seen from there.
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", IN_STEPS, *words], cwd=ROOT, env=environment, timeout=300, check=True)
    for form in FORMS:
        assert len(once[form]) > 10_000
        assert (tmp_path / form).read_bytes() == once[form]


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
