"""Names that the registry lacks: capitalised words that their surroundings make a company, a person or a product.

A stretch of capitals is taken for a name only where something says so: a legal form, a ticker, an office or a kind of
thing named before it, an apposition behind it, a verb of saying, a possessive. Once one mention is told, every
other mention of the same words in the text is the same name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from kg.extract.rules.annotations import Name
from kg.extract.rules.names.business import does_business, is_dealt_in
from kg.extract.rules.names.capitalised import Stretch, personal
from kg.extract.rules.names.closings import closed
from kg.extract.rules.names.indices import names_index
from kg.extract.rules.names.longer import bare
from kg.extract.rules.names.neighbours import beside, listed, of_place
from kg.extract.rules.names.products import COINED, made
from kg.extract.rules.names.runs import alike
from kg.extract.rules.text.constructions import Construction
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.surroundings import Surroundings
from kg.lexicon.nouns import kind_of
from kg.lexicon.wordlists import alternation, concept_of, words
from kg.model import Entity, Span

_OFFICE = 90
"""How far before a person's name an office beside it may begin, in characters."""
_ENGLISH = re.compile(
    r"\b(?:the|The|and|of|to|for|with|said|says|by|from|that|which|its|has|was|is|had|have|did|will|would|were|are|after|at|on|also|about)\b"
)
_TICKER = re.compile(r"\s?\((?:[A-Za-z]{2,8}\s?:\s?|\.)?([A-Z]{2,5})(?:\.[A-Z]{0,3})?\)")
_POSSESSIVE = Construction(
    r"['’]s\s(?:[a-z]|{#amount}|(?:[A-Z][\w-]+\s){1,2}(?:[a-z-]+\s){0,2}?{relation-cues:sites}\b)"
)
CITED = re.compile(
    r"(?:(?:[Aa]ccording to|[Dd]ata from)\s(?:the\s)?(?:(?!(?:a|an|its|their)\s)[a-z-]+\s){0,3}"
    r"|(?:\b(?:[Rr]esearch|[Ss]urvey|[Ss]tudy|[Rr]eport) by|\btold|[Ff]igures from|[Ee]stimates from)\s(?:the\s)?)\Z"
)
"""What stands right before the source of a figure: "according to the", "a survey by", "figures from"."""
_PERSON_TOKENS = (2, 3)
_TRADE = "company"
"""The class of words for a trade, which name a company where they head it: "Vela Express", no "Express Card"."""
_BODY = "Organization"
"""What speaks or owns something and is told no further: a company where it is also seen doing business."""
BACK = 48
"""Characters looked at before a name: room for two words of office or kind."""
_TOKEN = re.compile(r"\S+")
_PARTS = ("group", "trade")
"""Legal forms that news keeps as a part of the name."""
_LONG_ACRONYM = 6
_INITIAL = re.compile(r"[A-Z]\.")
"""What stands between a person's first and last name, and in no company's: "Ann B. Lee"."""
_INITIALS, _FIRST_AND_LAST = re.compile(r"[A-Z]{2}"), 2
_AGENCY_AHEAD = re.compile(r"[A-Z][A-Z.,/ ]{2,40}(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})? \(")
_AGENCY_BEHIND = re.compile(r"\) ?[-–—]")
_MARKS = "\"“‘'"
_EDGE = re.compile(r"\b(?=\w)")
_OFFICE_BEFORE = Construction(
    r"(?:['’]s?|\b[Tt]he|\b[Ii]ts|\b[Tt]heir)\s(?:[A-Za-z-]+\s){0,4}?(?i:{titles:role})(?:\sof\s[\w\s]+)?,\s\Z"
)
_OFFICE_BEHIND = Construction(
    r",\s(?:[A-Z][\w&.-]*\s){0,3}?[A-Z][\w&.-]*['’]s?\s(?:[A-Za-z-]+\s){0,4}?(?i:{titles:role})\b"
)
_SAID_BY = Construction(r"[,”\"’']\s{verbs:saying}\s(?:the\s)?\Z")
"""A verb of saying between a comma or quotation and the speaker: "..., reported Compute Courier"."""
_LEGAL_FORM = Construction(r",?\s{legal-forms:*}\b")


def unknown_names(around: Surroundings, found: Sequence[Stretch], known: Sequence[Name] = ()) -> tuple[Name, ...]:
    """Return the unknown names among the capitalised stretches, kind told, in order; `known` names help to tell it."""
    kinds = _by_legal_form(found, around)
    ends = {name.span.end: name.entity.kind for name in known}
    for stretch in found:
        part = stretch.tokens[-1] in words("name-heads", "last") and ends.get(stretch.span.start - 1) == "Company"
        kind = None if part or stretch.text in kinds else _kind(stretch, around) or of_place(stretch, around, ends)
        if kind:
            kinds[stretch.text] = kind
    for stretch in found:
        if kinds.get(stretch.text) == "Person" and not _told_person(stretch) and _trades(stretch, around):
            kinds[stretch.text] = "Company"
    speaking = {stretch.text for stretch in found if kinds.get(stretch.text) == "Person"} - _persons(found, around)
    people = frozenset(s.tokens[-1] for s in found if len(s.tokens) > 1 and personal(s.tokens))
    inner = frozenset(s.text for s in found if not around.opens(s.span.start) and not around.titled(s.span.start))
    for stretch in found:
        loose = (kinds.get(stretch.text, _BODY) == _BODY or stretch.text in speaking) and not _heads_body(stretch)
        if loose and does_business(stretch, around, people, inner):
            kinds[stretch.text] = "Company"
    listed(found, around, kinds, ends)
    alike(found, known, around, kinds)
    made(found, around, kinds, ends)
    for stretch in [stretch for stretch in found if stretch.text in kinds and bare(stretch.text) != stretch.text]:
        kinds.setdefault(bare(stretch.text), kinds[stretch.text])  # "Acme Ltd" once, "Acme" from then on
    told = [part for one in found for part in ((one,) if one.text in kinds else _in_title(one, kinds, around))]
    full = _full_names(told, kinds)
    return tuple(_named(s, Entity(full[kinds[s.text], bare(s.text)], kinds[s.text]), around.text) for s in told)


def _named(stretch: Stretch, entity: Entity, text: str) -> Name:
    """Return the name, a company's with the full stop of its legal form and the code of its share in its span."""
    span = stretch.span
    return Name(Span(span.start, closed(text, span.end)) if entity.kind == "Company" else span, entity, "unknown")


def _in_title(stretch: Stretch, kinds: dict[str, str], around: Surroundings) -> Iterator[Stretch]:
    """Yield the longest name in a stretch that stands in a title.

    A single word of a title is a name only where the text nowhere prints it without its capital.
    """
    index, count = around.index(stretch.span.start), len(stretch.tokens)
    if count == 1 or index < 0 or not (around.sentences[index].headline or around.titled(stretch.span.start)):
        return
    parts = (slice(first, first + size) for size in range(count - 1, 0, -1) for first in range(count - size + 1))
    for part in parts:
        tokens = stretch.tokens[part]
        if " ".join(tokens) in kinds and (len(tokens) > 1 or tokens[0].lower() not in around.text):
            places = [found.span() for found in _TOKEN.finditer(stretch.span.of(around.text))]
            start = stretch.span.start
            if len(places) == count:
                yield Stretch(Span(start + places[part.start][0], start + places[part.stop - 1][1]), tokens)
            return


def _persons(found: Sequence[Stretch], around: Surroundings) -> frozenset[str]:
    """Return the names that more than a verb of saying makes persons: an office, a title, a first name."""
    told = (s for s in found if (len(s.tokens) > 1 or _holds_office(s)) and personal(s.tokens))
    return frozenset(stretch.text for stretch in told if _is_person(stretch, around))


def _is_person(stretch: Stretch, around: Surroundings) -> bool:
    if _by_form(stretch, around) == "Person" or beside(stretch, around) == "Person":
        return True
    text, start, end = around.text, stretch.span.start, stretch.span.end
    ahead = text[max(0, start - BACK) : start]
    before = _noun_before().search(ahead) if _noun_ends(ahead) else None
    behind = _apposition().match(text, end) if text.startswith(",", end) else None
    return any(
        noun is not None
        and noun[noun.lastindex or 1] is not None
        and _class(noun[noun.lastindex or 1], stretch) == "Person"
        for noun in (before, behind)
    )


def _by_legal_form(found: Sequence[Stretch], around: Surroundings) -> dict[str, str]:
    """Return the names that the text prints with the legal form of a company somewhere, as printed without it."""
    formal = (stretch for stretch in found if bare(stretch.text) != stretch.text or _legal_form_behind(stretch, around))
    told = {bare(stretch.text): _by_form(stretch, around) for stretch in formal}
    return {name: kind for name, kind in told.items() if kind == "Company" and " " in name}


def _legal_form_behind(stretch: Stretch, around: Surroundings) -> bool:
    return _LEGAL_FORM.match(around.text, stretch.span.end) is not None


def _full_names(told: Iterable[Stretch], kinds: dict[str, str]) -> dict[tuple[str, str], str]:
    """Return class and bare name -> the name that the text prints most often, the longer of two.

    News keeps some legal forms as a part of the name ("Acme Group"), and leaves all others out.
    """
    printed: dict[tuple[str, str], Counter[str]] = {}
    for stretch in told:
        printed.setdefault((kinds[stretch.text], bare(stretch.text)), Counter())[bare(stretch.text, *_PARTS)] += 1
    return {key: max(names, key=lambda name: (names[name], len(name))) for key, names in printed.items()}


def _headed(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name up to what an office is for: "Ministry" of "Ministry of Finance"."""
    office = tokens[0].lower() in concept_of("bodies") and tokens[1:2] in (("of",), ("for",))
    return tokens[:1] if office else tokens


def _heads_body(stretch: Stretch) -> bool:
    """Tell whether a word in a name makes it a body that does no business: a bank may, a ministry does not."""
    return any(
        token.lower() in concept_of("bodies") and token not in words("name-heads", "trading")
        for token in stretch.tokens
    )


def _prose(stretch: Stretch, around: Surroundings) -> bool:
    index = around.index(stretch.span.start)
    return index >= 0 and _ENGLISH.search(around.sentences[index].span.of(around.text)) is not None


def _kind(stretch: Stretch, around: Surroundings) -> str | None:
    """Return the class that the surroundings of this mention give the name, None where they give none."""
    by_form = "Outlet" if _opens_dateline(stretch, around.text) else _by_form(stretch, around)
    if all(token.isupper() for token in stretch.tokens) and (
        len(stretch.tokens) > 1 or len(stretch.text) > _LONG_ACRONYM
    ):
        return by_form if bare(stretch.text) != stretch.text and _prose(stretch, around) else None
    if by_form and around.titled(stretch.span.start) and around.text.count(stretch.text) == 1:
        return None  # "Acme Mobile Users Increased": a title has capitals on more than its names
    if by_form or around.titled(stretch.span.start) or not _prose(stretch, around):
        return by_form
    if stretch.text.lower() in words("scopes"):
        return None  # "Gaming, its older business, added 9%"
    return _by_words(stretch, around)


def _by_form(stretch: Stretch, around: Surroundings) -> str | None:
    """Tell the class by the name itself: title, legal form, the word that heads it, ticker, first name."""
    tokens = stretch.tokens
    if _holds_office(stretch):
        body = any(token.lower() in concept_of("bodies") for token in tokens)
        return "Person" if _of_person(tokens) and not body else None
    if tokens[-1] in words("legal-forms") or _LEGAL_FORM.match(around.text, stretch.span.end):
        return "Company" if len(tokens) > 1 or tokens[-1] not in words("legal-forms") else None
    joined = "&" in tokens and not _names_part(tokens)
    if len(tokens) > 1 and (joined or "&" not in tokens):
        for token in reversed(_headed(tokens)):
            concept = concept_of("bodies").get(token.lower())
            if concept and not (concept.code == _TRADE and _no_trade(token, tokens)):
                return concept.code.capitalize()
    if names_index(tokens) or joined:
        return _BODY if names_index(tokens) else "Company"
    given = len(tokens) in _PERSON_TOKENS and tokens[0] in words("given-names") and personal(tokens)
    if given or _has_initial(tokens):
        return "Person"
    return _by_brackets(stretch, around)


def _names_part(tokens: Sequence[str]) -> bool:
    """Tell whether the words are what a part of a company is called by: "Logistics & Services lifted its margin"."""
    return words("neighbours", "segment").issuperset(one.lower() for one in tokens if one != "&")


def _opens_dateline(stretch: Stretch, text: str) -> bool:
    """Tell whether the name is that of the agency in a dateline: "TOKYO, Nov 1 (Acme News) -"."""
    start, end = stretch.span.start, stretch.span.end
    if not (text.endswith(" (", 0, start) and text.startswith(")", end)):
        return False
    opened = text.rfind("\n", 0, start) + 1
    return _AGENCY_AHEAD.fullmatch(text, opened, start) is not None and _AGENCY_BEHIND.match(text, end) is not None


def _by_brackets(stretch: Stretch, around: Surroundings) -> str | None:
    """Tell a company by the code of its share behind it, a person by an office: "Kestrin (KST)", "Ann Lee (CEO)"."""
    found = _TICKER.match(around.text, stretch.span.end)
    if found and found[1] in words("capitals", "role"):
        return "Person" if personal(stretch.tokens) else None
    return "Company" if found and stretch.tokens[-1] not in words("name-heads", "measured") else None


def _trades(stretch: Stretch, around: Surroundings) -> bool:
    """Tell whether a company has a person's name: "the fashion chain Ted Marlow", "shares of Ted Marlow fell"."""
    text, start, end = around.text, stretch.span.start, stretch.span.end
    ahead = text[max(0, start - BACK) : start]
    before = _noun_before().search(ahead) if _noun_ends(ahead) else None
    behind = _apposition().match(text, end) if text.startswith(",", end) else None
    nouns = [found[found.lastindex].lower() for found in (before, behind) if found and found.lastindex]
    kinds = [kind for one in nouns if (kind := kind_of(one))]
    return "Company" in kinds or (not kinds and is_dealt_in(start, end, text))


def _told_person(stretch: Stretch) -> bool:
    return _holds_office(stretch) or _has_initial(stretch.tokens)


def _has_initial(tokens: tuple[str, ...]) -> bool:
    return len(tokens) == max(_PERSON_TOKENS) and _INITIAL.fullmatch(tokens[1]) is not None and personal(tokens)


def _no_trade(token: str, tokens: Sequence[str]) -> bool:
    """Tell whether a word for a trade does not head the name: a thing does, or it would have to stand at the end."""
    return tokens[-1] in words("name-heads", "thing") or (
        token in words("name-heads", "last") and token != bare(" ".join(tokens)).rsplit(" ", 1)[-1]
    )


def _holds_office(stretch: Stretch) -> bool:
    """Tell whether a title or an office stands right before the name."""
    several = len(stretch.tokens) in _PERSON_TOKENS or (len(stretch.tokens) == 1 and (stretch.title or "").isupper())
    office = stretch.title in words("capitals", "role") and several  # "Chairman Ann Lee", "CEO Lee"
    return office or stretch.title in words("titles", "honorific")


def _by_words(stretch: Stretch, around: Surroundings) -> str | None:
    """Tell the class by the words before and behind the name."""
    text, start, end = around.text, stretch.span.start, stretch.span.end
    ahead = text[max(0, start - BACK) : start]
    named_before = _noun_before().search(ahead) if _noun_ends(ahead) else None
    trade = stretch.title if stretch.title in words("capitals", "trade") else None  # "Chipmaker Acme reported ..."
    if named_before or trade:
        noun = named_before[1] if named_before else trade
        return _class(noun, stretch) if noun else "Company"
    apposition = _apposition().match(text, end) if text.startswith(",", end) else None
    told = (
        beside(stretch, around)
        or (_class(apposition["among"] or apposition[2], stretch) if apposition else None)
        or _in_office(stretch, around)
    )
    if told:
        return told
    if around.opens(start) and len(stretch.tokens) == 1 and not COINED.search(stretch.text):
        return None
    after = around.after(end)
    if after in words("verbs", "market"):
        return "Company"
    if after in words("verbs", "saying") or _reckons(after, text, end) or CITED.search(ahead) or _SAID_BY.search(ahead):
        bare = around.before(start).lower() != "the"
        return "Person" if bare and len(stretch.tokens) in _PERSON_TOKENS and personal(stretch.tokens) else _BODY
    return _BODY if _POSSESSIVE.match(text, end) and len(stretch.tokens) == 1 else None


def _reckons(after: str, text: str, end: int) -> bool:
    """Tell whether a verb that is a noun too tells a clause: "Kestrin projects that"."""
    cue = verbs().get(after)
    return cue is not None and "third" in cue.forms and text.startswith(f" {after} that ", end)


def _in_office(stretch: Stretch, around: Surroundings) -> str | None:
    """Tell whether an office stands beside a person: "Acme's chief, Ann Lee, ...", "Ann Lee, Acme's chief, ..."."""
    text, start, end = around.text, stretch.span.start, stretch.span.end
    if not text.startswith(",", end) or len(stretch.tokens) not in _PERSON_TOKENS or not personal(stretch.tokens):
        return None
    before = text.endswith(", ", 0, start) and _OFFICE_BEFORE.search(text, max(0, start - _OFFICE), start)
    return "Person" if before or _OFFICE_BEHIND.match(text, end) else None


@lru_cache(maxsize=1)
def _heads() -> str:
    return alternation((*words("nouns"), *words("titles", "role"), *words("neighbours", "role")))


@lru_cache(maxsize=1)
def _noun_before() -> re.Pattern[str]:
    apposed = alternation(words("verbs", "apposed"))
    naming = alternation(words("semantic-fields", "naming"))
    return re.compile(rf"\b(?:({_heads()})s?(?:,?\s(?:[^\s.;]+\s){{0,3}}?{naming})?\s|{apposed},\s)[\"“‘']?\Z")


def _noun_ends(ahead: str) -> bool:
    """Tell whether the last word before a name can end what `_noun_before` matches, as few words do."""
    last = (ahead[:-1] if ahead.endswith(tuple(_MARKS)) else ahead).rsplit(None, 1)[-1:]
    return any(word[edge.start() :] in _last_words() for word in last for edge in _EDGE.finditer(word))


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    heads = [head.split()[-1] for head in (*words("nouns"), *words("titles", "role"), *words("neighbours", "role"))]
    apposed = [f"{edge}," for word in words("verbs", "apposed") for edge in (word.split()[-1], word.split("-")[-1])]
    naming = (phrase.split()[-1] for phrase in words("semantic-fields", "naming"))
    return frozenset((*heads, *(f"{head}s" for head in heads), *naming, *apposed))


@lru_cache(maxsize=1)
def _apposition() -> re.Pattern[str]:
    lead = r"(?:an?|the|its|their|senior|vice|former|chief|[A-Z]\w+['’]s)\s(?:[\w'’.-]+\s){0,5}?"
    among = rf"(?:one\sof|among)\s(?:the\s)?(?:[\w'’.-]+\s){{1,6}}?(?P<among>{_heads()})s\b"
    behind = r"(?!\s(?:[A-Z]|stores\b|(?:is|was|has|had|does|will|would)\b))"
    return re.compile(rf",\s(?:{among}|(?:{lead})?({_heads()})\b){behind}")


def _class(head: str, stretch: Stretch) -> str | None:
    noun = " ".join(head.lower().split())
    if kind := kind_of(noun):
        return kind
    if noun in words("neighbours", "role"):
        return "Company"
    return "Person" if _of_person(stretch.tokens) and len(stretch.tokens) <= max(_PERSON_TOKENS) else None


def _of_person(tokens: Sequence[str]) -> bool:
    """Tell whether the words may be a person's beside an office: there two capitals are initials ("RJ Scaringe")."""
    initials = len(tokens) == _FIRST_AND_LAST and _INITIALS.fullmatch(tokens[0]) is not None
    return personal(tokens[1:] if initials else tokens)
