"""Companies that a text tells of without their name: "A Dutch chipmaker has raised $9 million. The firm said ..."."""

import re
from functools import cache

from kg.extract.rules.annotations import Sentence
from kg.extract.rules.text.constructions import filled
from kg.lexicon.nouns import firms
from kg.lexicon.wordlists import alternation
from kg.model import Span

_OPENS = ("A ", "An ", "Another ")


def opens_unnamed(sentence: Span, text: str) -> Span | None:
    """Return the words of a sentence for a company without a name that acts in it, None where it opens otherwise."""
    if not text.startswith(_OPENS, sentence.start):
        return None
    found = _unnamed().match(text, sentence.start, sentence.end)
    return Span(sentence.start, found.end("called")) if found else None


def goes_on_about_unnamed(sentences: tuple[Sentence, ...], index: int, text: str) -> bool:
    """Tell whether "the company" of a sentence is one without a name, which the sentence before opens with."""
    if index < 1 or sentences[index - 1].headline:
        return False
    return opens_unnamed(sentences[index - 1].span, text) is not None


@cache
def _unnamed() -> re.Pattern[str]:
    heads = alternation(firms())
    acts = filled(r"(?:{grammar:auxiliary}|{grammar:be}|{grammar:modal}|{grammar:finite}|that|which|[a-z]{3,}ed)\b")
    return re.compile(
        rf"(?:An?|Another)\s(?P<called>(?:[\w’'-]+\s){{0,5}}?{heads})\s(?!based\b|[a-z]+ed\s[A-Z])(?={acts})"
    )
