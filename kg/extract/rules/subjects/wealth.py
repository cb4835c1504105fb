"""Amounts that people are paid or worth, which are not their company's: "Acme's founder, Ann Lee, is worth $9bn"."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction
from kg.model import Span

_WORTH = Construction(
    r"(?:,\s[^,;]{3,60},|,\swho|,)?\s(?:(?:is|was|has\sbeen)\s(?:(?:now|said\sto\sbe|reckoned\sto\sbe|estimated\sto\sbe|[a-z]+ly)\s)?(?:worth|paid)"
    r"|earned|took\shome|(?:has|had)\s(?:a|an)\s(?:[a-z]+\s)?{riches}\s(?:of|put\sat|estimated\sat))\s(?:[a-z]+\s){0,3}\Z"
)
_RICHES = Construction(r"['’]s?\s(?:[a-z]+\s)?{riches}\b[^,;.]{0,40}\Z")


def of_a_person(figure: Figure, sentence: Span, read: Annotated) -> bool:
    """Tell whether the figure is what a person is paid or worth."""
    before = Span(sentence.start, figure.span.start)
    people = [name for name in read.within(read.names, before) if name.entity.kind == "Person"]
    return any(
        _WORTH.match(read.text, name.span.end, before.end) or _RICHES.match(read.text, name.span.end, before.end)
        for name in people[-1:]
    )
