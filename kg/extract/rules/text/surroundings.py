"""Where in its sentence a stretch stands: at its start, in a title, beside which words."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.extract.rules.annotations import Sentence
from kg.extract.rules.text.latest import latest
from kg.lexicon.wordlists import words
from kg.model import Span

_WORD = re.compile(r"[^\W_][\w&'’.-]*")
_PARTING = ',;:!?()"“”'
"""Marks that no word holds."""
_AFTER = re.compile(r"[ \t\n]([^\s,;:!?()\"“”]+)")
_OPENERS = " \t\"“”‘'([-–—•*_"
_LONG, _ENOUGH, _MOST, _ENDED = 4, 4, 0.6, 0.85
"""Words of four letters and more tell a title's capitals; four such words are needed, and three in five capitals.

A full stop is rare behind a title: where one stands, a sentence of many names needs more of them."""
_TITLE = 400
"""How many characters of a sentence are looked at for capitals; most words in them need no pattern."""
_REACH = 40
"""How far (characters) the word beside a name may reach; longer ones are no words."""


class Surroundings:
    """A text cut into sentences, asked about places in it. Keeps what it worked out per sentence."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._titles: dict[int, bool] = {}

    def index(self, position: int) -> int:
        """Return the index of the sentence at or before `position`, -1 where none is."""
        return bisect_right(self._starts, position) - 1

    def sentence(self, position: int) -> Span:
        """Return the span of the sentence at or before `position`, the whole text where none is."""
        index = self.index(position)
        return self.sentences[index].span if index >= 0 else Span(0, len(self.text))

    def opens(self, position: int) -> bool:
        """Tell whether only opening marks stand between the start of the sentence and `position`."""
        index = self.index(position)
        start = self._starts[index] if index >= 0 else 0
        return position - start <= len(_OPENERS) and not self.text[start:position].strip(_OPENERS)

    def titled(self, position: int) -> bool:
        """Tell whether the sentence at `position` is printed with a capital on most of its words, as titles are."""
        index = self.index(position)
        if index < 0:
            return False
        if index not in self._titles:
            self._titles[index] = _title_case(self.sentences[index].span.of(self.text))
        return self._titles[index]

    def before(self, position: int) -> str:
        """Return the word right before `position`, parted by one space, or the empty string."""
        if self.text[position - 1 : position] not in (" ", "\t"):
            return ""
        ahead = self.text[max(0, position - _REACH) : position - 1]
        word = ahead.rsplit(None, 1)[-1] if ahead and not ahead[-1].isspace() else ""
        if not word or word.isalpha():
            return word
        return word[max(map(word.rfind, _PARTING)) + 1 :]

    def after(self, position: int) -> str:
        """Return the word right behind `position`, parted by white space, or the empty string."""
        found = _AFTER.match(self.text, position, position + _REACH)
        return found[1].rstrip(".") if found else ""


@latest
def surroundings(text: str, sentences: tuple[Sentence, ...]) -> Surroundings:
    """Return the text cut into these sentences; the last ones are kept, since several stages ask about one text."""
    return Surroundings(text, sentences)


def _title_case(sentence: str) -> bool:
    parts = sentence[:_TITLE].split()
    marked = _WORD.findall(" ".join([part for part in parts if not part.isalpha()]))
    long = [word[0] for word in (*filter(str.isalpha, parts), *marked) if len(word) >= _LONG]
    ended = sentence.endswith(".")
    if len(long) < _ENOUGH or sum(map(str.isupper, long)) <= (_ENDED if ended else _MOST) * len(long):
        return False
    # Words that a title prints with a capital, and a sentence of little but names has: "Investors include Acme, ...".
    return not (ended and not words("relation-cues", "examples-word").isdisjoint(parts))
