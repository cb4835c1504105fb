"""What is answered: something said, a dealing or a failing that one may deny or admit, nothing moved or refused."""

from types import MappingProxyType

from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.tokens import Tokens
from kg.lexicon.wordlists import words
from kg.model import Span

_ANSWERED = MappingProxyType(
    {"rejection": ("matter",), "exclusion": ("dealing", "matter"), "admission": ("matter", "reality")}
)
"""Family of verbs -> the nouns of `v:denials` that one of their object must be."""
_POINTING = MappingProxyType({"rejection": (["this"], ["that"]), "exclusion": (), "admission": (["as", "much"],)})
"""Objects that point back to what was said: "rejected that", "acknowledged as much"."""
# What is answered stands within this many words of a verb that needs it.
_OBJECT = 8
# Whoever admits "that it had ..." speaks of themselves.
_OWN = frozenset(("it", "its", "they", "their", "he", "his", "she", "her", "we", "our"))
_SIGNS = "\"“”'‘’.,:;"
_DATED = frozenset(("by", "from", "into", "till", "to", "until"))


def granted(line: Tokens, about: Span | None) -> bool:
    """Tell whether what is denied was asked for, not said: "denied the request for a connection"."""
    if about is None:
        return False
    said = _words(about, line)
    end = next((at for at, word in enumerate(said) if at and _ends_head(word)), len(said))
    if not words("denials", "matter").isdisjoint(said[: end - 1]):  # "the report naming its approval"
        return False
    return bool(said) and said[end - 1] in words("denials", "grantable") and said[0] not in grammar().relative


def _ends_head(word: str) -> bool:
    return word == "due" or any(
        word in one for one in (grammar().preposition, grammar().auxiliary, grammar().subordinator)
    )


def is_matter(about: Span | None, line: Tokens, family: str) -> bool:
    """Tell whether the object is what verbs of the family deny or admit: something said, a dealing, a failing."""
    if about is None:
        return False
    nouns = words("denials", *_ANSWERED[family])
    if family == "admission" and _of_oneself(about, line):
        return True
    said = _words(about, line)[:_OBJECT]
    if said in _POINTING[family]:
        return True
    return not nouns.isdisjoint(said[: _head_end(said)] if family == "rejection" else said)


def is_noun(line: Tokens, index: int) -> bool:
    """Tell whether a form is a noun by the preposition behind it: "its dispute with Acme", "the challenges to it"."""
    return line.words[index] in words("denials", "noun-like") and line.word(index + 1) in grammar().preposition


def shifted(line: Tokens, end: int, particles: tuple[str, ...], about: Span | None) -> bool:
    """Tell whether a verb that ends at token `end` only moves something in time: "pushed back the launch to May"."""
    if " ".join(particles) not in words("denials", "postponing"):
        return False
    behind = line.word(end)
    if behind in grammar().preposition:  # "pushed back on the notion that", "pushed back to May"
        return behind in _DATED
    if about is None or end >= len(line.words) or about.start != line.starts[end]:
        return False
    return words("denials", "matter").isdisjoint(_words(about, line)[:_OBJECT])


def _words(phrase: Span, line: Tokens) -> list[str]:
    return [word.strip(_SIGNS).lower() for word in phrase.of(line.text).split()]


def _head_end(said: list[str]) -> int:
    """Return where the noun phrase ends whose head is what is denied: "two lines" of "two lines over weak demand"."""
    known = grammar()
    return next(
        (
            at
            for at, word in enumerate(said)
            if at
            and ((word in known.preposition and word != "of") or word in known.relative or word in known.auxiliary)
        ),
        len(said),
    )


def _of_oneself(about: Span, line: Tokens) -> bool:
    """Tell whether what is admitted is a clause about the speaker: "admitted (that) it had ..."."""
    said = about.of(line.text).lower().split()
    that = line.text[: about.start].rstrip().endswith("that")
    return (that and not _OWN.isdisjoint(said[:_OBJECT])) or (
        len(said) > 1 and said[1] in grammar().auxiliary and said[0] in _OWN
    )
