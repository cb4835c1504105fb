"""Texts that are no prose: rules that compare everything with everything would not come back from any of these."""

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.numbers.figures import figures
from kg.extract.rules.text.clauses import breaks, nearness
from kg.extract.rules.text.paragraphs import paragraphs
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.lexicon.matcher import folded
from kg.model import Document, Extraction, Span

RUNS = {
    "blanks": " ",
    "tabs": "\t",
    "hard blanks": "\xa0",
    "form feeds": "\x0b",
    "line breaks": "\n",
    "blank lines": " \t\n",
    "digits": "7",
    "digits and commas": "1,",
    "digits and dots": "1.",
    "quotation marks": '"',
    "opening marks": "“",
    "apostrophes": "'",
    "parentheses": "(",
    "brackets": "[",
    "capitals": "A",
    "initials": "A.",
    "commas": ",",
    "full stops": ".",
    "hyphens": "-",
    "joined words": "a-",
}
"""What a text consists of, forty thousand characters long."""

PHRASES = {
    "amounts": "$1 ",
    "amounts and a name": "Nvidia paid $12bn, ",
    "counted people": "two people ",
    "names": "Nvidia, ",
    "reporting": "Reuters said ",
    "citing": "citing ",
    "sources": "according to ",
    "quotations": '"x," he said. ',
}
"""What a text without a single line break repeats: more of it than the longest sentence has room for."""


def read(text: str) -> Extraction:
    return RuleExtractor().extract(Document(text, "hostile", "hostile.txt"))


@pytest.mark.parametrize("unit", RUNS.values(), ids=RUNS)
def test_a_long_run_of_one_thing_is_read(unit):
    text = (unit * 40_000)[:40_000]
    assert read(text).mentions == ()
    assert all(sentence.span.of(text).strip() for sentence in sentences(text))


@pytest.mark.parametrize("unit", PHRASES.values(), ids=PHRASES)
def test_a_phrase_without_end_is_read(unit):
    text = unit * (2_500 // len(unit))
    found = read(text)
    assert all(mention.quote.covers(mention.figure) for mention in found.mentions)
    assert all(sentence.span.end - sentence.span.start <= 2000 for sentence in sentences(text))


def test_words_in_capitals_before_a_speaker_are_read():
    shouted = "INTERNATIONAL MANUFACTURERS IN ELEVEN COUNTRIES WARN OF LASTING SHORTAGES"
    found = read(f"{shouted} Analysts at Acme Group said that sales fell 5%.")
    assert len(found.mentions) == 1


@pytest.mark.parametrize("row", ["| $1 " * 5 + "|\n", "$1\t2%\t" * 5 + "\n", "Chips $1 2% $3 4%\n", "|" * 40 + "\n"])
def test_a_table_without_end_is_read(row):
    text = "Maker ($B) Change\n" + row * (6_000 // len(row))
    assert all(mention.quote.covers(mention.figure) for mention in read(text).mentions)


def test_a_megabyte_of_blanks_has_no_paragraph():
    blank = " " * 1_000_000
    assert paragraphs(blank) == ()
    assert sentences(blank) == ()
    assert quotations(blank) == ()
    text = f"{blank}One. {blank}\n{blank}Two.{blank}"
    assert [span.of(text).split() for span in paragraphs(text)] == [["One."], ["Two."]]


def test_a_sentence_too_long_for_prose_is_cut_between_words():
    text = "word " * 1000 + "end."
    found = sentences(text)
    assert len(found) == 3
    assert " ".join(sentence.span.of(text) for sentence in found) == text
    assert len({sentence.paragraph for sentence in found}) == 1


def test_a_word_too_long_for_prose_is_cut_anywhere_and_loses_nothing():
    text = "x" * 4500 + " end."
    found = sentences(text)
    assert "".join(sentence.span.of(text) for sentence in found) == text
    assert [sentence.span.start for sentence in found] == [0, 2000, 4000]


def test_a_long_sentence_of_prose_stays_whole():
    text = "The firm said " + "that it would build and buy and rent and lease what it needs, " * 30 + "and stopped."
    assert len(text) < 2000
    assert [sentence.span for sentence in sentences(text)] == [Span(0, len(text))]


def test_only_figures_beside_the_words_are_looked_at():
    text = "Nvidia paid $12bn, " * 500
    found = figures(text)
    looked_at = []

    class Watched(tuple):
        __slots__ = ()

        def __getitem__(self, key):
            taken = super().__getitem__(key)
            looked_at.append(len(taken) if isinstance(key, slice) else 1)
            return taken

    figure = found[250].span
    word = Span(figure.start - 5, figure.start - 1)
    nearness(figure, word, breaks(folded(text)), Watched(found))
    assert 0 < sum(looked_at) < 50
