"""Words of the passages in any order, cut, glued and marked at random: whatever stands there, extraction comes back.

Prose never looks so, but scraped pages, tables flattened to text and dropped words do. Every run has a seed of its own,
so that a failing one can be run again.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

PASSAGES = Path(__file__).parent / "passages"
LINES = [line for file in sorted(PASSAGES.glob("*.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
WORDS = [word for line in LINES for word in line.split()]
MARKS = [
    *"()[]\"'“”‘’,;:-–—.!?$€£%&/#*+=<>|~^_{}\\",
    "\n\n",
    "\n",
    "\t",
    "\u00a0",
    "é",
    "中",
    "٣",
    "½",
    "№",
    "\u200b",
    "\u00ad",
    "\u2029",
    "\x85",
    "\u3000",
    "\ue000",
    "&amp;",
    "(NYSE: ",
    ".O>",
]
GAPS = (*[" "] * 14, "\n", "\n\n", "")
SIZES = (5, 20, 60, 150)
BLANKS = (
    "  ",
    "   ",
    "\n",
    " \n",
    "\r\n",
    "\t",
    "\x0b",
    "\x85",
    "\u00a0 ",
    "\u2003",
    "\u2028",
    "\u3000",
    "\u200b",
    " \u00ad",
)


def changed(word: str, chance: random.Random) -> str:
    """Return the word as it may get out of a bad copy."""
    ways = (
        str.upper,
        str.title,
        str.lower,
        lambda one: chance.choice(MARKS) + one,
        lambda one: one + chance.choice(MARKS),
        lambda one: one[: chance.randrange(1, len(one) + 1)],
        lambda one: one + chance.choice(WORDS),
        lambda _: chance.choice(MARKS),
    )
    return chance.choice(ways)(word) if chance.random() < 0.4 else word


def shuffled(seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - no secret
    count = chance.choice(SIZES)
    return "".join(changed(chance.choice(WORDS), chance) + chance.choice(GAPS) for _ in range(count))


def spaced(seed: int) -> str:
    """Return lines of the passages with some of their blanks printed otherwise."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    often = chance.choice((0.05, 0.3, 0.7))
    text = "\n\n".join(chance.choices(LINES, k=20))
    return "".join(chance.choice(BLANKS) if one == " " and chance.random() < often else one for one in text)


def read(seeds: range, made: Callable[[int], str] = shuffled) -> None:
    extractor = RuleExtractor(statements=True)
    for seed in seeds:
        text = made(seed)
        try:
            found = extractor.extract(Document(text, "t", "t.txt", date="2025-06-01"))
        except Exception as raised:
            raise AssertionError(f"seed {seed}: {text!r}") from raised
        assert all(mention.quote.of(text) for mention in found.mentions)


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_shuffled_words_are_read(first):
    read(range(first, first + 100))


def test_any_blanks_are_read():
    read(range(100), spaced)


@pytest.mark.parametrize("blank", BLANKS)
def test_what_tells_a_place_tells_it_across_any_blank(blank):
    text = f"The fund is based{blank}in Kestrin. It paid $5 billion."
    found = RuleExtractor().extract(Document(text, "t", "t.txt"))
    assert [mention.figure.of(text) for mention in found.mentions] == ["$5 billion"]


@pytest.mark.parametrize("blank", ["  ", " \u00ad", "\t", "\u2003"])
def test_bounds_and_scales_are_read_across_any_blank(blank):
    text = f"It paid at{blank}least $5{blank}billion, and sold 3 million chips or{blank}more."
    found = RuleExtractor().extract(Document(text, "t", "t.txt"))
    read = [(mention.claim.quantities[0].value, mention.claim.quantities[0].bound) for mention in found.mentions]
    assert read == [(5_000_000_000, "at_least"), (3_000_000, "at_least")]


@pytest.mark.long
@pytest.mark.parametrize("first", range(1_000, 5_000, 1_000))
def test_very_many_blanks_are_read(first):
    read(range(first, first + 1_000), spaced)


@pytest.mark.long
@pytest.mark.parametrize("first", range(1_000, 41_000, 10_000))
def test_very_many_shuffled_words_are_read(first):
    read(range(first, first + 10_000))


@pytest.mark.parametrize("text", ["$10 +$30.1", "20,000 +$14.3", "Speculation by |that Bosch", "buysFrom November"])
def test_what_once_did_not_come_back_is_read(text):
    found = RuleExtractor(statements=True).extract(Document(text, "t", "t.txt"))
    assert all(mention.quote.of(text) in text for mention in found.mentions)
