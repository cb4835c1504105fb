"""Links that patterns over the names of a sentence state, what they leave out understood from before."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from kg.extract.rules.annotations import Name
from kg.extract.rules.relations.links import DONE, Link, checked
from kg.extract.rules.relations.parts import cue
from kg.extract.rules.relations.patterns import Rule
from kg.extract.rules.relations.providers import lends_capacity, lends_models
from kg.extract.rules.relations.sellers import named_maker
from kg.extract.rules.relations.skeletons import NAME, Skeleton
from kg.extract.rules.relations.threads import Thread, topic
from kg.lexicon.names import Lexicon
from kg.lexicon.nouns import plural
from kg.lexicon.wordlists import concept_of, words
from kg.model import Entity

_OWNER = re.compile(rf"{NAME}'s\s(?={NAME})")
"""A name in a list whose owner is no member of it: "Acme's" of "Bcme and Acme's Ccme"."""
_LED = ("uses", "orders-goods", "builds-too")
"""Constructions whose subject is the first name of the sentence, if that is a company."""
_ORDERS = ("awarded-by", "gets-orders", "gives-order")
"""Constructions of orders whose goods are not told."""
_BY_LEAD = (
    "budget-for",
    "orders-to",
    "orders-gain",
    "gets-orders",
    "rest-from",
    "rest-filled",
    "named-suppliers",
    "rival-bare",
    "to-benefit",
)
"""Constructions whose subject is the first company of the sentence, else the one that the text began with."""
_AGAIN = ("and-sum", "stake-too")
"""What goes on with who else put in or holds how much, where the sentence has told of what: "and Acme $3 billion"."""
_WARES = ("gear", "goods", "mass", "wares")
"""The codes of the nouns for goods."""
_OF_TOPIC = (
    "holds-part-bare",
    "single-customer",
    "revenue-aside",
    "round-led-by",
    "led-round",
    "raised-led-by",
    "led-by-fronted",
    "joins-round",
    "amount-from",
    "backed-bare",
)
"""Constructions whose object is the company that the sentence or, for a customer, the text before is about."""
_OF_RAISER = (
    "round-joined",
    "round-drew",
    "money-of",
    "also-invested",
    "invested-too",
    "leads-deal",
    "leads-it",
    "with-joining",
    "wrote-cheque",
    "buyers-were",
)
"""Constructions whose object is the company last told to raise money."""


def matched(
    bones: Skeleton,
    usable: Sequence[Rule],
    thread: Thread,
    lexicon: Lexicon,
    told: frozenset[tuple[str, Entity]] = frozenset(),
) -> Iterator[Link]:
    """Yield the links of one sentence; `told` are those that its structure has linked, by predicate."""
    for rule in usable:
        if rule.name in _AGAIN and not any(predicate == rule.predicate for predicate, _ in told):
            continue
        for match in rule.compiled().finditer(bones.text):
            groups = match.groupdict()
            objects = _objects(rule, bones, groups, thread, lexicon)
            objects = objects if groups.get("s") else _untold(rule.predicate, objects, told)
            subjects = _side(bones, groups.get("s")) or _understood(rule, bones.names, thread, objects)
            mode = "planned" if rule.predicate in DONE and _planned().search(match[0]) else "actual"
            negated = _denied().search(match[0]) is not None
            if rule.predicate == "competesWith":  # "its largest deal, surpassing its purchase of X"
                objects = tuple(name for name in objects if name.how != "pronoun")
            if rule.name == "group-of":  # "The group, which includes X and Y, will pay" for whom the text is about
                objects = tuple(name for name in objects if name.how == "description")
            if rule.name == "uses":  # "using its own chips", "using OpenAI's tools"
                objects = tuple(one for one in objects if one.how != "pronoun" and not lends_models(lexicon, one))
            for subject, thing in product(subjects, objects):
                let = rule.name in _ORDERS and lends_capacity(lexicon, thing)
                predicate = "customerOf" if let else rule.predicate
                link = checked(Link(subject, predicate, thing, rule.name, mode, negated), lexicon)
                if link:
                    yield link
            if rule.predicate == "makes" and subjects and objects:
                thread.makers = subjects


def _untold(predicate: str, objects: tuple[Name, ...], told: frozenset[tuple[str, Entity]]) -> tuple[Name, ...]:
    """Return the objects that the sentence has linked to nobody: only their subject is left to be understood.

    Who buys here sells nothing here: "won orders from X" leaves no buyer from X to be understood.
    """
    return tuple(name for name in objects if (predicate, name.entity) not in told)


@lru_cache(maxsize=1)
def _planned() -> re.Pattern[str]:
    return re.compile(cue("planned"))


@lru_cache(maxsize=1)
def _denied() -> re.Pattern[str]:
    return re.compile(rf"{cue('denied')}|n't\b")


def _side(bones: Skeleton, part: str | None) -> tuple[Name, ...]:
    """Return the names of one side; of a group and its examples ("suppliers such as Acme"), the examples."""
    names = bones.named(_OWNER.sub("", part)) if part else ()
    examples = tuple(name for name in names if name.how != "group")
    return examples or names


def _understood(rule: Rule, names: Sequence[Name], thread: Thread, objects: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the subject where none is named: the maker before, or the company the sentence or text is about."""
    if rule.name == "others":
        return thread.makers
    if rule.name in ("also-bought-by", "also-bought"):
        return ()
    if rule.name == "rival-bare" and any(name.how == "group" for name in objects):
        return ()
    if rule.name == "these-for":
        return thread.things
    if rule.name in _BY_LEAD:
        linked = {thing.entity for thing in objects} | set(thread.objects.get(rule.predicate, ()))
        buyers = (name for name in (thread.first, thread.lead, thread.topic) if name and name.entity.kind == "Company")
        return tuple(name for name in buyers if name.entity not in linked)[:1]
    linked = {thing.entity for thing in objects}
    if rule.predicate == "buysFrom":
        linked |= set(thread.objects.get(rule.predicate, ()))  # who was told to sell has not placed "the orders"
    before = [name for name in names if objects and name.span < objects[0].span and name.entity not in linked]
    opening = [thread.first] if thread.first else []
    lead = topic(before if rule.name == "uses" else opening) if rule.name in _LED else None
    chosen = next((name for name in (lead, thread.topic) if name and name.entity not in linked), None)
    return (chosen,) if chosen else ()


def _objects(
    rule: Rule, bones: Skeleton, groups: dict[str, str | None], thread: Thread, lexicon: Lexicon
) -> tuple[Name, ...]:
    """Return what a construction links its subject to: its own slot, goods of a noun, or what was told before."""
    at = bones.names[0].span
    if groups.get("noun"):
        noun = _lower_first(str(groups["noun"]))
        ware = _goods(noun) if rule.predicate == "makes" else noun
        known = rule.name != "goods-maker" or ware.rsplit(maxsplit=1)[-1] in words("relation-cues", *_WARES)
        return (Name(at, Entity(ware, "Product"), "description"),) if known else ()
    if groups.get("trade"):
        return tuple(Name(at, Entity(noun, "Product"), "description") for noun in _produced(str(groups["trade"])))
    if groups.get("ware"):
        wares = bones.named(str(groups["ware"]))
        pairs = ((ware, named_maker(ware, lexicon.having("makes", ware.entity))) for ware in wares)
        found = tuple(Name(ware.span, maker, "description") for ware, maker in pairs if maker is not None)
    elif groups.get("o") or groups.get("p"):
        found = _side(bones, groups.get("o") or groups["p"])
    elif rule.name == "it-known":
        return thread.things[:1] if bones.names[0].how == "pronoun" else ()
    elif rule.name in (*_OF_RAISER, *_OF_TOPIC):
        subjects = bones.named(str(groups["s"]))
        held = rule.name == "holds-part-bare"  # an app that is a business may be what is held
        kinds = ("Company", "Product") if held else ("Company",)
        before = (name for name in bones.names if name.span < subjects[0].span and name.entity.kind in kinds)
        first = next(before, None)
        told = (thread.funded if rule.predicate == "investsIn" else None) or (None if held else thread.topic)
        chosen = thread.topic or first if rule.name == "single-customer" else first or told
        chosen = thread.funded if rule.name in _OF_RAISER else chosen
        return (chosen,) if chosen else ()
    else:
        return tuple(Name(at, entity, "description") for entity in thread.objects.get(rule.predicate, ()))
    thread.objects[rule.predicate] = tuple(name.entity for name in found)
    return found


def _produced(trade: str) -> tuple[str, ...]:
    """Return the goods that a word for a maker names: "chipmaker" has chips, "drugmaker" and "chip company" none."""
    printed = trade.lower()
    making = any(printed.endswith(word) for word in words("relation-cues", "maker"))
    produced = concept_of("nouns")[printed].facts["produces"] if making else ()
    return tuple(noun for noun in produced if printed.startswith(noun.removesuffix("s")))


def _lower_first(noun: str) -> str:
    return noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]


def _goods(noun: str) -> str:
    """Return the goods that "electric vehicle maker" tells of: in the plural, but for mass nouns."""
    mass = noun.endswith("s") or noun.rsplit(maxsplit=1)[-1] in words("relation-cues", "mass", "gear")
    return noun if mass else plural(noun)
