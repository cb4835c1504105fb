"""The runner of the benchmark: goes on from what an earlier run measured, and leaves out what would take hours."""

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def runner():
    sys.path.insert(0, str(FOLDER))
    try:
        yield importlib.import_module("graphs")
    finally:
        sys.path.remove(str(FOLDER))


@pytest.fixture
def measured(runner, monkeypatch):
    """Run no step; say what each is."""
    monkeypatch.setattr(runner, "_measured", lambda name, size, place: {"of": f"{name} {size} {place.folder.name}"})
    return lambda *given: [(size, step) for size, step, _ in runner.run(*given)]


def test_what_is_known_is_not_measured_again_and_what_failed_is(runner, measured, tmp_path) -> None:
    known = {"10k": {name: {} for name in runner.STEPS} | {"load": {"failed": "disk full"}}}
    assert measured(["10k"], tmp_path, set(), known) == [("10k", "load")]


def test_steps_asked_for_by_name_are_measured_anew(measured, tmp_path) -> None:
    assert measured(["10k", "100k"], tmp_path, {"delta"}, {"10k": {"delta": {}}}) == [
        ("10k", "delta"),
        ("100k", "delta"),
    ]


def test_what_takes_hours_is_left_out_on_large_graphs(measured, tmp_path) -> None:
    steps = {step for _, step in measured(["10M"], tmp_path, set(), {})}
    assert {"load", "queries", "conflicts", "delta", "turtle", "plain turtle", "put"} <= steps
    assert not {"rdflib load", "plain pySHACL", "full validation"} & steps


def test_a_step_measures_in_a_process_of_its_own(runner, tmp_path) -> None:
    [(_, _, generated)] = runner.run(["10k"], tmp_path, {"generate"}, {})
    assert generated["statements"] > 9_000
    assert generated["peak bytes"] > 1_000_000
    assert (tmp_path / "10k" / "union.nt").read_bytes().count(b"\n") == generated["statements"]
