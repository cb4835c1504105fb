"""Whose shares a bidder offers a price for: Beta of "Acme wants to buy Beta. It has offered $58 a share".

Whoever offers is told beside the price; the company whose shares they are may be in an earlier sentence.
"""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.text.constructions import Construction
from kg.model import Entity, Span

_OFFERED = Construction(
    r"(?i:\b{offering-sum}\s(?:(?:it|them|shareholders|investors|owners)\s)?(?:[a-z]+\s){0,2}"
    r"|\b(?:{offering}|{order-noun}|price)s?\s(?:of|at|worth)\s(?:[a-z]+\s){0,3})\Z"
)
_BUYS = Construction(
    r"(?i:\b(?:{relation-cues:taking-over}|{offering-sum|offering}\sfor|{takeover-noun}\sof))\s(?!by\s)"
    r"(?:(?!(?:{grammar:preposition|grammar:conjunction})\s|[A-Z][\w&.’-]+['’]s?\s)[\w’'&.-]+\s){0,6}?\Z"
)
"""What leads to who is bought, past what it is called: "to acquire the listed warehouse owner Beta"."""
_FOR = Construction(
    r"\s(?:an?|per|each)\s{share-word}(?:\sin\s[a-z]+)?\s(?:for|to\s{relation-cues:taking-over})\s(?:[a-z][\w-]*\s){0,4}"
)
"""What leads from the price to whose share it is for: "offered $58 a share in cash for Beta"."""
_REACH, _BEFORE = 80, 6
"""How far ahead, in characters, what leads to a name or a price may be; how many sentences back a bid may be."""

_STANDING_IN = frozenset({"description", "pronoun"})


def bid_for(figure: Figure, read: Annotated) -> Name | None:
    """Return the company for whose shares the figure is offered, None where no bid, or bids for several, are told of.

    A bid that is told of earlier counts as long as no company is named since that has no part in it.
    """
    index = read.index_at(figure.span.start)
    if index is None or not _OFFERED.search(read.text, max(0, figure.span.start - _REACH), figure.span.start):
        return None
    since: set[Entity] = set()
    for at in range(index, max(-1, index - _BEFORE), -1):
        sentence = read.sentences[at].span
        named = [name for name in read.within(read.names, sentence) if name.entity.kind == "Company"]
        if at == index and (behind := [name for name in named if _is_behind(name, figure, read)]):
            return behind[0]
        ahead = [name for name in named if name.span.end <= figure.span.start]
        wanted = [name for name in ahead if _is_bought(name, sentence, read)]
        if wanted:
            one = len({name.entity for name in wanted}) == 1
            return wanted[-1] if one and since <= {name.entity for name in named} else None
        since |= {name.entity for name in named if name.how not in _STANDING_IN}
    return None


def _is_behind(name: Name, figure: Figure, read: Annotated) -> bool:
    behind = name.span.start > figure.span.end and name.how not in _STANDING_IN
    return behind and _FOR.fullmatch(read.text, figure.span.end, name.span.start) is not None


def _is_bought(name: Name, sentence: Span, read: Annotated) -> bool:
    ahead = max(sentence.start, name.span.start - _REACH)
    return name.how not in _STANDING_IN and _BUYS.search(read.text, ahead, name.span.start) is not None
