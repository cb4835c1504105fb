"""The generator of graphs: the same bytes each time, grounded statements, links and faults as it says."""

import importlib
import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from kg.extract.grounding import grounded
from kg.rdf.decode import decode
from kg.rdf.terms import kg

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def generate():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        yield importlib.import_module("generate")


def command(*words, **environment):
    done = subprocess.run(
        [sys.executable, str(FOLDER / "generate.py"), *words], check=True, capture_output=True, env=environment
    )
    return done.stdout


def test_the_same_arguments_give_the_same_bytes_under_any_hash_seed(tmp_path):
    words = ["--articles", "40", "--bad", "0.2", "--seed", "7", "--truth"]
    one = command(*words, str(tmp_path / "one"), PYTHONHASHSEED="1")
    other = command(*words, str(tmp_path / "other"), PYTHONHASHSEED="2")
    assert one == other
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert one != command("--articles", "40", "--seed", "8")


def test_a_larger_graph_starts_with_the_smaller_one(generate):
    few = list(generate.extractions(30, seed=3))
    assert len(few) >= 30
    assert list(islice(generate.extractions(10**9, seed=3), len(few))) == few


def test_every_statement_stands_in_its_text_and_comes_back(generate):
    for made in generate.graphs(120, seed=5):
        for extraction, quads in made.articles:
            assert grounded(extraction) == extraction
            back = decode(quads, extraction.document.text)
            assert back.document == extraction.document
            assert len(back.mentions) == len(extraction.mentions)


def test_the_truth_is_about_the_mentions_of_the_graph(generate):
    drifts = set()
    for made in generate.graphs(300, seed=5):
        truth = json.loads(json.dumps(made.truth))
        mentions = {
            quad.subject.value for _, quads in made.articles for quad in quads if quad.predicate == kg("states")
        }
        assert {iri for pair in truth["restates"] for iri in pair} <= mentions
        linked = {(quad.subject.value, quad.object.value) for quad in made.links if quad.predicate == kg("restates")}
        assert linked == set(map(tuple, truth["restates"]))
        assert [quads[0].graph_name.value for _, quads in made.articles] == truth["documents"]
        assert truth["faults"] == {}
        drifts.update(truth["drifts"])
    assert drifts == {"none", "number", "bound", "mode", "measure", "copy", "own"}


def test_the_share_of_bad_articles_is_as_asked_and_only_those_differ(generate):
    good, bad = list(generate.graphs(400)), list(generate.graphs(400, 0.25))
    faults = {}
    for one, other in zip(good, bad, strict=True):
        for (_, sound), (_, spoilt) in zip(one.articles, other.articles, strict=True):
            document = sound[0].graph_name.value
            assert (sound != spoilt) == (document in other.truth["faults"])
        faults.update(other.truth["faults"])
    assert 0.15 < len(faults) / 400 < 0.35
    assert set(faults.values()) == set(generate.FAULTS)
