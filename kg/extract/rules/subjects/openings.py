"""The subject of what a sentence opens with: "After announcing a plan for $5 billion, Acme said ..."."""

import re
from collections.abc import Sequence

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.names.bodies import COMMERCIAL
from kg.extract.rules.subjects import roles
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.wordlists import words
from kg.model import Span

_NEXT_WORD = re.compile(r"\s(\w+)")
_PARTICIPLE = re.compile(
    r"(?:(?:[A-Z][a-z]+\s)?(?:[Aa]fter|[Bb]efore|[Bb]y|[Ww]hile|[Ii]n|[Ww]hen|[Ss]ince|[Dd]espite)\s|Having\s)"
    r"(?:[a-z]+ly\s)?[a-z]{2,}(?:ing|ed)\b[^;.]*\Z"
    r"|[A-Z][a-z]+ing\s(?:its|their|the|an?|more|about)\s[^;.]*\Z"
)
_FRONTED = Construction(r"(?:At|With|Behind|On)\s(?:(?:an?|its|the)\s(?:[a-z-]+\s){1,4}(?:of|at)\s(?:[a-z]+\s){0,2})?")
"""What puts a figure before its clause: "At $9 billion, Acme is ...", "With a value of $9 billion, Acme"."""
_OF_ITS_OWN = re.compile(
    r"(?:With|Through|Via|By|After|Before|Despite|Following|Since|In|Upon|Under|Amid|Besides|Alongside)\s"
    r"(?:its|their)\s[^;]*\Z"
)
"""What opens a sentence with a thing of whom its main clause is about: "With its bid of $2 billion, Acme ..."."""
_MAIN = re.compile(r",\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_APPOSED_AHEAD = re.compile(
    r"(?:An?\s|[A-Z]\w+['’]s\s)(?:[\w-]+\s){1,5}?(?:with|of|worth|valued\sat)\s(?!the\b)[^,;.:]*\Z"
)


def ahead(figure: Figure, sentence: Span, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return the subject that follows what opens the sentence: a participle, an apposition or a thing of its own.

    "After announcing a plan for $5 billion, Acme said ...", "A chain with 40 stores, Acme has ...", "With its purchase
    of Beta for $2 billion, Acme enters ...".
    """
    apposed = _APPOSED_AHEAD.match(read.text, sentence.start, figure.span.start)
    if apposed and any(word in grammar().finite or word in grammar().auxiliary for word in apposed[0].split()):
        apposed = None
    fronted = _FRONTED.fullmatch(read.text, sentence.start, figure.span.start)
    opening = (pattern.match(read.text, sentence.start, figure.span.start) for pattern in (_PARTICIPLE, _OF_ITS_OWN))
    if not (apposed or fronted or any(opening)):
        return None
    for name in names:
        beside = fronted and read.text[figure.span.end : name.span.start] == " "
        behind = name.span.start >= figure.span.end and (beside or _opens_main_clause(figure, name, read))
        if behind and name.entity.kind in COMMERCIAL:
            says = _NEXT_WORD.match(read.fold, name.span.end)
            played = roles.role(read.text, name, sentence.start, sentence.end)
            leads = played == roles.SUBJECT or (fronted and played == roles.POSSESSOR)
            spoken = says is not None and says[1] in words("verbs", "saying")
            return Chosen(name.entity, "participle", name.span) if leads or spoken else None
    return None


def _opens_main_clause(figure: Figure, name: Name, read: Annotated) -> bool:
    """Tell whether a comma ends what comes first, without a verb of its own there, and the name leads what follows."""
    comma = _MAIN.search(read.text, figure.span.end, name.span.start)
    between = read.text[figure.span.end : comma.start()].split() if comma else ()
    return comma is not None and grammar().auxiliary.isdisjoint(between)
