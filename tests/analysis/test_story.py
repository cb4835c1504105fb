"""The story of a subject: its questions, what they rest on, and the page that shows them."""

import re
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from fixtures.articles import article, store_of
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.behind import facts_of
from kg.analysis.contradictions import contradictions
from kg.analysis.facts import Amount, facts
from kg.analysis.finding import passages
from kg.analysis.levels import drawings, short
from kg.analysis.lineage import supports
from kg.analysis.story import Level, story
from kg.analysis.story_page import page
from kg.pipeline import story_of

BYTEDANCE = "https://w3id.org/kg-news/id/bytedance"


def no_line(_passage):
    return None


@pytest.fixture(scope="module")
def told(known):
    return story(known, {BYTEDANCE}, contradictions(known, subjects={BYTEDANCE}))


def test_every_figure_of_the_subject_is_in_one_question(known, told):
    own = {one.mention for one in known.passages if one.claim.subject == BYTEDANCE}
    assert own <= {one.mention for one in told.passages}
    roots = [tree.root.passage.mention for question in told.questions for tree in question.trees]
    assert len(roots) == len(set(roots))


def test_a_question_is_supported_as_its_kind_is_in_the_whole_graph(known, told):
    whole = {one.kind: one for one in supports(known)}
    assert told.questions
    assert all(question.support == whole[question.support.kind] for question in told.questions)


def test_reading_about_the_subject_alone_tells_the_same(store, known, told):
    alone, of_all = facts_of(store, {BYTEDANCE})
    again = story(alone, {BYTEDANCE}, contradictions(alone, subjects={BYTEDANCE}, of_all=of_all))
    assert page(again, no_line) == page(told, no_line)
    assert len(facts(store).passages) == len(known.passages)


def test_questions_that_most_articles_tell_of_come_first(told):
    counts = [len(question.support.articles) for question in told.questions]
    assert counts == sorted(counts, reverse=True)


def test_each_amount_stands_once_with_its_articles(told):
    assert told.questions
    for question in told.questions:
        stated = [level.amount for level in question.levels]
        assert len(stated) == len(set(stated))
        reached = {one.document for tree in question.trees for one in passages(tree.root)}
        assert {document for level in question.levels for document in level.articles} == reached


class Reader(HTMLParser):
    """Collects the text of a page and the tags it is made of; fails where tags are not closed in order."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.texts, self.links = [], set(), [], []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def read(written):
    reader = Reader()
    reader.feed(written)
    assert reader.open == []
    return reader


def test_the_page_is_whole_and_needs_nothing_from_elsewhere(told):
    reader = read(page(told, no_line))
    assert not {"script", "link", "img", "iframe"} & reader.tags
    assert all(link.startswith(("#q", "https://", "http://")) for link in reader.links)
    shown = " ".join(reader.texts)
    assert all(one.printed in shown for one in told.passages)
    assert all(answer.quote in shown for question in told.questions for answer in question.answers)


def test_what_rests_on_unnamed_people_of_one_report_says_so():
    alone = article(
        "one",
        "Chip Ledger",
        "2025-03-01",
        "Borealis Semiconductor plans to spend $4 billion on plants in 2026, two people said.",
    )
    open_letter = article(
        "two", "Quay Wire", "2025-03-02", "Kestrin Semiconductor said it will spend $4 billion on plants in 2026."
    )
    with store_of(alone, open_letter) as store:
        assert "rests on unnamed people of one report: two people" in story_of(store, "Borealis Semiconductor")
        assert "rests on unnamed" not in story_of(store, "Kestrin Semiconductor")


def test_markup_in_an_article_stays_text():
    sly = article(
        "<b>sly</b>",
        '"><script>alert(1)</script>',
        "2025-03-01",
        "Kestrin Semiconductor said sales were $4 billion <img src=x onerror=alert(2)> in 2024.",
    )
    with store_of(replace(sly, url="javascript:alert(3)")) as store:
        reader = read(story_of(store, "Kestrin Semiconductor"))
    assert not {"script", "img"} & reader.tags
    assert not any("javascript" in link for link in reader.links)
    assert any("onerror" in text for text in reader.texts)


def level(passage, value, low, high, articles=1):
    least, most = (None if one is None else Decimal(one) for one in (low, high))
    return Level(Amount("USD", Decimal(value), "exact", least, most), passage, tuple(map(str, range(articles))))


def test_a_single_level_is_not_drawn(known):
    assert list(drawings([level(known.passages[0], 12, 11, 13)])) == []


def test_an_open_side_ends_in_an_arrow_and_more_articles_make_a_larger_dot(known):
    first = known.passages[0]
    (closed,) = drawings([level(first, 12, 11, 13), level(first, 14, 13, 15, articles=4)])
    (opened,) = drawings([level(first, 12, 12, None), level(first, 14, 13, 15)])
    assert closed.count("L") == 0
    assert opened.count("L") == 2
    assert 'r="7"' in closed


numbers = st.decimals(-(10**15), 10**15, places=2, allow_nan=False)


@given(st.lists(st.tuples(numbers, st.booleans(), st.booleans()), min_size=2, max_size=6))
def test_any_levels_can_be_drawn(known, stated):
    first = known.passages[0]
    listed = [
        level(first, value, None if low else value - 1, None if high else value + 1) for value, low, high in stated
    ]
    (drawn,) = drawings(listed)
    assert drawn == next(drawings(listed))
    assert not re.search(r'="[^"]*(?:nan|inf)', drawn)
    assert drawn.count("<circle") == len(listed)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("12e9", "12 billion"),
        ("5.5e9", "5.5 billion"),
        ("1250", "1,250"),
        ("0.5", "0.5"),
        ("-3e6", "-3 million"),
        ("0", "0"),
    ],
)
def test_numbers_in_few_letters(value, words):
    assert short(Decimal(value)) == words
