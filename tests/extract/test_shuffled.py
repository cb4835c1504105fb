"""Words of the passages in any order, cut, glued and marked at random: whatever stands there, extraction comes back.

Prose never looks so, but scraped pages, tables flattened to text and dropped words do. Every run has a seed of its own,
so that a failing one can be run again.
"""

import random
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document

PASSAGES = Path(__file__).parent / "passages"
WORDS = [word for file in sorted(PASSAGES.glob("*.txt")) for word in file.read_text(encoding="utf-8").split()]
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
    "&amp;",
    "(NYSE: ",
    ".O>",
]
GAPS = (*[" "] * 14, "\n", "\n\n", "")
SIZES = (5, 20, 60, 150)


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


def read(seeds: range) -> None:
    extractor = RuleExtractor(statements=True)
    for seed in seeds:
        text = shuffled(seed)
        try:
            found = extractor.extract(Document(text, "t", "t.txt", date="2025-06-01"))
        except Exception as raised:
            raise AssertionError(f"seed {seed}: {text!r}") from raised
        assert all(mention.quote.of(text) for mention in found.mentions)


@pytest.mark.parametrize("first", range(0, 400, 100))
def test_shuffled_words_are_read(first):
    read(range(first, first + 100))


@pytest.mark.long
@pytest.mark.parametrize("first", range(1_000, 41_000, 10_000))
def test_very_many_shuffled_words_are_read(first):
    read(range(first, first + 10_000))


@pytest.mark.parametrize("text", ["$10 +$30.1", "20,000 +$14.3", "Speculation by |that Bosch", "buysFrom November"])
def test_what_once_did_not_come_back_is_read(text):
    found = RuleExtractor(statements=True).extract(Document(text, "t", "t.txt"))
    assert all(mention.quote.of(text) in text for mention in found.mentions)
