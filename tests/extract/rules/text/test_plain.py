import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.text.plain import plain
from kg.model import Document, Span

PIECES = st.sampled_from(
    [*"aB9 .,()<>[]$&-\n", "\r\n", "\u00a0", "\u200b", "\u00ad", "\ue000", "&amp;", "&#36;", "&nope;",
     "(NYSE: KST)", "<KST.PA>", "( KST )",
     "Ferrous plans to open three more foundries before the year is out, and\nmore", "中"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("after\u2011hours jumps of 3\u202f%", "after-hours jumps of 3%"),
        ("in\u00a02024", "in 2024"),
        ("$5  billion or   more.  It", "$5 billion or more. It"),
        ("in\u3000May\u2003and\u2028June\x85July\x0b.", "in May and\nJune\nJuly\n."),
        ("9\u202f000\u202f000 euros", "9\u202f000\u202f000 euros"),
        ("plain - text", "plain - text"),
        ("lost $1. 49 trillion", "lost $1.49 trillion"),
        ("paid $5. 20 people left, 1. 49 trillion", "paid $5. 20 people left, 1. 49 trillion"),
        ("rose 9 % to $4 bn, 5 million", "rose 9% to $4bn, 5 million"),
        ("Kestrin &amp; Sons earned &#36;9m&nbsp;in May", "Kestrin & Sons earned $9m in May"),
        ("an &unknown; entity & a sign", "an &unknown; entity & a sign"),
        ("reve\u00adnue\u200b of \ufeff$9m", "revenue of $9m"),
        ("\ue001 Kestrin\uf8ff, \ue002 of Oslo\ue003said", " Kestrin,  of Oslo said"),
        ("Kestrin ( KST ) said", "Kestrin (KST) said"),
        ("Kestrin (NYSE: KST) said", "Kestrin (.KST) said"),
        ("Kestrin (KST.L) said", "Kestrin (KST.) said"),
        ("Kestrin <KST.PA> said", "Kestrin (KST.) said"),
        ("Kestrin [HKG: 9901] said", "Kestrin (HKG.) said"),
        ("Kestrin (9901.HK) said", "Kestrin (.HK) said"),
        ("Kestrin (Euronext Paris: 9901) said", "Kestrin (E.) said"),
        ("Kestrin (KST:US) said", "Kestrin (KST.) said"),
        ("Kestrin ($KST) said", "Kestrin (.KST) said"),
        ("Kestrin (TSX: KST; OTCQX: KSTF) said", "Kestrin (.KST) said"),
        ("Kestrin (NYSE: KST) (ETR: KS1) said", "Kestrin (.KST) said"),
        ("Kestrin [3] and (U.S) sales in ($B) and ($USD)", "Kestrin [3] and (U.S) sales in ($B) and ($USD)"),
    ],
)
def test_what_is_printed_otherwise_is_read_alike(printed, read):
    assert plain(printed).text == read


def test_lines_wrapped_at_a_width_are_one_line():
    text = (
        "The company said on Tuesday that it would open three more foun-\ndries before the year is out, two of "
        "them in the\nnorth, where power is cheap, and would close its oldest low-\npressure one.\n\nNext paragraph"
    )
    assert "foun-dries before" in plain(text).text  # a hyphen is never guessed away
    assert "in the north, where" in plain(text).text
    assert plain(text).text.endswith("low-pressure one.\n\nNext paragraph")


def test_lines_that_are_paragraphs_stay_so():
    text = "home\nabout us\ncontact\n\n" + "A long paragraph that nobody wrapped, as pages have them. " * 4
    assert plain(text).text == text


@given(st.lists(PIECES).map("".join))
def test_every_character_read_has_its_place_in_the_text(text):
    copy = plain(text)
    spots = [copy.printed(Span(at, at + 1)) for at in range(len(copy.text))]
    assert all(one.end == one.start + 1 for one in spots)
    assert [one.start for one in spots] == sorted({one.start for one in spots})
    for at, spot in enumerate(spots):
        assert copy.read(spot.start) == at
        if copy.text[at].isalnum() and text[spot.start] != "&":
            assert copy.text[at] == text[spot.start]


def test_quotes_and_figures_are_told_as_printed():
    text = "Kestrin &amp; Sons Ltd. (LSE: KST) said its reve\u00adnue rose to $9&nbsp;billion in 2024."
    found = RuleExtractor().extract(Document(text, "t", "t.txt"))
    [mention] = found.mentions
    assert mention.quote.of(text) == text
    assert mention.figure.of(text) == "$9&nbsp;billion"
    assert {one.field: one.span and one.span.of(text) for one in mention.evidence}["measure"] == "reve\u00adnue"


def test_acts_of_reporting_are_told_as_printed():
    text = "Kestrin (NYSE: KST) said that it would not sell."
    [act] = RuleExtractor().reported(Document(text, "t", "t.txt"))
    assert act.source is not None
    assert act.source.of(text) == "Kestrin"
    assert act.content[0].of(text) == "it would not sell"


def test_quantities_are_told_as_printed():
    text = "The fund is worth $9&nbsp;billion."
    [figure] = RuleExtractor().quantities(Document(text, "t", "t.txt"))
    assert figure.span.of(text) == "$9&nbsp;billion"
