"""What the words behind a name make of it: the H20 of "the H20 chips", no Acme of "the Acme maker"."""

from kg.extract.rules.names.bodies import FIRMS
from kg.extract.rules.relations.classes import Tokens
from kg.extract.rules.relations.frames import goods_nouns, role_nouns
from kg.lexicon.nouns import entry_of
from kg.lexicon.wordlists import words


def labels(tokens: Tokens, name: int, end: int) -> bool:
    """Tell whether the nouns behind a name only say what kind of thing it is: "the H20 chips", "Doubao chatbot"."""
    kind = tokens.names[name].entity.kind
    behind = tokens.words[name + 1 : end]
    if "b" in tokens.classes[name + 1 : end] or (kind in FIRMS and len(behind) > 1):
        return False
    maker = behind[-1] in words("neighbours", "maker")  # "a deal for the Acme maker" is none for Acme
    if kind in FIRMS and behind[-1] in role_nouns() and (maker or _indefinite(tokens, name)):
        return False
    chip = kind == "Chip" and behind[-1] in words("relation-cues", "thing-noun")  # "the H20 model"
    house = kind in FIRMS and tokens.word(name - 1) == "the" and behind[-1] in words("neighbours", "house")
    if chip or house:  # "owns the Acme chain"
        return True
    for first in range(len(behind)):
        phrase = " ".join(behind[first:])
        if (known := entry_of(phrase)) is not None:
            return kind in known.facts.get("kind", ())
    thing = behind[-1] in words("relation-cues", "thing-noun") or behind[-1].removesuffix("s") in goods_nouns()
    return kind in ("Chip", "Product", "Regulation") and thing


def _indefinite(tokens: Tokens, name: int) -> bool:
    """Tell whether "a" opens the phrase: "a key Acme supplier" supplies Acme."""
    return tokens.word(tokens.back(name - 1, "nx")) in ("a", "an")
