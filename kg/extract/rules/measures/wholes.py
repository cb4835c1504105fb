"""A percentage that is a part of an amount, told by the words right behind it."""

from kg.extract.rules.annotations import Figure
from kg.extract.rules.text.constructions import Construction

_SHARE_OF_ALL = Construction(r"\s+of (?:the|its|their) (?:[\w-]+ )?{entire}\b")
_SHARE_OF_IT = Construction(
    r"\s+(?:of\s+)?(?:the|that|this|its|their) (?:(?:{entire|planning}|same) )?{amount|expenditure}\b"
    r"(?!\s(?:{notions:capital-expenditure-words|notions:revenue|notions:profit})\b)"
    r"|\s+of (?:it|that|this|which)\b(?!\s+(?!{grammar:modal|grammar:preposition|apportioning|elsewhere})[a-z]{4,})"
)


def share_of_it(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of an amount named before ("half of the amount")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_IT.match(text, figure.span.end))


def share_of_all(figure: Figure, text: str) -> bool:
    """Tell whether the figure is a part of a total that is not named before ("12% of its global total")."""
    return figure.quantity.unit == "percent" and bool(_SHARE_OF_ALL.match(text, figure.span.end))
