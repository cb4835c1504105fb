"""Of which class what a noun names is."""

from functools import cache

from kg.extract.rules.relations.frames import goods_nouns
from kg.lexicon.nouns import kind_of
from kg.lexicon.wordlists import words


@cache
def noun_kinds(word: str) -> tuple[str, ...]:
    """Return the classes of what a noun names, in the singular or plural; a role noun names a body."""
    if word.removesuffix("s") in goods_nouns():
        return ("Product",)
    for form in (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y"):
        if (kind := kind_of(form)) is not None:
            return (kind,)
        if form in words("relation-cues", "owner", "body", "maker", "rival", "suppliers") or form.endswith("maker"):
            return ("Company",)
    return ()
