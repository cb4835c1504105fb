"""The same files give the same bytes, whatever their order, the hash seed and what the store held in between."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "examples" / "articles").iterdir())


def kg(folder: Path, *words: str, seed: str = "0") -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def exports(tmp_path_factory) -> dict[str, dict[str, bytes]]:
    """Two builds in processes of their own: other order, other seed, in one step and in several."""
    found = {}
    names = [str(path) for path in ARTICLES]
    steps = [names[9:][::-1], names[3:9], names[:3]]
    for seed, orders in {"1": [names], "4711": steps}.items():
        folder = tmp_path_factory.mktemp(f"seed{seed}")
        for order in orders:
            kg(folder, "build", *order, "--store", "s", seed=seed)
        found[seed] = {
            form: kg(folder, "export", "--store", "s", "--format", form, seed=seed) for form in ("turtle", "nquads")
        }
    return found


@pytest.mark.parametrize("form", ["turtle", "nquads"])
def test_order_seed_and_steps_change_nothing(exports, form):
    assert len(exports["1"][form]) > 10_000
    assert exports["1"][form] == exports["4711"][form]


def test_retracting_and_building_again_gives_the_same_bytes(exports, tmp_path):
    names = [str(path) for path in ARTICLES]
    kg(tmp_path, "build", *names, "--store", "s")
    kg(tmp_path, "retract", "04-relay-rounds", "--store", "s")
    without = kg(tmp_path, "export", "--store", "s", "--format", "nquads")
    assert b"04-relay-rounds" not in without
    assert without != exports["1"]["nquads"]
    kg(tmp_path, "build", *names, "--store", "s")
    assert kg(tmp_path, "export", "--store", "s", "--format", "nquads") == exports["1"]["nquads"]
