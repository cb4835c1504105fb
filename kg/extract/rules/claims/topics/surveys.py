"""Shares of a public that somebody asked, which are no company's: "About 70% of Americans would not buy one"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.text.constructions import Construction

_PUBLIC = Construction(
    r"\sof\s(?:(?:all|the)\s)?(?:[a-z.-]+\s){0,2}?{asked|spenders|at-large}(?:\sin\s(?:the\s)?[\w’'-]+)?(?:\s(?:it|they)\s[a-z]+|\s{polling})?"
    r"(?:\s(?!(?:{grammar:preposition|worldwide-reach}|and|or)\b)[a-z]|[.;]|,\s)"
)
_OPENS = Construction(
    r"(?:\A|[.!?\n]\s?|[,;:—–]\s|\b(?:that|and|but|while|as|because|when|if|{surveying}|{verbs:saying}|{comparison})\s)(?:{grammar:focus}\s)?\Z"
)
_REACH = 30


def asked_of_a_public(case: Case, read: Annotated) -> bool:
    """Tell whether a share is one of people or firms in general, of whom the clause says what they do or think."""
    figure = case.figure
    if figure.quantity.unit != "percent" or case.code != OTHER or not read.fold.startswith(" of ", figure.span.end):
        return False
    start = max(case.sentence.start, figure.span.start - _REACH)
    led = start == figure.span.start or _OPENS.search(read.fold[start : figure.span.start].lstrip("“\"'"))
    return bool(led) and _PUBLIC.match(read.fold, figure.span.end) is not None
