"""Links between articles. The articles are values, as an extractor would have read them, encoded into a store."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from kg.link import links
from kg.model import (
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
    TextClaim,
    Unnamed,
)
from kg.rdf.encode import encode
from kg.rdf.iris import Iris
from kg.store.embedded import memory

BYTEDANCE = Entity("ByteDance", "Company", "bytedance")
NVIDIA = Entity("Nvidia", "Company", "nvidia")
FT = Entity("Financial Times", "Outlet", "financial-times")
REUTERS = Entity("Reuters", "Outlet", "reuters")
PEOPLE = Step((Unnamed("two people familiar with the plan", 2),))


def money(value: str, unit: str = "USD", bound: str = "exact", scale: int = 9) -> Quantity:
    return Quantity(Decimal(value) * 10**scale, unit, bound, scale=scale)


@dataclass(frozen=True)
class Line:
    """A sentence and the claim it states; `printed` is the figure inside it."""

    text: str
    printed: str = ""
    claim: FigureClaim | RelationClaim | TextClaim | None = None
    via: tuple[Step, ...] = ()
    negated: bool = False
    response: Response | None = None


def figure(*quantities: Quantity, measure: str = "capital-expenditure", subject: Entity | None = BYTEDANCE, **rest):
    rest.setdefault("period", Period("2025"))
    rest.setdefault("mode", "planned")
    return FigureClaim(subject, measure, quantities, **rest)


def article(title: str, outlet: str | None, date: str | None, *lines: Line, byline: tuple[str, ...] = ()) -> Extraction:
    text = title + "\n\n" + " ".join(line.text for line in lines)
    document = Document(text, title, f"{title}.txt", title=title, outlet=outlet, date=date, byline=byline)
    mentions, responses, at = [], [], len(title) + 2
    for line in lines:
        quote = Span(at, at + len(line.text))
        if line.claim is not None:
            start = at + line.text.index(line.printed)
            printed = Span(start, start + len(line.printed))
            mentions.append(Mention(line.claim, quote, printed, line.via, negated=line.negated))
        if line.response is not None:
            agent, stance = line.response.agent, line.response.stance
            responses.append(Response(agent, stance, quote, claims=line.response.claims, via=line.via))
        at = quote.end + 1
    return Extraction(document, tuple(mentions), tuple(responses))


class Linked:
    """The links of a few articles, with documents and mentions named by title and figure."""

    def __init__(self, *articles: Extraction) -> None:
        self.store = memory()
        self.titles = {}
        for one in articles:
            iri = Iris().document(one.document)
            self.titles[iri] = one.document.title
            self.store.put(iri, encode(one), one.document.text)
        self.quads = links(self.store)

    def pairs(self, predicate: str) -> set[tuple[str, str]]:
        return {
            (self.name(quad.subject.value), self.name(quad.object.value))
            for quad in self.quads
            if quad.predicate.value.endswith(f"#{predicate}")
        }

    def name(self, iri: str) -> str:
        document, _, mention = iri.partition("/mention/")
        if mention:
            printed = next(q.object.value for q in self.store.dump() if q.subject.value == iri and _is(q, "printed"))
            return f"{self.titles[document]}: {printed}"
        return self.titles.get(iri, iri.removeprefix("https://w3id.org/kg-news/id/"))


def _is(quad, name: str) -> bool:
    return quad.predicate.value.endswith(f"#{name}")


INFRASTRUCTURE = "ai-infrastructure-spending"
CITED = (Step((FT,), date="2025-01-21"), PEOPLE)


def original(title: str = "Big plan", date: str = "2025-01-21") -> Extraction:
    total = figure(money("12", bound="more_than"), measure=INFRASTRUCTURE)
    chips = figure(money("40", "CNY"), money("5.5"), measure="ai-chip-purchase-budget")
    return article(
        title,
        "Financial Times",
        date,
        Line("ByteDance will put more than $12bn into AI infrastructure in 2025.", "more than $12bn", total, (PEOPLE,)),
        Line("Of that sum, Rmb40bn ($5.5bn) is for chips.", "Rmb40bn ($5.5bn)", chips, (PEOPLE,)),
    )


def relay(claim: FigureClaim, printed: str = "$12 billion", via: tuple[Step, ...] = CITED, **rest) -> Extraction:
    line = Line(f"ByteDance is said to plan {printed}, a newspaper reported.", printed, claim, via)
    return article(rest.get("title", "Retold"), "Chip Ledger", rest.get("date", "2025-01-22"), line)


@pytest.mark.parametrize(
    ("printed", "claim", "source"),
    [
        ("$12bn", figure(money("12"), measure=INFRASTRUCTURE), "more than $12bn"),
        ("over $12bn", figure(money("12"), measure=INFRASTRUCTURE, period=Period("by-2025")), "more than $12bn"),
        ("$12bn of chips", figure(money("12"), measure="ai-chip-purchase-budget"), "more than $12bn"),
        (
            "$12bn in China",
            figure(money("12"), measure=INFRASTRUCTURE, scope=Entity("China", "Place", "china")),
            "more than $12bn",
        ),
        ("nearly $6 billion", figure(money("6", bound="about"), measure="ai-chip-purchase-budget"), "Rmb40bn ($5.5bn)"),
        (
            "40 billion yuan ($5.46 billion)",
            figure(money("40", "CNY"), money("5.46"), measure="ai-chip-purchase-budget"),
            "Rmb40bn ($5.5bn)",
        ),
        ("$12bn spent", figure(money("12"), measure=INFRASTRUCTURE, mode="actual"), "more than $12bn"),
        ("$15 billion", figure(money("15"), measure=INFRASTRUCTURE), "more than $12bn"),
    ],
)
def test_a_relay_restates_what_it_cites_however_it_drifted(printed, claim, source):
    links_found = Linked(original(), relay(claim, printed))
    assert links_found.pairs("restates") == {(f"Retold: {printed}", f"Big plan: {source}")}


@pytest.mark.parametrize(
    "claim",
    [
        figure(money("31"), measure="revenue"),
        figure(money("12"), measure=INFRASTRUCTURE, subject=NVIDIA),
        figure(Quantity(Decimal(60), "percent"), measure="share-of-chip-orders"),
    ],
)
def test_another_figure_is_no_restatement(claim):
    assert Linked(original(), relay(claim)).pairs("restates") == set()


def test_a_source_of_its_own_makes_a_new_origin():
    claim = figure(money("12"), measure=INFRASTRUCTURE)
    own = Line("It is $12 billion, two people said.", "$12 billion", claim, (PEOPLE,))
    cited = Line("Chips cost $5.5bn, the FT said.", "$5.5bn", figure(money("5.5"), measure="revenue"), CITED)
    found = Linked(original(), article("Confirmed", "Chip Ledger", "2025-01-22", own, cited))
    assert found.pairs("identifiedAs")
    assert not [pair for pair in found.pairs("restates") if "$12 billion" in pair[0]]


def test_an_article_does_not_restate_a_later_one():
    claim = figure(money("12"), measure=INFRASTRUCTURE)
    undated = (Step((FT,)), PEOPLE)
    assert Linked(original(date="2025-03-01"), relay(claim, via=undated)).pairs("restates") == set()


def test_a_wrong_credit_leads_to_what_is_really_repeated():
    capex = figure(money("150", "CNY", "more_than"), money("20.64"))
    wire = article(
        "Larger plan",
        "Reuters",
        "2025-01-23",
        Line(
            "ByteDance has budgeted over 150 billion yuan ($20.64 billion).",
            "over 150 billion yuan ($20.64 billion)",
            capex,
            (PEOPLE,),
        ),
    )
    blog = relay(figure(money("20")), "$20 billion", via=(Step((FT,)), PEOPLE), date="2025-01-27")
    found = Linked(original(), wire, blog)
    assert found.pairs("restates") == {("Retold: $20 billion", "Larger plan: over 150 billion yuan ($20.64 billion)")}


def test_a_rightly_credited_outlet_without_its_report_is_not_replaced():
    wire = article(
        "Larger plan", "Reuters", "2025-01-20", Line("It is $20bn.", "$20bn", figure(money("20")), (PEOPLE,))
    )
    assert Linked(wire, relay(figure(money("20")), "$20 billion")).pairs("restates") == set()


def test_a_figure_without_a_source_in_a_citing_article_is_the_cited_reports():
    cited = Line(
        "The plan is for $12 billion, the FT said.", "$12 billion", figure(money("12"), measure=INFRASTRUCTURE), CITED
    )
    silent = Line(
        "Chips take 40 billion yuan.", "40 billion yuan", figure(money("40", "CNY"), measure="ai-chip-purchase-budget")
    )
    other = Line(
        "Rivals pay 71 billion yuan.", "71 billion yuan", figure(money("71", "CNY"), measure="ai-chip-purchase-budget")
    )
    found = Linked(original(), article("Retold", "Chip Ledger", "2025-01-22", cited, silent, other))
    assert ("Retold: 40 billion yuan", "Big plan: Rmb40bn ($5.5bn)") in found.pairs("restates")
    assert len(found.pairs("restates")) == 2


def test_a_cited_report_is_identified_and_cited():
    found = Linked(original(), relay(figure(money("12"), measure=INFRASTRUCTURE)))
    (same,) = found.pairs("identifiedAs")
    assert same == ("report/financial-times/2025-01-21/cited/bytedance", "report/financial-times/2025-01-21/big-plan")
    assert {cited for _, cited in found.pairs("cites")} == set(same)
    assert (
        "report/financial-times/2025-01-21/cited/bytedance/source/two-people-familiar-with-the-plan",
        same[1],
    ) in found.pairs("quotedBy")


@pytest.mark.parametrize("said", ["2025-01-14", "2024"])
def test_a_citation_of_another_day_is_another_report(said):
    via = (Step((FT,), date=said), PEOPLE)
    found = Linked(original(), relay(figure(money("12"), measure=INFRASTRUCTURE), via=via))
    assert found.pairs("identifiedAs") == set()
    assert len(found.pairs("cites")) == 1


def test_a_name_that_publishes_in_the_corpus_is_an_outlet():
    gazette = Step((Entity("Wafer Gazette", "Organization"),))
    claim = figure(money("12"))
    first = article("First", "Wafer Gazette", "2025-01-21", Line("It is $12bn.", "$12bn", claim, (PEOPLE,)))
    second = article(
        "Second", "Chip Ledger", "2025-01-22", Line("It is $12 billion.", "$12 billion", claim, (gazette,))
    )
    found = Linked(first, second)
    assert found.pairs("restates") == {("Second: $12 billion", "First: $12bn")}
    assert found.pairs("identifiedAs") == {
        ("report/outlet/wafer-gazette/undated/cited/bytedance", "report/outlet/wafer-gazette/2025-01-21/first")
    }
    assert not Linked(second).pairs("report")


PLANT = (
    Line("Oracle will pay $212 million a year for 640 megawatts.", "$212 million", figure(money("212", scale=6))),
    Line(
        "It rents 640 megawatts in Utah.",
        "640 megawatts",
        figure(Quantity(Decimal(640), "MW"), measure="data-centre-capacity"),
    ),
    Line("“This is a town’s worth of power,” a manager said.", "power", TextClaim("a town's worth of power")),
)
RESPUN = (
    Line("A hearing tells what electricity costs: $212 million.", "$212 million", figure(money("212", scale=6))),
    Line(
        "The data centre needs 640 megawatts.",
        "640 megawatts",
        figure(Quantity(Decimal(640), "MW"), measure="data-centre-capacity"),
    ),
    Line("One manager spoke of “a town’s worth of power”.", "power", TextClaim("a town's worth of power, said one")),
)


def carried(found: Linked) -> set[frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for document, report in found.pairs("carries"):
        groups.setdefault(report, set()).add(document)
    return {frozenset(group) for group in groups.values()}


def test_a_reworded_copy_that_credits_nobody_carries_the_same_report():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN)
    found = Linked(first, second)
    assert carried(found) == {frozenset({"Substation", "Like a town"})}
    assert {report for _, report in found.pairs("carries")} == {
        "report/outlet/datacentre-almanac/2025-05-20/substation"
    }


@pytest.mark.parametrize(
    "lines",
    [
        RESPUN[:2],
        (PLANT[0], RESPUN[1]),
        RESPUN[2:],
        (
            RESPUN[0],
            Line("Another needs 90 megawatts.", "90 megawatts", figure(Quantity(Decimal(90), "MW"))),
            RESPUN[2],
        ),
    ],
    ids=["same figures, no quote", "same figures and a sentence", "same quote, no figures", "one figure of two"],
)
def test_a_lookalike_is_no_copy(lines):
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    assert len(carried(Linked(first, article("Like a town", "Stack and Solder", "2025-05-22", *lines)))) == 2


def test_relays_of_one_origin_that_share_a_sentence_are_no_copies():
    line = Line("It may spend $12 billion, the FT reported.", "$12 billion", figure(money("12")), CITED)
    more = Line("Rivals spend $3 billion on theirs.", "$3 billion", figure(money("3"), subject=NVIDIA))
    first = article("Relay", "Chip Ledger", "2025-01-22", line)
    assert len(carried(Linked(first, article("Another", "Harbour Tech Wire", "2025-01-22", line, more)))) == 2


def test_a_text_that_names_the_other_outlet_is_no_copy():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    named = Line("The Datacentre Almanac had it first.")
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN, named)
    assert len(carried(Linked(first, second))) == 2


def test_words_quoted_outside_all_passages_tell_a_copy():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT[:2], Line(PLANT[2].text))
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN[:2], Line(RESPUN[2].text))
    assert len(carried(Linked(first, second))) == 1


def test_a_figure_in_a_copy_restates_the_originals():
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN)
    assert Linked(first, second).pairs("restates") == {
        ("Like a town: $212 million", "Substation: $212 million"),
        ("Like a town: 640 megawatts", "Substation: 640 megawatts"),
    }


HEADLINE = Line("ByteDance to spend $12bn on AI", "$12bn", figure(money("12"), measure=INFRASTRUCTURE, period=None))
BODY = Line(
    "It will put more than $12bn into AI infrastructure in 2025, two people said.",
    "more than $12bn",
    figure(money("12", bound="more_than"), measure=INFRASTRUCTURE),
    (PEOPLE,),
)


def test_relays_restate_the_fullest_passage_and_so_does_the_headline():
    claim = figure(money("12"), measure=INFRASTRUCTURE, period=None)
    found = Linked(article("Big plan", "Financial Times", "2025-01-21", HEADLINE, BODY), relay(claim))
    assert found.pairs("restates") == {
        ("Retold: $12 billion", "Big plan: more than $12bn"),
        ("Big plan: $12bn", "Big plan: more than $12bn"),
    }


def test_a_headline_alone_is_what_relays_restate():
    found = Linked(article("Big plan", "Financial Times", "2025-01-21", HEADLINE), relay(HEADLINE.claim))
    assert found.pairs("restates") == {("Retold: $12 billion", "Big plan: $12bn")}


@pytest.mark.parametrize(
    "other",
    [
        figure(money("12"), measure=INFRASTRUCTURE, period=Period("2024")),
        figure(money("9"), measure=INFRASTRUCTURE),
        figure(money("12"), measure="revenue"),
        figure(money("12"), measure=INFRASTRUCTURE, subject=NVIDIA),
    ],
    ids=["period", "amount", "measure", "subject"],
)
def test_another_figure_of_the_report_is_no_repetition(other):
    line = Line("In the other case it is 1.", "1", other)
    assert Linked(article("Big plan", "Financial Times", "2025-01-21", line, BODY)).pairs("restates") == set()


def test_a_source_of_its_own_stays_an_origin_of_its_own():
    analyst = (Step((Entity("Ana Pérez", "Person"),)),)
    line = Line("Ana Pérez puts it at 12.", "12", figure(money("12"), measure=INFRASTRUCTURE), analyst)
    assert Linked(article("Big plan", "Financial Times", "2025-01-21", line, BODY)).pairs("restates") == set()


def test_a_relays_headline_goes_back_to_the_origin():
    claim = figure(money("12"), measure=INFRASTRUCTURE)
    line = Line("The plan is for $12 billion, the FT said.", "$12 billion", claim, CITED)
    bare = Line("ByteDance to spend $12bn on AI", "$12bn", claim)
    found = Linked(original(), article("Retold", "Chip Ledger", "2025-01-22", bare, line))
    assert found.pairs("restates") == {
        ("Retold: $12bn", "Big plan: more than $12bn"),
        ("Retold: $12 billion", "Big plan: more than $12bn"),
    }


@pytest.mark.parametrize("name", ["Circuit Letter", "Tokyo Circuit Letter"])
def test_an_outlet_is_known_by_the_end_of_its_name(name):
    first = article("First", "Tokyo Circuit Letter", "2025-01-21", Line("It is $12bn.", "$12bn", figure(money("12"))))
    via = (Step((Unnamed(name) if "Tokyo" in name else Entity(name, "Organization"),)),)
    line = Line("It is $12 billion.", "$12 billion", figure(money("12")), via)
    found = Linked(first, article("Second", "Chip Ledger", "2025-01-22", line))
    assert found.pairs("restates") == {("Second: $12 billion", "First: $12bn")}


@pytest.mark.parametrize("via", [Entity("Letter", "Organization"), Unnamed("tokyo circuit letter")])
def test_one_word_or_a_description_names_no_outlet(via):
    first = article("First", "Tokyo Circuit Letter", "2025-01-21", Line("It is $12bn.", "$12bn", figure(money("12"))))
    line = Line("It is $12 billion.", "$12 billion", figure(money("12")), (Step((via,)),))
    assert Linked(first, article("Second", "Chip Ledger", "2025-01-22", line)).pairs("restates") == set()


def credited(*values: str) -> Extraction:
    """Return an article that credits the Financial Times, undated, with these billions."""
    lines = (Line(f"It is {value}.", value, figure(money(value)), (Step((FT,)),)) for value in values)
    return article("Retold", "Chip Ledger", "2025-01-22", *lines)


def anonymous(*values: str, via: tuple[Step, ...] = (PEOPLE,), title: str = "Page") -> Extraction:
    """Return a page without outlet or date that states these billions."""
    return article(title, None, None, *(Line(f"It is {value}.", value, figure(money(value)), via) for value in values))


def test_a_page_without_outlet_is_the_report_that_others_credit_with_its_figures():
    found = Linked(anonymous("12", "5.5", "30"), credited("12", "5.5", "30"))
    assert found.pairs("restates") == {(f"Retold: {v}", f"Page: {v}") for v in ("12", "5.5", "30")}


@pytest.mark.parametrize(
    "pages",
    [
        (anonymous("12", "5.5", "70"),),
        (anonymous("12", "5.5", "30", via=(Step((REUTERS,)), PEOPLE)),),
        (anonymous("12", "5.5", "30", via=()),),
        (anonymous("12", "5.5", "30"), anonymous("12", "5.5", "30", "70", "90", "110", title="Another")),
    ],
    ids=["too few", "credits others", "no source", "two pages"],
)
def test_a_page_without_outlet_is_nobodys_report_on_less(pages):
    assert Linked(*pages, credited("12", "5.5", "30")).pairs("identifiedAs") == set()


def test_a_relay_that_credits_is_no_copy():
    almanac = Step((Entity("Datacentre Almanac", "Outlet"),))
    first = article("Substation", "Datacentre Almanac", "2025-05-20", *PLANT)
    credited = Line("It opens for $5 billion, the Almanac wrote.", "$5 billion", figure(money("5")), (almanac,))
    second = article("Like a town", "Stack and Solder", "2025-05-22", *RESPUN, credited)
    assert len(carried(Linked(first, second))) == 2


def test_syndicated_text_carries_the_agencys_report():
    lines = (
        Line(
            "BEIJING, Jan 23 (Reuters) - ByteDance has budgeted over 150 billion yuan for capital spending, two said.",
            "over 150 billion yuan",
            figure(money("150", "CNY", "more_than")),
        ),
        Line(
            "About half of the money would go to data centres and network equipment outside China, they said.",
            "half",
            figure(Quantity(Decimal("0.5"), "ratio", "about"), measure="share-of-capital-expenditure"),
        ),
    )
    wire = article("Plan", "Reuters", "2025-01-23", *lines)
    copy = article("Plan under another headline", "Harbour Tech Wire", "2025-01-24", *lines, byline=("Reuters",))
    assert carried(Linked(wire, copy)) == {frozenset({"Plan", "Plan under another headline"})}
    assert Linked(copy).pairs("carries") == {
        ("Plan under another headline", "report/reuters/2025-01-24/plan-under-another-headline")
    }


def test_a_page_without_outlet_carries_a_report_of_its_own():
    found = Linked(article("Nobody", None, None, PLANT[0]))
    ((_, report),) = found.pairs("carries")
    assert report.startswith("report/doc/")


def test_direct_triples_come_from_actual_undenied_claims_alone():
    def sells(name: str, mode: str = "actual", **rest) -> Line:
        claim = RelationClaim(NVIDIA, "makes", Entity(name, "Chip"), mode)
        return Line(f"Nvidia makes the {name}.", name, claim, **rest)

    denied = RelationClaim(NVIDIA, "makes", Entity("Z9", "Chip"))
    denial = Line("Nvidia says no.", response=Response(NVIDIA, "denies", Span(0, 0), claims=(denied,)))
    lines = (sells("H20"), sells("X1", "planned"), sells("Y2", negated=True), sells("Z9"), denial)
    assert Linked(article("Chips", "Reuters", "2025-01-01", *lines)).pairs("makes") == {("nvidia", "chip/h20")}


def test_links_do_not_depend_on_order_or_on_earlier_links():
    articles = [
        original(),
        relay(figure(money("12"), measure=INFRASTRUCTURE)),
        article("Substation", "Reuters", "2025-05-20", *PLANT),
    ]
    first = Linked(*articles)
    second = Linked(*reversed(articles))
    for quad in second.quads:
        second.store.put(quad.graph_name.value, [q for q in second.quads if q.graph_name == quad.graph_name])
    assert first.quads == second.quads == links(second.store)


def test_one_more_article_changes_only_what_it_links():
    before = set(Linked(original(), article("Substation", "Reuters", "2025-05-20", *PLANT)).quads)
    more = relay(figure(money("12"), measure=INFRASTRUCTURE))
    after = set(Linked(original(), article("Substation", "Reuters", "2025-05-20", *PLANT), more).quads)
    assert before < after


def test_many_articles_of_one_story_take_time_in_proportion(monkeypatch):
    from kg.link import restates

    counted = []
    compare = restates.shared
    monkeypatch.setattr(restates, "shared", lambda *pair: counted.append(pair) or compare(*pair))
    claim = figure(money("12"), measure=INFRASTRUCTURE)

    def comparisons(size: int) -> int:
        counted.clear()
        days = [f"2025-01-{1 + number % 20:02}" for number in range(size)]
        firsts = (original(f"Plan {number}", day) for number, day in enumerate(days))
        relays = (relay(claim, title=f"Retold {number}", via=(Step((FT,)),)) for number in range(size))
        Linked(*firsts, *relays)
        return len(counted)

    small, large = comparisons(160), comparisons(320)
    assert large <= 2.2 * small


def test_an_empty_store_has_no_links():
    assert Linked().quads == ()
