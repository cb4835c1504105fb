"""What a stretch of text without figures speaks of: the measures that its words may tell.

"Acme ordered chips from Beta." speaks of chips ordered, "Acme set its chip budget." of a budget for chips.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.notions import hits_in
from kg.extract.rules.measures.terms import Term, ancestors, generic, terms
from kg.model import Span


def spoken_of(figure: Figure, stretch: Span, read: Annotated) -> frozenset[str]:
    """Return the measures that a stretch names, else those that most notions in it tell together, if `figure` fits.

    What is broader than another of them is left out, and what only stands in for others where there are any.
    """
    told, amount = hits_in(read, stretch), abs(figure.quantity.value)
    fitting = _by_code(unit_kind(figure.quantity.unit)).items()
    listed = {
        code: term for code, term in fitting if term.least <= amount and (term.most is None or amount <= term.most)
    }
    named = {hit.sign.code for hit in told if not hit.sign.notion and hit.sign.code in listed}
    notions = {hit.sign.code for hit in told if hit.sign.notion}
    signed = {code: len(sign) for code, term in listed.items() for sign in term.signs if notions.issuperset(sign)}
    most = max(signed.values(), default=0)
    found = named | {code for code, size in signed.items() if size == most and (size > 1 or not named)}
    found -= {broader for code in found for broader in ancestors(code)}
    return frozenset({code for code in found if not generic(code)} or found)


@cache
def _by_code(kind: str) -> Mapping[str, Term]:
    return MappingProxyType({term.code: term for term in terms(kind).listed})
