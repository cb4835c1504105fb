"""Made-up stories: an outlet's own report, and who copied, relayed, bent and denied it. What is true is known."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.lexicon.names import registry
from kg.model import (
    Agent,
    Document,
    Entity,
    Extraction,
    FigureClaim,
    Mention,
    Period,
    Quantity,
    RelationClaim,
    Response,
    Span,
    Step,
    Unnamed,
)

MEASURES = ("revenue", "net-profit", "capital-expenditure", "ai-infrastructure-spending", "data-centre-investment")
PEOPLE = ("people familiar with the matter", "a person briefed on the plan", "two people close to the company")
DRIFTS = ("none", "number", "bound", "mode", "measure")
CHINA = Entity("China", "Place", "china")
ANSWERS = ("denies", "declines_to_comment", "confirms", "no_response")
SHARES = {
    "unnamed source": 0.7,
    "copy": 0.2,
    "own sources": 0.15,
    "well-known company": 0.5,
    "two currencies": 0.3,
    "share of orders": 0.15,
    "source named by the relay": 0.7,
    "hedge": 0.3,
    "answer": 0.4,
}
"""How often something happens, each time it can."""


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one story. `restates` pairs (article, mention) with the (article, mention) it comes from.

    `origins` gives for each article's mentions the article that said it first; `drifts` what a relay changed.
    """

    number: int
    articles: tuple[Extraction, ...]
    restates: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    drifts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence to be printed: its claim, the words before, of and behind the figure, and who is credited."""

    claim: FigureClaim | RelationClaim
    before: str
    figure: str
    behind: str
    via: tuple[Step, ...] = ()
    hedge: str | None = None
    part_of: int | None = None


def story(number: int, seed: int) -> Story:
    """Return one story; it depends on its number and the seed alone."""
    dice = random.Random(f"{seed}/{number}")  # noqa: S311 - a repeatable choice, no secret
    subject = _subject(dice, number)
    outlets = dice.sample(_known("Outlet"), 6)
    year, day = dice.randint(2019, 2026), f"{dice.randint(1, 12):02}-{dice.randint(1, 20):02}"
    source: Agent = Unnamed(dice.choice(PEOPLE)) if _happens(dice, "unnamed source") else _analyst(number)
    own = _figures(dice, subject, year, source)
    first = _article(_head(number, 0, outlets[0], f"{year}-{day}"), subject, [*own, *_relation(dice, subject)], ())
    credit = Step((outlets[0],), date=first.document.date)
    articles, pairs, drifts = [first], [], []
    for place in range(1, dice.choice((1, 2, 2, 3, 4, 5)) + 1):
        if place == 1 and _happens(dice, "copy"):
            articles.append(_copy(first, f"story-{number}-1", dice.choice(outlets[1:])))
            pairs += [((1, index), (0, index)) for index in range(len(first.mentions))]
            drifts.append("copy")
            continue
        head = _head(number, place, outlets[place], f"{year}-{day}")
        if _happens(dice, "own sources"):
            said = _figures(dice, subject, year, Unnamed(dice.choice(PEOPLE)))
            articles.append(_article(head, subject, said, ()))
            drifts.append("own")
            continue
        drift = dice.choice(DRIFTS)
        told = [_relayed(dice, said, credit, source, drift) for said in own[:2]]
        articles.append(_article(head, subject, told, _answers(dice, subject, told[0].claim)))
        pairs += [((place, index), (0, index)) for index in range(len(told))]
        drifts.append(drift)
    return Story(number, tuple(articles), tuple(pairs), tuple(drifts))


def _happens(dice: random.Random, what: str) -> bool:
    return dice.random() < SHARES[what]


def _subject(dice: random.Random, number: int) -> Entity:
    """Return a company: half of the stories are about well-known ones, half about ones that only few stories have."""
    if _happens(dice, "well-known company"):
        return dice.choice(_known("Company"))
    return Entity(f"Made Up Works {number // 10}", "Company")


@cache
def _known(kind: str) -> tuple[Entity, ...]:
    """Return the entities of a kind in the registry, in the order of their slugs."""
    return tuple(entity for _, entity in sorted(registry().entities.items()) if entity.kind == kind)


def _analyst(number: int) -> Entity:
    return Entity(f"Analyst {number % 500}", "Person")


def _figures(dice: random.Random, subject: Entity, year: int, source: Agent) -> list[Said]:
    via, period = (Step((source,)),), Period(str(year))
    whole = dice.randint(10, 900)
    parts = (whole * 2 // 3, whole // 4)
    measure = dice.choice(MEASURES)
    found = []
    for index, amount in enumerate((whole, *parts)[: dice.randint(1, 3)]):
        bound = dice.choice(("exact", "exact", "about", "more_than"))
        quantities = [Quantity(Decimal(amount).scaleb(8), "USD", bound, scale=9)]
        printed = f"{_BOUNDS[bound]}${Decimal(amount).scaleb(-1)} billion"
        if index == 0 and _happens(dice, "two currencies"):
            quantities.append(Quantity(Decimal(amount * 73).scaleb(7), "CNY", bound, scale=9))
            printed += f" ({Decimal(amount * 73).scaleb(-2)} billion yuan)"
        claim = FigureClaim(
            subject,
            measure,
            tuple(quantities),
            scope=CHINA if index == 1 else None,
            period=period,
            mode=dice.choice(("actual", "planned")),
        )
        before = f"{subject.name} puts its {measure.replace('-', ' ')}" + (f", part {index}," if index else "") + " at "
        behind = f" for {year}, according to {_name(source)}."
        found.append(Said(claim, before, printed, behind, via, None, 0 if index else None))
    if _happens(dice, "share of orders"):
        claim = FigureClaim(subject, "other", (Quantity(Decimal(whole), "percent"),), measure_text="share of orders")
        found.append(Said(claim, f"{subject.name} holds ", f"{whole} percent", " of the orders."))
    return found


_BOUNDS = {"exact": "", "about": "about ", "more_than": "more than ", "up_to": "up to "}


def _relation(dice: random.Random, subject: Entity) -> list[Said]:
    other, chip, rule = dice.choice(_known("Company")), dice.choice(_known("Chip")), dice.choice(_known("Regulation"))
    choices = (
        RelationClaim(subject, "makes", chip),
        RelationClaim(subject, "buysFrom", other),
        RelationClaim(subject, "customerOf", other),
        RelationClaim(chip, "restrictedBy", rule),
    )
    claim = dice.choice(choices)
    printed = f"{claim.subject.name} {claim.predicate} {claim.object.name}"
    return [Said(claim, "It is said that ", printed, ".")]


def _relayed(dice: random.Random, said: Said, credit: Step, source: Agent, drift: str) -> Said:
    """Return what a relay prints of it, with the outlet it credits and, mostly, the outlet's source."""
    assert isinstance(said.claim, FigureClaim)
    claim, printed = said.claim, said.figure
    stated = claim.quantities[0]
    if drift == "number":
        stated = replace(stated, value=stated.value * 2)
        printed = f"{stated.value.normalize():f}"
    elif drift == "bound":
        stated, printed = replace(stated, bound="up_to"), f"up to {printed}"
    elif drift == "mode":
        claim = replace(claim, mode="estimated")
    elif drift == "measure":
        claim = replace(claim, measure="investment")
    claim = replace(claim, quantities=(stated, *claim.quantities[1:]))
    via = (credit, *([Step((source,))] if _happens(dice, "source named by the relay") else []))
    hedge = "reportedly" if _happens(dice, "hedge") else None
    return Said(claim, f"{_name(credit.agents[0])} reported that it would be ", printed, ".", via, hedge, said.part_of)


def _answers(dice: random.Random, subject: Entity, claim: FigureClaim | RelationClaim) -> Sequence[Response]:
    if not _happens(dice, "answer"):
        return ()
    stance = dice.choice(ANSWERS)
    return (Response(subject, stance, Span(0, 0), f"the figure ({stance.replace('_', ' ')})", (claim,)),)


def _head(number: int, place: int, outlet: Entity, date: str) -> Document:
    name = f"story-{number}-{place}"
    return Document("", name, f"news/{name}.txt", outlet=outlet.name, date=date)


def _article(head: Document, subject: Entity, said: Sequence[Said], answers: Sequence[Response]) -> Extraction:
    """Return an article that prints these sentences one a line, and the answers behind them."""
    title = f"{subject.name} in the news ({head.source})"
    text = f"{title}\n{head.outlet}\n{head.date}\n\n"
    body, mentions, responses = len(text), [], []
    for one in said:
        start, begin = len(text), len(text) + len(one.before)
        text += one.before + one.figure + one.behind
        figure, quote = Span(begin, begin + len(one.figure)), Span(start, len(text))
        mentions.append(Mention(one.claim, quote, figure, one.via, hedge=one.hedge, part_of=one.part_of))
        text += "\n"
    for answer in answers:
        start = len(text)
        text += f"{subject.name} answered on {answer.about}."
        responses.append(replace(answer, quote=Span(start, len(text))))
        text += "\n"
    document = replace(head, text=text, title=title, body=body)
    return Extraction(document, tuple(mentions), tuple(responses))


def _copy(article: Extraction, name: str, outlet: Entity) -> Extraction:
    """Return the same text in another outlet."""
    document = replace(article.document, source=name, path=f"news/{name}.txt", outlet=outlet.name)
    return replace(article, document=document)


def _name(agent: Agent) -> str:
    return agent.name if isinstance(agent, Entity) else agent.wording


def stories(articles: int, seed: int) -> Iterator[Story]:
    """Yield stories until they have at least this many articles; one is in memory at a time."""
    number = done = 0
    while done < articles:
        made = story(number, seed)
        yield made
        done += len(made.articles)
        number += 1
