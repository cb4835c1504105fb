"""The forms that known verbs may have, the nouns for what is done, and the nouns that concepts stand for."""

from functools import cache

from kg.extract.rules.text.cues import inflected
from kg.extract.rules.text.cues import verbs as cue_verbs
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import concept_of, words

HAVING = frozenset({"has", "have", "had"})
"""Forms of "have", behind which what ends in -ing is no verb."""
BEING = frozenset({"is", "are", "was", "were", "been", "be", "remains", "remain"})
"""What somebody may do who is in something: "is in a battle with"."""


@cache
def verb_forms() -> dict[str, frozenset[str]]:
    """Return word -> the forms of known verbs it can be: base, third, past, participle, ing."""
    found: dict[str, set[str]] = {}
    lemmas = {
        *words("verbs", "acting", "acting-noun"),
        *(cue.lemma for cue in cue_verbs().values() if "base" in cue.forms),
    }
    lemmas |= {verb.split()[0] for verb in words("relation-frames")} | words("relation-cues", "light")
    lemmas |= words("ordinary-verbs", "lemma")
    for lemma in lemmas:
        for form, word in inflected(lemma):
            found.setdefault(word, set()).add(form)
    for lemma in words("ordinary-verbs", "either"):
        found.setdefault(lemma, set()).add("base")
    for word in words("verbs", "past") | words("ordinary-verbs", "past"):
        found.setdefault(word, set()).update(("past", "participle"))
    for word in words("grammar", "finite"):
        found.setdefault(word, set()).add("third")
    for noun in scheme_nouns("nominal"):  # "headquarters" is the noun
        found.get(noun, set()).discard("third")
    return {word: frozenset(forms) for word, forms in found.items() if forms}


@cache
def scheme_nouns(fact: str) -> frozenset[str]:
    """Return the nouns that frames have for what is done ("nominal")."""
    return frozenset(noun for concept in scheme("relation-frames").values() for noun in concept.facts.get(fact, ()))


def told_concept(word: str) -> bool:
    """Tell whether a word is a noun for a body or a thing that kg knows a kind by."""
    return word in concept_of("nouns") or word in words("relation-cues", "body")
