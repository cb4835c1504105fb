"""Results that a noun ahead says the source of: "its product revenue", "Microsoft's Personal Computing revenue".

Which modifiers leave a result the whole firm's (times, sizes, ways of reckoning) is data, and so are the endings that
nearly all other adjectives have: what is left are nouns and names.
"""

from collections.abc import Iterator, Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words
from kg.model import Span

_MODIFIED = Construction(
    r"[rs]\s(?:(?<=\bits\s)|(?<=['’]s\s)|(?<=\btheir\s))((?:[a-z&][\w&-]*\s){1,3}?){result-of-part}\b"
)
_OF_ALL = Construction(r"(?:{of-all-of-it}|[qh]?[0-9]\w*)\Z")
_NO_MODIFIER = Construction(
    r"(?:and|or|to|not|{asserting|result-of-part}"
    r"|{grammar:determiner|grammar:preposition|grammar:be|grammar:auxiliary|grammar:modal|grammar:finite})\Z"
)
"""Words that show that something else stands before the result than what modifies it."""
_VERBAL = "ed"


def modified(read: Annotated, sentence: Span) -> Iterator[Span]:
    """Yield the results of a sentence, with their modifiers, that are of a part of whose they are."""
    for found in _MODIFIED.finditer(read.fold, sentence.start, sentence.end):
        span = Span(found.start(1), found.end())
        if _says_which(read.text[span.start : found.end(1)].split()):
            yield span


def _says_which(modifiers: Sequence[str]) -> bool:
    """Tell whether one of the modifiers of a result is a noun or a name."""
    if any(_NO_MODIFIER.match(word) for word in modifiers):
        return False
    return any(map(_names, modifiers)) and not any(map(_is_verb, modifiers))


def _names(word: str) -> bool:
    """Tell whether a modifier names something. Adjectives of places do not: they are scopes of their own."""
    fold = word.casefold()
    if _OF_ALL.match(fold) or fold.endswith(tuple(words("semantic-fields", "place-ending"))):
        return False
    return _is_capitalised(word) or not fold.endswith(tuple(words("semantic-fields", "adjective-ending")))


def _is_capitalised(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _is_verb(word: str) -> bool:
    return word.endswith(_VERBAL) and _OF_ALL.match(word) is None
