"""Names behind a figure that opens its clause: "$9 billion is what Acme spent", "40 million people turn to Acme".

The amount is then the subject of the grammar, and whose it is stands in what is said of it.
"""

import re
from collections.abc import Iterator, Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.subjects import roles
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words
from kg.model import Span

CLEFT, AWAITING, WITHIN, USED = "cleft", "awaiting", "within", "used"
_WHAT = Construction(
    r"[^.;]{0,80}?\b(?:is|was|are|were|be)\s(?:{adverb}\s|[a-z]+ly\s|just\s|about\s){0,2}"
    r"(?:what|how\smuch|the\s{amount}(?:\s(?:that|which))?|as\s(?:much|far)\sas)\s(?:the\s)?(?:[a-z-]+\s){0,3}"
)
_AWAITS = Construction(r"[^.;,]{0,60}?\b{impending}\s(?:the\s)?(?:[a-z-]+\s){0,3}")
_WITHIN = Construction(
    r"(?:\s[\w’'-]+){1,8}?(?:(?<!ed)(?<!ent)(?<!ut)\son|\s(?:in|at|through|across|within|inside|under|via|from))\s"
)
"""What is done somewhere is done by whose place it is: "Six plants rise on Acme's site"; money spent on it is not."""
_USE = re.compile(r"(?:\s[\w’'-]+){0,2}?(?:\s(?:who|that))?(?:\s[a-z’'-]+){1,4}\s(?:the\s)?(?:[a-z-]+\s){0,2}")
_OPENING = 6
"""So many words may stand before a figure whose noun phrase opens the sentence: "A bill of about"."""


def behind_opening(
    figure: Figure, sentence: Span, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the first name behind a figure that opens its sentence, where what is said of it makes it that name's."""
    if not behind or not opens(figure, sentence, read.text):
        return
    text, end = read.text, figure.span.end
    for name in behind[:1]:
        gap = (end, name.span.start)
        if played[name] in (roles.SUBJECT, roles.POSSESSOR, roles.OWNER_OF_OBJECT) and _WHAT.fullmatch(text, *gap):
            yield name, CLEFT
        elif _AWAITS.fullmatch(text, *gap):
            yield name, AWAITING
        elif played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and _WITHIN.fullmatch(text, *gap):
            yield name, WITHIN
    if _counts_people(figure, text):
        products = [name for name in behind if name.entity.kind in ("Product", "Company")]
        yield from ((name, USED) for name in products[:1] if _USE.fullmatch(text, end, name.span.start))


def opens(figure: Figure, sentence: Span, text: str) -> bool:
    """Tell whether the noun phrase that the figure is in opens the sentence, so that no verb stands before it."""
    lead = text[sentence.start : figure.span.start].split()
    known = grammar()
    spoken = any(word in known.finite or word in known.auxiliary or word in known.pronoun for word in lead)
    return len(lead) <= _OPENING and not spoken


def _counts_people(figure: Figure, text: str) -> bool:
    if figure.noun is None:
        return False
    head = figure.noun.of(text).lower().rsplit(" ", 1)[-1]
    return head in words("notions", "persons") or head in words("notions", "user")
