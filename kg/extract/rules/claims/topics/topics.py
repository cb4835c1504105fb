"""Whom a figure is about, with the text around: the sentence's own subject, or whom the text has been about."""

import re
from functools import lru_cache

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.carrying.discourse import LEAST_AMOUNT
from kg.extract.rules.claims.reach import reaches
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told
from kg.extract.rules.claims.topics.guests import GOING_ON, gives_itself, is_guest, led_anew, raised
from kg.extract.rules.claims.topics.leaders import LEADER
from kg.extract.rules.claims.topics.listings import named_before, words_of
from kg.extract.rules.claims.topics.makers import of_their_maker
from kg.extract.rules.claims.topics.markets import of_a_market, opens_with_market
from kg.extract.rules.claims.topics.only import only_company, referred_to
from kg.extract.rules.claims.topics.others import OTHERS_ACT, is_of_others, is_of_unnamed, of_no_company
from kg.extract.rules.claims.topics.priced import of_any, of_each
from kg.extract.rules.claims.topics.speaking import (
    PRONOUNS,
    foresees_itself,
    foresees_others,
    of_its_own,
    of_speaker,
    sets_target,
    spoken_by,
)
from kg.extract.rules.claims.topics.spoken_of import spoken_of
from kg.extract.rules.claims.topics.surveys import asked_of_a_public
from kg.extract.rules.claims.topics.whole_or_part import of_the_unit
from kg.extract.rules.measures.kinds import unit_kind
from kg.extract.rules.measures.terms import OTHER
from kg.extract.rules.references.watchers import lends
from kg.extract.rules.subjects.candidates import COMPARED, SURE
from kg.extract.rules.subjects.forecasters import foresaw
from kg.extract.rules.subjects.places import acts_alone, land
from kg.extract.rules.subjects.roles import SUBJECT
from kg.extract.rules.subjects.subject_roles import MARKET, THE_DEAL, UNKNOWN, Chosen
from kg.extract.rules.subjects.subjects import RESPECTIVE, subject
from kg.extract.rules.subjects.wealth import of_a_person
from kg.extract.rules.text.asides import asides
from kg.extract.rules.text.clauses import nearness
from kg.extract.rules.text.constructions import Construction
from kg.lexicon.codes import scheme
from kg.lexicon.wordlists import words
from kg.model import Span

_PLACE, _CARRIED_ON = "Place", frozenset({"discourse", "discourse-kind"})
_LENT = GOING_ON | {"discourse", "discourse-kind", "topic", LEADER, "share-told"}
"""Rules by which the subject is one that the sentence does not name."""
_LOOSELY = _LENT | {"headline", "suffered", "only-company", "object", "behind", "modifier", "owner-of-object"}
"""Rules for whom a sentence that is about somebody else may name."""
_WHOLE, _PERCENT = 100, "percent"
_WEAK = frozenset({"object", "behind", "modifier", "owner-of-object", "speaker", "unknown-subject"})
"""Rules for the subject that give way to the subject of the same amount named before."""
_LOOSE = _WEAK | {"topic"}
"""Rules for the subject that are not enough where the measure is a product's or unknown."""
_COUNT = "count"
_OPENS = re.compile(
    r"(?:(?:In|On|At|During|Since|Over|Last)\s[^,;.]{2,40},\s)?(?:(?:At\sleast|About|about|Some|some|The|All)\s)?"
)
_IS_DONE = Construction(
    r"\s(?:were|was|have\sbeen|had\sbeen|has\sbeen)\s(?:[a-z]+ly\s)?(?:[a-z]{2,}ed|{irregular-participle})\b"
)
_CLOSE = 0.6
_BY_OTHERS = Construction(
    r"(?:\sof\sthe\s\S+(?:\s{scales:*})?)?\s(?:[a-z]+\s)?{laid-out}\sby\s(?:the\s)?(?:[A-Z][\w.]*\s)?(?:[a-z-]+\s){0,2}?{spenders}\b"
)
"""What makes an amount that of people without a name: "the $9 billion spent by Dutch investors"."""
_OWN_PRICES = Construction(r"\b{own-prices}\b")
"""Prices of what only the company sells that a text is about: "fares rose 13%"."""
_BUYS = Construction(r",?\s(?:[a-z]+\s){0,4}?{notions:acquire}\s")
"""What makes the name before it the buyer: "agreed to buy"."""


def whom(case: Case, story: Story) -> Chosen:
    """Return whom the figure is about; an entity of None where the text does not tell."""
    person = of_a_person(case.figure, case.sentence, story.read)
    nobody = _tells_of_a_thing(case, story.read) or of_any(case, story.read) or asked_of_a_public(case, story.read)
    if person or nobody:
        return UNKNOWN
    sources = [act.source for act in case.acts if act.source]
    found = spoken_by(
        subject(case.figure, case.sentence, case.code, story.read, sources), case, story.topic, story.read
    )
    if named := of_the_unit(case, story.read) or raised(found, case, story) or _of_price_goal(found, case, story):
        return named
    if (found.entity is None and opens_with_market(case, story.read)) or of_a_market(case, found, story):
        return MARKET
    if found.rule not in SURE and _BY_OTHERS.match(story.read.text, case.figure.span.end):
        return UNKNOWN
    if foresees_others(found, case, story):
        found = UNKNOWN
    taken = _from_earlier(case, found, story)
    chosen = taken or _by_measure(case, found, story) or _told_around(case, found, story)
    if is_of_others(chosen, case, story.read, lent=chosen.rule in _LENT) or _is_of_none(chosen, case, story.read):
        return Chosen(None, OTHERS_ACT)
    if chosen.rule in _LENT:
        company = chosen.entity is not None and chosen.entity.kind != _PLACE
        none = Chosen(None, OTHERS_ACT) if company and of_no_company(case, story.read) else None
        maker = of_their_maker(chosen, case, story.read)
        chosen = acts_alone(case.figure, case.sentence, case.code, story.read) or none or maker or chosen
    doubted = chosen.rule in _LENT and gives_itself(chosen, case, story.read)
    doubted = doubted or (not taken and chosen.rule not in SURE and foresaw(chosen.entity, case.facts, story.read))
    return UNKNOWN if doubted else chosen


def _is_of_none(chosen: Chosen, case: Case, read: Annotated) -> bool:
    """Tell whether a sentence is about people or a company without a name, and not about whom it names loosely."""
    return chosen.rule in _LOOSELY and (is_of_unnamed(chosen, case, read) or _is_of_people(case, read))


def _is_of_people(case: Case, read: Annotated) -> bool:
    """Tell whether those counted are who a sentence is about, to whom something is done: "Four men were arrested"."""
    figure = case.figure
    if case.code != OTHER or figure.quantity.unit != _COUNT or figure.noun is None or not figure.noun:
        return False
    opens = _OPENS.fullmatch(read.text, case.sentence.start, figure.span.start)
    return opens is not None and _IS_DONE.match(read.text, figure.noun.end) is not None


def _of_price_goal(found: Chosen, case: Case, story: Story) -> Chosen | None:
    """Return the topic where a bank changes what it foresees a share to cost: "Ferrous Bank cut its price target"."""
    if found.entity is None or not lends(found.entity) or not sets_target(case, story.read):
        return None
    told = story.topic and is_guest(found.entity, story) and named_before(story.topic, case, story.read)
    return Chosen(story.topic, "topic") if told else _told_around(case, UNKNOWN, story)


def _from_earlier(case: Case, found: Chosen, story: Story) -> Chosen | None:
    """Return the subject of the earlier figure that this one goes on from, unless somebody else has come up since."""
    earlier = case.carried.earlier
    if earlier is None or earlier.subject is None or foresees_itself(found, case, story):
        return None
    rule = _taken_over(case, found, earlier, story.read)
    if rule is None:
        return None
    led = led_anew(case, earlier, story.read) if rule in GOING_ON and found.entity is None else None
    return led or Chosen(earlier.subject, rule, earlier.figure.span)


def _by_measure(case: Case, found: Chosen, story: Story) -> Chosen | None:
    """Return the subject where the measure, or that none is known, asks for a surer one than the sentence may have."""
    if each := of_each(case, story.read):
        return each
    if "true" in case.facts.get("ownSubject", ()):
        sure = found.rule not in _LOOSE and (_close(case, found, story) or _deals(case, found, story))
        sure = sure or foresees_itself(found, case, story)
        fares = not sure and _OWN_PRICES.search(case.sentence.of(story.read.fold))
        return _told_around(case, UNKNOWN, story) if fares else found if sure else _of_the_deal(case, story)
    if case.code != OTHER or found.rule == RESPECTIVE or of_its_own(found, case, story.read):
        return None
    if found.rule in _LOOSE or (found.entity and not _near_or_leading(case, found, story)):
        return UNKNOWN if _is_price(case) else _told_around(case, UNKNOWN, story)
    return None


def _told_around(case: Case, found: Chosen, story: Story) -> Chosen:
    """Return the subject of the sentence, or where it has none whom the text around tells."""
    if found.entity is None:
        found = of_speaker(case, story.read) or referred_to(case, story.read) or spoken_of(case, story)
    found = _placed(found, case, story.read)
    open_yet = found.entity is None and found is not MARKET and case.code != OTHER
    return only_company(case, story.read) if open_yet else found


def _placed(found: Chosen, case: Case, read: Annotated) -> Chosen:
    """Return the place that the sentence is about, where nobody was found or only a place was carried on."""
    carried = found.entity is not None and found.entity.kind == _PLACE and found.rule in _CARRIED_ON
    if carried or (found.entity is None and case.code != OTHER):
        return land(case.figure, case.sentence, case.code, read) or found
    return found


def _taken_over(case: Case, found: Chosen, earlier: Told, read: Annotated) -> str | None:
    """Return the rule by which the subject is that of an earlier figure, None where the sentence's own goes."""
    if found.rule == COMPARED:
        return None
    opens = found.rule == SUBJECT and earlier.sentence < case.index  # "Beta's profit rose from $7 million"
    if (case.figure.role == "from" and not opens) or found.rule in _WEAK:
        return case.carried.reading.rule
    pronoun = found.span is not None and found.span.of(read.fold) in PRONOUNS
    compared = earlier.sentence == case.index and case.carried.reading.rule == "older-value"
    return "older-value" if pronoun and compared else None


def _tells_of_a_thing(case: Case, read: Annotated) -> bool:
    """Tell whether a figure says what a thing is like, so that it is about no company.

    A size of storage is a model's, unless it is so much "of" something; a price "off" is a shop's; "100 percent" that
    is of nothing is a degree.
    """
    quantity, behind = case.figure.quantity, read.fold[case.figure.span.end :][: len(" off ")]
    if unit_kind(quantity.unit) == "money":
        return quantity.value < LEAST_AMOUNT and behind == " off "
    sized = quantity.unit in _storage() or (quantity.unit == "percent" and quantity.value == _WHOLE)
    return case.code == OTHER and sized and not behind.startswith(" of ")


@lru_cache(maxsize=1)
def _storage() -> frozenset[str]:
    return frozenset(unit.code for unit in scheme("units").values() if "storage" in unit.facts.get("dimension", ()))


def _is_price(case: Case) -> bool:
    """Tell whether the figure is an amount of money so small that it is the price of something unknown."""
    quantity = case.figure.quantity
    return unit_kind(quantity.unit) == "money" and quantity.value < LEAST_AMOUNT


def _close(case: Case, found: Chosen, story: Story) -> bool:
    """Tell whether subject and figure stand in one clause."""
    others = story.read.within(story.read.figures, case.sentence)
    return found.span is not None and nearness(case.figure.span, found.span, story.around, others) >= _CLOSE


def _near_or_leading(case: Case, found: Chosen, story: Story) -> bool:
    """Tell whether the subject stands by the figure, or governs the clause that the figure is in."""
    if _close(case, found, story):
        return True
    return found.rule == SUBJECT and found.span is not None and _governs(case, found.span, story.read.text)


def _governs(case: Case, span: Span, text: str) -> bool:
    """Tell whether what stands at `span` is the subject of the clause that the figure is in."""
    figure, sentence = case.figure.span, case.sentence
    return span.end <= figure.start and reaches(span, figure, sentence, text, asides(sentence, figure, text))


def _deals(case: Case, found: Chosen, story: Story) -> bool:
    """Tell whether the subject of the clause is who buys or sells: no other clause opens before the price."""
    if found.rule != SUBJECT or found.span is None or "Company" not in case.facts.get("dealtBy", ()):
        return False
    return _governs(case, found.span, story.read.text)


def _headed(case: Case, read: Annotated) -> Chosen:
    """Return the one company of a headline that speaks of what the figure measures: "Acme to raise prices"."""
    title = read.sentences[0].span if read.sentences and read.sentences[0].headline else None
    if (
        title is None
        or case.figure.quantity.unit != _PERCENT
        or words("notions", "price").isdisjoint(words_of(title, read))
    ):
        return UNKNOWN
    named = {name.entity for name in read.within(read.names, title) if name.entity.kind == "Company"}
    return Chosen(next(iter(named)), "headed", title) if len(named) == 1 else UNKNOWN


def _of_the_deal(case: Case, story: Story) -> Chosen:
    """Return who buys, where only a clause parts buyer and price, or a sentence goes on about a deal told of before."""
    if "Company" not in case.facts.get("dealtBy", ()):
        return _headed(case, story.read)
    read = story.read
    buyers = [
        name
        for name in read.within(read.names, Span(case.sentence.start, case.figure.span.start))
        if name.entity.kind == "Company" and _BUYS.match(read.text, name.span.end, case.figure.span.start)
    ]
    if len(buyers) == 1:
        return Chosen(buyers[0].entity, "buyer", buyers[0].span)
    return spoken_of(case, story) if _is_of_the_deal(case, read.text) else UNKNOWN


def _is_of_the_deal(case: Case, text: str) -> bool:
    """Tell whether a sentence goes on about a deal that the text has told of: "The deal, for about $2 billion, ..."."""
    return THE_DEAL.match(text, case.sentence.start, case.figure.span.start) is not None
