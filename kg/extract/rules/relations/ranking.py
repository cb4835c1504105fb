"""Constructions of places in a ranking: competesWith."""

from kg.extract.rules.relations.parts import WORD, Listed, cue
from kg.extract.rules.relations.skeletons import ORG, PLACE


def ranking() -> Listed:
    """Return the constructions."""
    apart = rf"(?:[^.;\ue000-\uf8ff]|{PLACE}(?:'s)?)"
    described = rf"(?:(?:{WORD}|{PLACE}(?:'s)?\s){{0,4}}?)"
    return (
        (
            "ranks-behind",
            "competesWith",
            "rank",
            rf"(?P<s>{ORG}),?\s{apart}{{0,40}}?{cue('rank')}\s{apart}{{0,40}}?\b(?:after|behind|to)\s{described}(?P<o>{ORG})",
        ),
    )
