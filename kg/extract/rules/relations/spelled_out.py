"""A sentence before its words are classed: words that are one as one word, a left-out "which" in its place.

What says nothing of who does what is left out ("by far"), a particle stands beside its verb.
"""

import re
from functools import cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.bodies import FIRMS, THINGS
from kg.extract.rules.relations.forms import told_concept, verb_forms
from kg.extract.rules.relations.frames import triggers
from kg.extract.rules.relations.skeletons import FIRST_NAME, LAST_NAME, NAME, PLACE, THING, Skeleton
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.wordlists import words

_IDLE = Construction(
    r"\s(?:(?:(?:more|less|fewer)\sthan(?=\s(?:an?|one|two|three|half)\s)|by\sfar|at\sleast|at\smost|per\syear|a-year|(?:up\sto|as\s(?:many|much)\sas)(?=\s(?:{#amount}|(?:an?|one|two|three|half)\s)))(?=\s)"
    r"|(?<=[\ue000-\uf8ff]\s)(?:itself|himself|herself|themselves)(?=[\s,;.]))"
)
"""What says nothing of who does what: "by far", "at least"."""
_IDLE_MARKS = ("sel", " than ", "far", "least", "most", "up to", "as many", "as much", "per year", "a-year")
"""What stands in all that is idle: most sentences have none of it, and are left as they are."""
_LIST_BEHIND = re.compile(r",? as well as (?=[\ue000-\uf8ff](?:, | and )[\ue000-\uf8ff])")
"""What goes on with a list: "Acme as well as Beta, Gamma and Delta"."""
_ACTING = frozenset({"past", "third"})
_ACTORS = ("Company", "Organization", "Person")
_FEW = 40
_APPOSING = (", the ", ", a ", ", an ")
_AHEAD = re.compile(rf",\s(?:the|an?)\s(?:(?:[\w-]+|{PLACE})\s){{0,3}}\Z")
_NO_OBJECT = re.compile(
    r"\s(?:has\s|had\s)?[a-z]+(?:\s?[,.;]|\s(?:in|for|last|this|earlier|from|back|on|after|before|more|two|three)\b|\s?\Z)"
)
"""What a relative clause without "which" stands behind where a name opens it, and what its verb stands before."""
_BARE_CLAUSE = re.compile(
    rf"(?<![\w-])(?P<noun>[a-z][a-z-]*)\s(?P<name>{NAME})(?=\s(?:has\s|had\s)?(?P<verb>[a-z]+)\b)"
)
_LASTING = Construction(
    r"\b((?:an?|the|its|their)\s(?:{#amount}[\d.]*\s?\w*|\w+-[a-z]+)),\s(?=\w+-[a-z]+\s[a-z]|{#money})"
)
"""The comma between what a deal is worth and how long it lasts: "a $2 billion, seven-year agreement"."""
_AFTER_ASIDE = re.compile(r",\s(?:now\s|also\s)?(?:[a-z]+\sof|an?|the|[a-z]+ed)\s[^,;]*\Z")
_APART = Construction(rf"{NAME}(?:'s\s[a-z]+)?(?:\s[a-z]+)?\s" r"{relation-cues:apart}\b")
_PARTICLE_APART = Construction(
    rf"\b(?P<verb>[a-z]+)\s(?P<object>(?:(?:the|its|their|a|an)\s)?{NAME}(?:'s\s[a-z]+)?(?:\s[a-z]+)?)"
    r"\s(?P<particle>{relation-cues:apart})\b(?P<of>\sof\b)?"
)
_WIDEST_TOGETHER = 60
_TOGETHER = Construction(
    rf",? {{togetherness}} with ([^,;]{{1,60}}(?P<list>(?:, {NAME})+,? and {NAME}(?=,))?)"
    r"(?:,(?=\s(?:\w+ly\s|also\s)?\w))?"
)
_EACH = re.compile(r",\s(?:both|all|each)\s(?=[a-z]+(?:ed|n|t)\sby\b)")
"""What tells only that a participle is of several: "Acme and Bcme, both owned by Ccme"."""
_SUMS_LISTED = Construction(r":(?=\s{#money})")
_PARTLY_OWNED = Construction(r"(?<=\s){owned-extent}-owned(?=\sby\b)")
_THING_BEFORE = re.compile(rf"{THING}\s\Z")


def spelled_out(bones: Skeleton) -> str:
    """Return the text of a skeleton so; each name is still one character."""
    text = _joined(_relative(bones))
    return _IDLE.compiled.sub("", text) if any(map(text.__contains__, _IDLE_MARKS)) else text


def _joined(sentence: str) -> str:
    """Return a sentence with words that are one written as one."""
    if " with " in sentence:
        sentence = _TOGETHER.compiled.sub(_added, sentence)
    if ": " in sentence:
        sentence = _SUMS_LISTED.compiled.sub(",", sentence)
    if " by " in sentence:
        sentence = _EACH.sub(", ", sentence)
    joined = sentence.replace(" mass produc", " mass-produc").replace(", among them ", ", including ")
    if "-" in joined:
        joined = _LASTING.compiled.sub(r"\1 ", joined)
    if "as well as" in joined:
        joined = _LIST_BEHIND.sub(", ", joined).replace(", as well as ", " and ").replace(" as well as ", " and ")
    if _APART.compiled.search(joined):
        joined = _PARTICLE_APART.compiled.sub(_beside_verb, joined)
    return _PARTLY_OWNED.compiled.sub("owned", joined) if "-owned" in joined else joined


def _relative(bones: Skeleton) -> str:
    """Return the text with the "which" that is left out before a pronoun or description: "a start-up it bought"."""
    if len(bones.names) <= 1:
        return bones.text
    told = any(_refers(name) or name.entity.kind in THINGS for name in bones.names)
    told = told or any(map(bones.text.__contains__, _APPOSING))
    if told:
        return _BARE_CLAUSE.sub(lambda found: _which(found, bones), bones.text)
    return bones.text


def _refers(name: Name) -> bool:
    return name.how in ("description", "pronoun") and name.entity.kind in FIRMS


def _which(found: re.Match[str], bones: Skeleton) -> str:
    name, noun = bones.named(found["name"])[0], found["noun"]
    if _ACTING.isdisjoint(verb_forms().get(found["verb"], ())) or not (
        _refers(name) or _apposed(found, name, bones) or _of_thing(found, name, bones)
    ):
        return found[0]
    thing = told_concept(noun) or told_concept(noun.removesuffix("s")) or noun in words("relation-cues", "shares")
    return f"{noun} which {found['name']}" if thing else found[0]


def _of_thing(found: re.Match[str], name: Name, bones: Skeleton) -> bool:
    """Tell whether a company opens a clause behind goods that are named: "the H20 chips Nvidia sells in China"."""
    before = bones.text[max(0, found.start() - len("_ AI ")) : found.start()].removesuffix("AI ")
    goods = found["noun"] in words("relation-cues", "goods", "wares")
    return goods and name.entity.kind == "Company" and _THING_BEFORE.search(before) is not None


def _apposed(found: re.Match[str], name: Name, bones: Skeleton) -> bool:
    """Tell whether a name opens a clause in an apposition: "X, the firm Acme bought last year"."""
    acting = name.how == "name" and name.entity.kind in _ACTORS
    ahead = acting and _AHEAD.search(bones.text, max(0, found.start() - _FEW), found.start()) is not None
    return ahead and _NO_OBJECT.match(bones.text, found.end()) is not None


def _added(together: re.Match[str]) -> str:
    """Return "and" and who is told to be with somebody; of some who are not named ("along with others") nothing.

    Behind an aside nobody is joined to its end: "X, now part of Y, along with Z".
    """
    if together["list"]:
        return f", {together[1]}"
    if len(together[1]) == _WIDEST_TOGETHER and together.end() < len(together.string):
        return together[0]  # cut in the middle
    if together[0].startswith(",") and _AFTER_ASIDE.search(together.string, 0, together.start()):
        return together[0]
    return f" and {together[1]}" if any(FIRST_NAME <= char <= LAST_NAME for char in together[1]) else ""


def _beside_verb(apart: re.Match[str]) -> str:
    """Return a particle right behind its verb: "rolled out Acme" for "rolled Acme out"."""
    known = (apart["particle"],) in _particles().get(apart["verb"], ())
    source = " from" if apart["of"] else ""  # "shut Acme out of China"
    return f"{apart['verb']} {apart['particle']} {apart['object']}{source}" if known else apart[0]


@cache
def _particles() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the forms of verbs that frames open with -> the words behind them that belong to them."""
    return {
        word: tuple(one.rest for one in listed if one.kind == "verb" and len(one.rest) == 1)
        for word, listed in triggers().items()
    }
