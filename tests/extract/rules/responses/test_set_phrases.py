"""A set phrase is tried only where its second word can follow: that must not lose one."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.annotations import Sentence
from kg.extract.rules.responses import phrases, silences
from kg.extract.rules.text.tokens import lines
from kg.model import Span

PHRASES = [one for stance in phrases.STANCES for listed in phrases.phrases(stance).values() for one in listed]
OTHER = {"immediately", "further", "didn't", "neither", "has", "publicly", "Acme"}
WORDS = sorted({word for phrase in PHRASES for word in phrase} | OTHER)


def longest(line, index, stance):
    """Return what `_end` returns, every phrase tried."""
    word = phrases.plain(line.words[index])
    listed = [(phrase, 0) for phrase in phrases.phrases(stance).get(word, ())]
    if silences._negative_before(line, index):
        listed += [(phrase, 1) for phrase in phrases.negated(stance).get(word, ())]
    listed.sort(key=lambda item: item[1])
    ends = ((len(phrase) + extra, silences._match(line, index, phrase)) for phrase, extra in listed)
    return next(((count, end) for count, end in ends if end is not None), (0, 0))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_the_second_word_rules_out_no_phrase_that_fits(parts):
    text = " ".join(parts)
    [(_, line)] = lines((Sentence(Span(0, len(text)), 0),), (), text)
    for index in range(len(line.words)):
        ahead = silences._ahead(line, index + 1)
        for stance in phrases.STANCES:
            assert silences._end(line, index, stance, ahead) == longest(line, index, stance)
