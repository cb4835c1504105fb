"""What a request means, and how its explanation is told and drawn."""

import io
import json
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from fixtures.articles import article, store_of
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import drawing, pictures
from kg.analysis.explanation import as_text, explanation, origin_name
from kg.analysis.explanation_json import as_json
from kg.analysis.explanation_markdown import as_markdown
from kg.analysis.facts import facts
from kg.analysis.finding import Wanted, trees, wanted
from kg.analysis.pictures import Box

SVG = "{http://www.w3.org/2000/svg}"


def no_line(_passage):
    return None


def printed(found):
    return [tree.root.passage.printed for tree in found]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("ByteDance 12 billion", "12 billion", ("bytedance",)),
        ("$12bn", "$12bn", ()),
        ("US$ 12 billion ByteDance", "US$ 12 billion", ("bytedance",)),
        ("40 billion yuan 2025", "40 billion yuan", ("2025",)),
        ("capital expenditure by-2025", "", ("capital", "expenditure", "by", "2025")),
        ("who won 2024", "", ("who", "won", "2024")),
        ("", "", ()),
    ],
)
def test_a_request_is_taken_apart(text, figure, words):
    assert wanted(text) == Wanted(figure, words)


def test_words_choose_among_equal_figures(known):
    assert printed(trees(known, "ByteDance 12 billion")) == ["more than $12bn"]
    assert trees(known, "Doubao 12 billion") == ()
    assert trees(known, "ByteDance 13 billion") == ()


def test_words_alone_find_figures(known):
    assert printed(trees(known, "doubao users")) == ["75 million", "75 million"]
    assert {tree.root.passage.claim.measure.rpartition("/")[2] for tree in trees(known, "capital spending 2025")} == {
        "capital-expenditure"
    }
    assert trees(known, "") == ()


def test_words_are_looked_for_in_quotes_last(known):
    assert printed(trees(known, "ByteDance distributor guesses 150 billion")) == ["150 billion yuan ($22 billion)"]


def test_a_claim_and_a_mention_are_found_by_their_iris(known):
    passage = next(one for one in known.passages if one.printed == "Over $12 billion")
    for iri in (passage.claim.iri, passage.mention):
        assert printed(trees(known, iri)) == ["more than $12bn"]


def test_articles_and_origins_are_counted_for_the_figure_and_for_its_kind(known):
    told = explanation(known, "ByteDance 12 billion")
    assert (len(told.articles), len(told.origins)) == (3, 1)
    text = as_text(told, no_line)
    assert "“ByteDance 12 billion”: 3 articles, 1 independent origin (Financial Times, 2025-01-21)." in text
    kind = "ByteDance, ai-infrastructure-spending, 2025, planned, whatever the number"
    assert f"{kind}: 4 articles, 4 reports, 2 independent origins." in text


def test_an_origin_that_is_not_here_says_so(known):
    step = next(step for one in known.passages for step in one.chain if step.report)
    assert origin_name(known, step.known) == "Financial Times, 2025-01-21"
    assert origin_name(known, step.report).endswith("whose figure is not here")
    assert origin_name(known, "e:unheard") == "e:unheard"


def test_json_holds_the_whole_tree(known):
    whole = json.loads(as_json(explanation(known, "$12bn"), lambda _: 7))
    (tree,) = whole["trees"]
    assert (tree["subject"], tree["period"]) == ("ByteDance", "2025")
    assert tree["answers"][0]["stance"] == "denies"
    assert tree["passage"]["line"] == 7
    relays = {relay["outlet"]: [change["kind"] for change in relay["changes"]] for relay in tree["passage"]["relays"]}
    assert relays["Chip Ledger"] == ["period-shifted"]
    assert [relay["said"] for relay in tree["passage"]["relays"]] == [["2025-01-21", None], [None]]


def test_markdown_is_nested_and_escaped(known):
    text = as_markdown(explanation(known, "$12bn"), lambda _: 3)
    assert text.startswith("### ByteDance, ai-infrastructure-spending, 2025, planned\n\n- **more than $12bn**")
    assert (
        "\n  - **Over $12 billion** Chip Ledger → Financial Times (2025-01-21) → two people close to the matter" in text
    )
    assert "    - *period-shifted*: 2025 → by-2025" in text
    assert "`ft.txt:3`" in text


def test_mermaid_and_dot_have_a_node_for_each_box(known):
    root = pictures.boxes(explanation(known, "$12bn"), no_line)
    count = sum(1 for _ in pictures.numbered(root))
    assert count == 6
    chart, graph = pictures.mermaid(root), pictures.dot(root)
    assert "Financial Times (2025-01-21)" in chart
    assert chart.count(" --> ") == graph.count(" -> ") == count - 1
    assert chart.count('["') == graph.count("[label=") == count
    assert '"' not in chart.split('["')[2].split('"]')[0]


def test_tones_tell_changed_relays_from_faithful_ones(known):
    root = pictures.boxes(explanation(known, "$12bn"), no_line)
    (first,) = root.boxes
    assert [box.tone for box in first.boxes] == ["answer", "answer", "changed", "changed"]


def test_svg_and_png_show_the_same_boxes(known):
    image = pytest.importorskip("PIL.Image")
    root = pictures.boxes(explanation(known, "$12bn"), no_line)
    tree = ET.fromstring(drawing.svg(root))  # noqa: S314 - our own output
    with image.open(io.BytesIO(drawing.png(root))) as drawn:
        assert drawn.size == (int(tree.attrib["width"]), int(tree.attrib["height"]))
    assert len(tree.findall(f"{SVG}rect")) == 6 + 1


@given(st.recursive(
    st.builds(Box, st.text(), st.lists(st.text(), max_size=3).map(tuple), st.sampled_from(pictures.TONES)),
    lambda below: st.builds(Box, st.text(), st.just(()), st.just("first"), st.lists(below, max_size=3).map(tuple)),
    max_leaves=12,
))  # fmt: skip
def test_any_text_gives_a_drawing_without_overlaps(root):
    boxes = drawing.layout(root)
    for one, other in pairwise(boxes):
        assert one.y + one.height < other.y
    tree = ET.fromstring(drawing.svg(root))  # noqa: S314 - our own output
    assert len(tree.findall(f"{SVG}text")) == sum(len(box.lines) for box in boxes)
    assert pictures.mermaid(root).count("\n  n") + 1 >= len(boxes)


def test_a_long_word_is_broken_and_wide_characters_count_two():
    (placed,) = drawing.layout(Box("字" * 100, ("x" * 100,), "first"))
    assert [len(line) for line in placed.lines] == [48, 48, 4, 96, 4]
    assert placed.heading == 3


def circle():
    """Two outlets that credit each other with one figure, on one day."""
    text = "Micron will spend $3.87 billion on a plant in 2025, {} reported."
    one = article("a", "Harbour Gazette", "2025-05-01", text.format("Wafer Gazette"))
    other = article("b", "Wafer Gazette", "2025-05-01", text.format("Harbour Gazette"))
    return one, other


def test_a_figure_in_a_circle_has_articles_and_no_origin():
    with store_of(
        *circle(), article("c", "Reuters", "2025-05-02", "Intel spent $9 billion on chips in 2025.")
    ) as store:
        told = explanation(facts(store), "3.87 billion")
        other = explanation(facts(store), "9 billion")
    assert (len(told.articles), len(told.origins)) == (2, 0)
    text = as_text(told, no_line)
    assert "2 articles, 0 independent origins: the reports credit each other." in text
    assert "In a circle, so that none of them is the first: “$3.87 billion” (" in text
    assert "In a circle" in as_markdown(told, no_line)
    assert len(json.loads(as_json(told, no_line))["circles"][0]) == 2
    assert "circle" not in as_text(other, no_line)


def test_a_headline_and_its_own_body_are_no_hop():
    body = "Micron will spend more than $20.6 billion on capital expenditure in 2025, two people said."
    with store_of(
        article("a", "Reuters", "2025-05-01", "Micron to put $20 billion into capex in 2025\n\n" + body)
    ) as store:
        (tree,) = trees(facts(store), "Micron 20 billion") or trees(facts(store), "Micron 20.6 billion")
    assert tree.root.relays
    assert all(not relay.changes for relay in tree.root.relays)


def test_an_outlet_that_is_not_known_is_said_in_words():
    with store_of(article("a", None, None, "Micron spent $20 billion on capital expenditure in 2025.")) as store:
        text = as_text(explanation(facts(store), "20 billion"), no_line)
    assert "unknown outlet, undated" in text
