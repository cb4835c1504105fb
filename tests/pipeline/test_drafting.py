"""Whatever rules read makes a graph that passes the core shapes: nothing that they say keeps a document out."""

from itertools import islice
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document
from kg.pipeline.drafting import Draft, Drafting
from kg.rdf.iris import Iris

PASSAGES = Path(__file__).resolve().parents[1] / "extract" / "passages"
AT_ONCE = 40


def draft(text: str) -> Draft:
    document = Document(text, "own", "own.txt", date="2025-03-04")
    return Drafting(RuleExtractor(), Iris().base)((Iris().document(document), document))


def own_texts() -> list[str]:
    """Passages of our own, some of them together as one text."""
    texts = []
    for file in sorted(PASSAGES.iterdir()):
        lines = iter([line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")])
        while some := list(islice(lines, AT_ONCE)):
            texts.append("\n\n".join(line.partition("|")[2].strip().replace("\\n", "\n") for line in some))
    return texts


@pytest.mark.parametrize("text", own_texts())
def test_what_is_read_of_our_own_passages_passes_the_core_shapes(text):
    done = draft(text)
    assert len(done.quads) > 20
    assert done.reasons == ()


@pytest.mark.parametrize("text", ["64GB: $599\n\n256GB: $749", "9%\n", "5,000 sq. ft\n\n5,000 sq. ft", "$4bn"])
def test_figures_that_stand_alone_pass_though_nothing_tells_what_they_measure(text):
    assert draft(text).reasons == ()


def test_what_could_not_be_told_is_named_by_path_and_line():
    done = draft("Alpha makes chips\n\nIt was 9%.\n")
    assert [line.rpartition(":")[0] for line in done.remarks] == ["own.txt:3", "own.txt:3"]
