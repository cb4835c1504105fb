"""Whom a figure is about: the name that the sentence's grammar makes its subject, else the one the text has been about.

Constructions are tried from the surest to the least sure; each is a rule whose name goes into the evidence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.measures.terms import facts
from kg.extract.rules.references.cast import cast
from kg.extract.rules.references.descriptions import place_words
from kg.extract.rules.subjects import roles
from kg.extract.rules.subjects.bystanders import stands_by
from kg.extract.rules.subjects.parallels import respective
from kg.extract.rules.subjects.subject_roles import UNKNOWN, Chosen, by_role
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.grammar import grammar
from kg.lexicon.names import registry
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

_BESIDE, COMPARED = "beside", "compared"
_AGAINST = re.compile(r"\b(?:compared\s(?:with|to)|versus|against|and|while)\s(?:(?:about|just|only|some)\s)?\Z")
_FOR_WHOM = re.compile(r"\s(?:for|at|by)\s(?:the\s)?")
_SURE = frozenset(
    {_BESIDE, COMPARED, "possessed", "modified", "apposition", "elliptic", "owner-behind", "relative", roles.AGENT}
)
_NEVER = frozenset({"Place", "Regulation", "Person", "Outlet"})
_POSSESSIVE = re.compile(r"\.?['’]")
_ADJACENT = re.compile(
    r"(?:\.?['’]s?)?\s+(?:(?:own|total|planned|reported|proposed|estimated|annual|massive|huge|whopping|some)\s+)?\Z"
)
_TO_FIGURE = re.compile(
    r"\s+(?:(?:was |were |is |are )?(?:up|down|off|at|worth|gained|lost|added|fell|rose)\s+)(?:by\s+)?\Z"
)
_APPOSED = re.compile(r"\s*(?:,|—|–|\s-)\s*(?:the|a|an|its|their|which is a|which is the)\s+(?:[\w-]+\s+){0,2}\Z")
_OF = re.compile(r"\s+of\s+(?:the\s+|all\s+)?\Z")
_RATIO, _MULTIPLIES = "ratio", re.compile(r"(?:\s+of)?\s+(?:the\s+)?")
"""Who stands behind a verb that multiplies: "the value would triple Acme's revenue"."""
_PART_OF = re.compile(
    r"\b(?:account(?:s|ed)? for|accounting for|ma[dk]es? up|represent(?:s|ed)?|brought|contribut(?:es|ed)|"
    r"generat(?:es|ed)|provid(?:es|ed))"
    r"\s(?:[a-z]+\s)?\Z"
)
_OF_PRODUCT = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?"
    r"(?:chips?|GPUs?|processors?|accelerators?|semiconductors?|hardware|products?|servers?|gear|equipment)\b"
)
_JOINED = re.compile(r"\s*(?:,|,?\s+and|,?\s+or|&)\s+(?:the\s+)?")
_ASIDE_OF = re.compile(r"(?:Unlike|Besides|Alongside)\s(?:the\s)?")
"""What opens a sentence with somebody else than its subject: "Unlike Acme, Beta and Gamma spent"."""
_BY = re.compile(r"\bby\s+(?:the\s+)?\Z")
_FOR = re.compile(r"(?!.*\bpart of)\s+(?:[\w’'-]+\s+){0,4}(?:of|for|at|in|from|by)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}\Z")
_WARES = frozenset({"Chip", "Product"})
_EXPORTS = re.compile(r"\b[Ee]xports\s(?:of\s[\w\s-]{1,30}\s)?from\s(?:the\s)?\Z")
_INDEX, _ON = "Index", re.compile(r"\b(?:on|to)\s(?:the\s)?\Z")
"""A kind that measures may ask for: an index; what shares do on a market is not the market's doing."""
_SOMEBODY = re.compile(r"\b(?:[Ii]ts?|[Tt]heir|[Tt]hey|[Ww]e|[Oo]ur|[Hh]e|[Hh]is|[Ss]he)\b")
_DATELINE = re.compile(r"[A-Z]{4}")
_IN = re.compile(r"(?:\s(?!and\b|but\b|of\b)[\w.-]+){0,8}?\s(?:in|across)\s(?:the\s)?")
_PLACE, _LEADS = "Place", frozenset({roles.SUBJECT, roles.POSSESSOR})
_ACTORS = frozenset({"Company", "Organization", "Product"})
_NEXT_WORD = re.compile(r"\s(\w+)")
_PARTICIPLE = re.compile(
    r"(?:(?:[A-Z][a-z]+\s)?(?:[Aa]fter|[Bb]efore|[Bb]y|[Ww]hile|[Ii]n|[Ww]hen|[Ss]ince|[Dd]espite)\s|Having\s)"
    r"(?:[a-z]+ly\s)?[a-z]{2,}(?:ing|ed)\b[^;.]*\Z"
    r"|[A-Z][a-z]+ing\s(?:its|their|the|an?|more|about)\s[^;.]*\Z"
)
_MAIN = re.compile(r",\s(?:the\s)?(?:[a-z-]+\s){0,3}\Z")
_APPOSED_AHEAD = re.compile(
    r"(?:An?\s|[A-Z]\w+['’]s\s)(?:[\w-]+\s){1,5}?(?:with|of|worth|valued\sat)\s(?!the\b)[^,;.:]*\Z"
)
_CONTRAST = re.compile(r"[,;]\s(?:while|whereas|but|and)\s")
_THAT = re.compile(r"\s+(?:[a-z-]+\s+){0,2}(?:that|which)\s+(?:the\s+)?\Z")
_OWNED_AMOUNT = re.compile(r"(?:\.?['’]s?)?\s(?:(?:of|in|for|on)\s|[a-z][\w-]*\s){1,6}?(?:at|of|to)\s(?:[a-z]+\s){0,2}")
_THE = re.compile(r"\b(?:the|an?|its|that)\s+\Z", re.IGNORECASE)
_ELLIPTIC = re.compile(r"(?:\band|\bwhile|\bwhereas|\bbut|[,;])\s+(?:the\s+)?\Z")
_ELLIPTIC_GAP = re.compile(r"\s+(?:by\s+|with\s+|to\s+|at\s+|on\s+)?\Z")

_TAIL = 200
"""Characters before a place in which the few words that end there are looked for."""


def _tail(end: int) -> tuple[int, int]:
    return max(0, end - _TAIL), end


def subject(figure: Figure, sentence: Span, measure: str, read: Annotated, sources: Sequence[Span]) -> Chosen:
    """Return whom `figure` is about as its own sentence tells; `sources` are the spans of those who only report it."""
    known = facts(measure)
    here = [name for name in read.within(read.names, sentence) if not figure.span.overlaps(name.span)]
    here = [name for name in here if not _stands_by(name, read)]
    if counted := _counted(figure, known, read) or _in_step(figure, here, read):
        return counted
    names = [name for name in here if not stands_by(name.entity, read) or _acts_itself(name, read)]
    speaking = [name for name in names if any(name.span.overlaps(span) for span in sources)]
    kinds = frozenset(known.get("subjectKind", ()))
    for role in known.get("subjectRole", ()):
        if wanted := by_role(role, figure, names, read):
            return wanted
    own = [name for name in names if name not in speaking or _shows_its_own(name, figure, read)]
    if ahead := _ahead(figure, sentence, names, read):
        return ahead
    silent = _outside(figure, sentence, own, names, read)
    told = [name for name in speaking if _tells_of_itself(name) and name.span.end <= figure.span.start]
    told = [name for name in told if _speaks(name, read)] or told
    if "holder" in known.get("subjectRole", ()):
        silent = [
            name
            for name in silent
            if name.span.end <= figure.span.start or _BY.search(read.text, *_tail(name.span.start))
        ]
    ranked = [found for found in _ranked(figure, sentence, silent, told, read) if _fits(found[0], kinds, read)]
    if ranked:
        return _for_kinds(_preferred(ranked, frozenset(known.get("subjectPreferred", ())), read), kinds, read)
    return UNKNOWN


def land(figure: Figure, sentence: Span, measure: str, read: Annotated) -> Chosen | None:
    """Return the place of which it is told, where the text is about nobody: "Freedonia sold 40 ships".

    What a place "accounts for" is a part of somebody's, who need not be named.
    """
    kinds = facts(measure).get("subjectKind", ())
    if (kinds and _PLACE not in kinds) or _PART_OF.search(read.text, *_tail(figure.span.start)):
        return None
    lead = read.text[sentence.start : figure.span.start]
    if _SOMEBODY.search(lead):
        return None
    named = (name for name in read.within(read.names, sentence) if name.entity.kind == _PLACE)
    places = [name for name in named if not _DATELINE.match(name.span.of(read.text))]
    before = [name for name in places if name.span.end <= figure.span.start]
    for name in before[-1:]:
        apart = _CONTRAST.search(read.text, name.span.end, figure.span.start)
        leads = roles.role(read.text, name, sentence.start, sentence.end) in _LEADS
        if not apart and (leads or _EXPORTS.search(read.text, *_tail(name.span.start))):
            return Chosen(name.entity, "place", name.span)
    behind = next((name for name in places if name.span.start >= figure.span.end), None)
    if behind is not None and _IN.fullmatch(read.text, figure.span.end, behind.span.start):
        return Chosen(behind.entity, "place", behind.span)
    return _nation(lead) if kinds == (_PLACE,) else None


def _nation(lead: str) -> Chosen | None:
    """Return the country whose adjective stands before what only countries have: "German inflation rose to"."""
    known = registry()
    for word in reversed(lead.split()):
        slugs = place_words(known).get(word, ())
        if len(slugs) == 1:
            return Chosen(known.entities[slugs[0]], "nation")
    return None


def _speaks(name: Name, read: Annotated) -> bool:
    """Tell whether somebody named in a speaker's phrase speaks: Acme of "Acme, which owns Dora soap, said ..."."""
    index = read.index_at(name.span.start)
    acts = read.acts_at(index) if index is not None else ()
    return any(act.source and act.source.overlaps(name.span) and name.entity in act.agents for act in acts)


def _stands_by(name: Name, read: Annotated) -> bool:
    """Tell whether a name is no part of its clause: "itself", "the Temasek-backed company", "the Acme rival"."""
    if _is_index(name.entity) and _ON.search(read.text, *_tail(name.span.start)):
        return True
    if read.text.startswith("-", name.span.end) or name.span.of(read.fold).endswith(("self", "selves")):
        return True
    if _CALLED.search(read.text, max(0, name.span.start - _CALLED_REACH), name.span.start):
        return True
    return name.how != "description" and _other().match(read.text, name.span.end) is not None


_CALLED = Construction(r"\b{naming}\s[“\"‘']?(?:the\s[A-Z][a-z]+\s|[A-Z]\w+['’]s\s)\Z")
"""What makes a name one that others are called by: "often called China's Acme"."""
_CALLED_REACH = 40


@cache
def _other() -> re.Pattern[str]:
    """Match a noun that means somebody else than the name before it: "rival"; "owner" before another name."""
    roles_to_it = alternation(words("neighbours", "role") - words("neighbours", "part"))
    return re.compile(rf"\s(?:{alternation(words('neighbours', 'opponent'))}\b|{roles_to_it}\s(?=[A-Z]))")


def _preferred(ranked: Sequence[tuple[Name, str]], kinds: frozenset[str], read: Annotated) -> tuple[Name, str]:
    """Return the surest name, or the surest of the kinds that the measure mostly has (users are a product's).

    What another clause is about does not count: "WeChat has 90 users, while Acme has 40".
    """
    name, rule = ranked[0]
    if rule in _SURE:
        return ranked[0]
    fitting = (found for found in ranked if found[0].entity.kind in kinds)
    best = next(fitting, ranked[0])
    apart = _CONTRAST.search(read.text, best[0].span.end, name.span.start)
    return ranked[0] if rule == roles.SUBJECT and apart else best


def _shows_its_own(name: Name, figure: Figure, read: Annotated) -> bool:
    """Tell whether what the speaker makes known is a thing of its own: "Acme reported a profit of"."""
    index = read.index_at(figure.span.start)
    acts = read.acts_at(index) if index is not None and name.entity.kind in ("Company", "Product") else ()
    return any(
        act.source is not None
        and act.source.overlaps(name.span)
        and act.cue.of(read.fold) in words("notions", "own-results")
        and any(span.covers(figure.span) and not read.fold.startswith("that ", span.start) for span in act.content)
        for act in acts
    )


def _ahead(figure: Figure, sentence: Span, names: Sequence[Name], read: Annotated) -> Chosen | None:
    """Return the subject that follows a participle or an apposition that opens the sentence.

    "After announcing a plan for $5 billion, Acme said ...", "A chain with 40 stores, Acme has ...".
    """
    apposed = _APPOSED_AHEAD.match(read.text, sentence.start, figure.span.start)
    if apposed and any(word in grammar().finite or word in grammar().auxiliary for word in apposed[0].split()):
        apposed = None
    if not (apposed or _PARTICIPLE.match(read.text, sentence.start, figure.span.start)):
        return None
    for name in names:
        behind = name.span.start >= figure.span.end and _opens_main_clause(figure, name, read)
        if behind and name.entity.kind in _ACTORS:
            says = _NEXT_WORD.match(read.fold, name.span.end)
            leads = roles.role(read.text, name, sentence.start, sentence.end) == roles.SUBJECT
            spoken = says is not None and says[1] in words("verbs", "saying")
            return Chosen(name.entity, "participle", name.span) if leads or spoken else None
    return None


def _opens_main_clause(figure: Figure, name: Name, read: Annotated) -> bool:
    """Tell whether a comma ends what comes first, without a verb of its own there, and the name leads what follows."""
    comma = _MAIN.search(read.text, figure.span.end, name.span.start)
    between = read.text[figure.span.end : comma.start()].split() if comma else ()
    return comma is not None and grammar().auxiliary.isdisjoint(between)


def _outside(
    figure: Figure, sentence: Span, names: Sequence[Name], every: Sequence[Name], read: Annotated
) -> Sequence[Name]:
    """Return those of `names` that are in no aside before the figure; an aside has a name of `every` before it."""
    for aside in asides(sentence, figure.span, read.text):
        if any(name.span.end <= aside.start for name in every):
            names = [name for name in names if not aside.covers(name.span)]
    return names


def _tells_of_itself(name: Name) -> bool:
    """Tell whether one who says something may speak of itself: a company or a group of them."""
    return name.entity.kind == "Company" or name.how == "group"


def _counted(figure: Figure, known: Mapping[str, tuple[str, ...]], read: Annotated) -> Chosen | None:
    """Return those counted where the measure is about them: "20 experts signed"."""
    if "true" not in known.get("subjectCounted", ()) or figure.noun is None:
        return None
    return Chosen(Entity(figure.noun.of(read.text), "Organization"), "counted", figure.noun)


def _in_step(figure: Figure, names: Sequence[Name], read: Annotated) -> Chosen | None:
    pair = respective(figure, names, read)
    return Chosen(pair.entity, "respective", pair.span) if pair else None


def _acts_itself(name: Name, read: Annotated) -> bool:
    """Tell whether a firm that watches others is a company that the text nowhere takes as a source."""
    if name.entity in cast(read.text, read.names).watchers:
        return False
    sources = {agent for act in read.reported for agent in act.agents}
    return name.entity.kind == "Company" and name.entity not in sources


def _fits(name: Name, kinds: frozenset[str], read: Annotated) -> bool:
    if name.entity.kind == "Outlet" and name.entity in cast(read.text, read.names).traded:
        return not kinds or "Company" in kinds
    if kinds:
        index = _INDEX in kinds and _is_index(name.entity)
        return index or name.entity.kind in kinds or _may_trade(name, kinds) or bool(_owners(name.entity, kinds))
    return name.entity.kind not in _NEVER


def _is_index(entity: Entity) -> bool:
    """Tell whether the registry calls `entity` an index of a market, which rises and falls as shares do."""
    return entity.kind == "Organization" and "index" in registry().fact(entity, "kindNoun")


def _may_trade(name: Name, kinds: frozenset[str]) -> bool:
    """Tell whether a body of which no more is known than its name may be the company that the measure asks for."""
    if "Company" not in kinds or name.entity.kind != "Organization" or name.how != "unknown":
        return False
    heads = (word for word in name.entity.name.split() if word.lower() in concept_of("bodies"))
    return words("name-heads", "trading").issuperset(heads)


def _for_kinds(found: tuple[Name, str], kinds: frozenset[str], read: Annotated) -> Chosen:
    """Return the name, or the owner of what it names, of several the one that the text itself names."""
    name, rule = found
    index = _INDEX in kinds and _is_index(name.entity)
    if kinds and not index and name.entity.kind not in (*kinds, "Outlet") and not _may_trade(name, kinds):
        owners = _owners(name.entity, kinds)
        told = {one.entity for one in read.names}
        return Chosen(next((one for one in owners if one in told), owners[0]), f"{rule}-owner", name.span)
    return Chosen(name.entity, rule, name.span)


def _owners(entity: Entity, kinds: frozenset[str]) -> tuple[Entity, ...]:
    """Return who makes or owns a product, where those are of the kinds wanted; an outlet only reports."""
    if entity.kind == "Outlet":
        return ()
    known = registry()
    found = (*known.having("makes", entity), *known.having("parentOf", entity))
    return tuple(owner for owner in found if owner.kind in kinds)


def _ranked(
    figure: Figure, sentence: Span, names: Sequence[Name], speakers: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the names of the sentence that may be the subject, the surest construction first."""
    before = [name for name in names if name.span.end <= figure.span.start]
    behind = [name for name in names if name.span.start >= figure.span.end]
    played = _played(names, sentence, read.text) | _counted_wares(figure, sentence, names, read)
    yield from _compared(figure, before, behind, read)
    yield from _beside(figure, before, read)
    yield from _possessed(figure, before, played, read)
    yield from _modified(figure, behind, read)
    yield from _relative(figure, behind, played, read)
    yield from _owner_behind(figure, before, behind, played, read)
    if not any(played[name] == roles.SUBJECT for name in before):
        yield from _agents(figure, behind, played, read)
    yield from ((name, played[name]) for name in _governing(before, played))
    yield from ((name, roles.OBJECT) for name in reversed(before) if played[name] == roles.OBJECT)
    behind = [name for name in behind[:1] if not _OF_PRODUCT.match(read.text, name.span.end)]
    yield from ((name, "behind") for name in behind if _FOR.fullmatch(read.text, figure.span.end, name.span.start))
    yield from ((name, "speaker") for name in reversed(speakers))
    yield from (
        (name, played[name]) for name in reversed(before) if played[name] in (roles.MODIFIER, roles.OWNER_OF_OBJECT)
    )


def _counted_wares(figure: Figure, sentence: Span, names: Sequence[Name], read: Annotated) -> dict[Name, str]:
    """Return the wares that another figure counts, as modifiers: in "sold 4 million iPhones, 5% more" they act not."""
    nouns = [one.noun for one in read.within(read.figures, sentence) if one.noun and one is not figure]
    wares = (name for name in names if name.entity.kind in _WARES)
    return {name: roles.MODIFIER for name in wares if any(noun.overlaps(name.span) for noun in nouns)}


def _played(names: Sequence[Name], sentence: Span, text: str) -> dict[Name, str]:
    """Return the role of each name; joined names ("Acme and Beta") share one."""
    found = {name: roles.role(text, name, sentence.start, sentence.end) for name in names}
    for first, second in pairwise(names):
        alike = first.entity.kind == second.entity.kind
        if not alike or not _JOINED.fullmatch(text, first.span.end, second.span.start):
            continue
        if _ASIDE_OF.fullmatch(text, sentence.start, first.span.start) and text.startswith(",", first.span.end):
            continue
        if found[first] in (roles.OTHER, roles.OBJECT, roles.AGENT):
            found[second] = found[first]
        elif found[second] == roles.SUBJECT:
            found[first] = roles.SUBJECT
    return found


def _beside(figure: Figure, before: Sequence[Name], read: Annotated) -> Iterator[tuple[Name, str]]:
    """Yield the name right before the figure: "Acme's $3 billion", "Acme down 4%", "Acme, the $3 billion project"."""
    if not before:
        return
    name, start = before[-1], figure.span.start
    gap = (name.span.end, start)
    if (_POSSESSIVE.match(read.text, gap[0]) and _ADJACENT.fullmatch(read.text, *gap)) or _TO_FIGURE.fullmatch(
        read.text, *gap
    ):
        yield name, _BESIDE
    elif _APPOSED.fullmatch(read.text, *gap):
        yield name, "apposition"
    elif _ELLIPTIC_GAP.fullmatch(read.text, *gap) and _ELLIPTIC.search(read.text, *_tail(name.span.start)):
        yield name, "elliptic"


def _compared(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield whose the other value of a comparison is: "booked 70 orders, compared with 18 for Acme"."""
    if before and behind and _AGAINST.search(read.text, *_tail(figure.span.start)):
        name = behind[0]
        if _FOR_WHOM.fullmatch(read.text, figure.span.end, name.span.start):
            yield name, COMPARED


def _possessed(
    figure: Figure, before: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield whose the noun is that the amount completes: "IDC put Acme's growth at 27%"."""
    for name in before[-1:]:
        owned = played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and name.how != "pronoun"
        if owned and _OWNED_AMOUNT.fullmatch(read.text, name.span.end, figure.span.start):
            yield name, "possessed"


def _modified(figure: Figure, behind: Sequence[Name], read: Annotated) -> Iterator[tuple[Name, str]]:
    """Yield the venture that the amount modifies: "the $500 billion Kestrel project"."""
    for name in behind[:1]:
        beside = read.text[figure.span.end : name.span.start] == " "
        if beside and name.entity.kind == "Organization" and _THE.search(read.text, *_tail(figure.span.start)):
            yield name, "modified"


def _relative(
    figure: Figure, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield the subject of a relative clause right behind the figure: "the $3 billion that Acme spent"."""
    for name in behind[:1]:
        gap = (figure.span.end, name.span.start)
        bare = read.text[gap[0] : gap[1]] == " " and _THE.search(read.text, *_tail(figure.span.start))
        if played[name] == roles.SUBJECT and name.how != "description" and (bare or _THAT.fullmatch(read.text, *gap)):
            yield name, "relative"


def _owner_behind(
    figure: Figure, before: Sequence[Name], behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    """Yield Acme of "60% of Acme's orders", also where another makes it up ("China brought 9% of Acme's sales")."""
    led = any(played[name] == roles.SUBJECT for name in before)
    if led and not _PART_OF.search(read.text, max(0, figure.span.start - 30), figure.span.start):
        return
    for name in behind[:1]:
        owner = played[name] in (roles.OWNER_OF_OBJECT, roles.POSSESSOR) and name.how != "pronoun"
        link = _MULTIPLIES if figure.quantity.unit == _RATIO else _OF
        if owner and link.fullmatch(read.text, figure.span.end, name.span.start):
            yield name, "owner-behind"


def _agents(
    figure: Figure, behind: Sequence[Name], played: dict[Name, str], read: Annotated
) -> Iterator[tuple[Name, str]]:
    for name in behind:
        if played[name] == roles.AGENT:
            between = Span(figure.span.end, name.span.start)
            if not read.within(read.figures, between) and "," not in between.of(read.text):
                yield name, roles.AGENT


def _governing(before: Sequence[Name], played: dict[Name, str]) -> Iterator[Name]:
    """Yield subjects and possessors before the figure, the nearest first; of joined subjects the first."""
    for name in reversed(before):
        if played[name] in (roles.SUBJECT, roles.POSSESSOR):
            yield name
