"""Links between articles: restatements, cited reports, direct triples."""

from decimal import Decimal

import pytest
from fixtures.linking import (
    BYTEDANCE,
    CITED,
    FT,
    INFRASTRUCTURE,
    NVIDIA,
    PEOPLE,
    PLANT,
    REUTERS,
    Line,
    Linked,
    article,
    figure,
    money,
    original,
    relay,
)
from pyoxigraph import NamedNode

from kg.link import links
from kg.model import Entity, Extraction, Period, Quantity, RelationClaim, Response, Span, Step, TextClaim, Unnamed
from kg.rdf.terms import kg, schema


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


YEN = figure(money("900", "JPY"), measure="investment", subject=NVIDIA)
EURO = figure(money("5.6", "EUR"), measure="investment", subject=NVIDIA)


def plant(*lines, title="Sensor plant"):
    told = Line("It will spend 900 billion yen, two people said.", "900 billion yen", YEN, (PEOPLE,))
    return article(title, "Financial Times", "2025-01-21", *lines, told)


def test_a_relay_that_tells_a_figure_in_other_money_alone_restates_the_one_it_credits():
    headline = Line("900 billion yen for sensors.", "900 billion yen", YEN)
    found = Linked(plant(headline), relay(EURO, "5.6 billion euros"))
    assert ("Retold: 5.6 billion euros", "Sensor plant: 900 billion yen") in found.pairs("restates")


@pytest.mark.parametrize(
    "claim",
    [
        figure(money("5.6", "EUR"), measure="revenue", subject=NVIDIA),
        figure(money("5.6", "EUR"), measure="investment", subject=NVIDIA, period=Period("2027")),
        figure(Quantity(Decimal(640), "MW"), measure="investment", subject=NVIDIA),
    ],
)
def test_another_thing_in_other_money_is_no_restatement(claim):
    assert Linked(plant(), relay(claim, "5.6 billion euros")).pairs("restates") == set()


def test_of_two_figures_nobody_tells_which_one_was_converted():
    other = Line(
        "It spends 300 billion yen on tools.",
        "300 billion yen",
        figure(money("300", "JPY"), measure="investment", subject=NVIDIA),
        (PEOPLE,),
    )
    assert Linked(plant(other), relay(EURO, "5.6 billion euros")).pairs("restates") == set()


def test_a_figure_that_is_only_denied_restates_the_report_that_has_it():
    claim = figure(money("12"), measure=INFRASTRUCTURE, period=None)
    denial = Response(BYTEDANCE, "denies", Span(0, 1), claims=(claim,))
    told = Line("ByteDance denied that it would spend $12 billion.", "$12 billion", claim, response=denial)
    found = Linked(original(), article("Denied", "Chip Ledger", "2025-01-23", told))
    assert found.pairs("restates") == {("Denied: $12 billion", "Big plan: more than $12bn")}


def test_a_figure_that_is_confirmed_is_nobody_elses():
    claim = figure(money("12"), measure=INFRASTRUCTURE, period=None)
    answer = Response(BYTEDANCE, "confirms", Span(0, 1), claims=(claim,))
    told = Line("ByteDance confirmed that it would spend $12 billion.", "$12 billion", claim, response=answer)
    assert Linked(original(), article("Confirmed", "Chip Ledger", "2025-01-23", told)).pairs("restates") == set()


def test_a_figure_that_is_denied_long_after_restates_nothing():
    claim = figure(money("12"), measure=INFRASTRUCTURE, period=None)
    denial = Response(BYTEDANCE, "denies", Span(0, 1), claims=(claim,))
    told = Line("ByteDance denied that it would spend $12 billion.", "$12 billion", claim, response=denial)
    assert Linked(original(), article("Denied", "Chip Ledger", "2025-06-23", told)).pairs("restates") == set()


def test_a_misprint_is_recognised_where_a_headline_repeats_the_figure():
    claim = figure(money("12", bound="more_than"), measure=INFRASTRUCTURE)
    first = article(
        "Big plan",
        "Financial Times",
        "2025-01-21",
        Line("A plan of more than $12bn.", "more than $12bn", claim),
        Line("ByteDance will spend more than $12bn, two people said.", "more than $12bn", claim, (PEOPLE,)),
    )
    found = Linked(first, relay(figure(money("15"), measure=INFRASTRUCTURE), "$15 billion"))
    assert ("Retold: $15 billion", "Big plan: more than $12bn") in found.pairs("restates")


def test_a_figure_of_another_year_beside_the_one_that_is_passed_on_is_new():
    now = figure(money("1.6"), measure="profit", period=Period("2024"))
    before = figure(money("1.7"), measure="profit", period=Period("2023"))
    first = article("Profit", "Financial Times", "2025-01-21", Line("It made $1.6bn in 2024.", "$1.6bn", now))
    both = (
        Line("It made $1.6 billion in 2024, the FT said.", "$1.6 billion", now, CITED),
        Line("It had made $1.7 billion in 2023, the FT said.", "$1.7 billion", before, CITED),
    )
    found = Linked(first, article("Retold", "Chip Ledger", "2025-01-22", *both))
    assert found.pairs("restates") == {("Retold: $1.6 billion", "Profit: $1.6bn")}
    alone = Linked(first, article("Retold", "Chip Ledger", "2025-01-22", both[1]))
    assert alone.pairs("restates") == {("Retold: $1.7 billion", "Profit: $1.6bn")}


def test_a_figure_with_another_word_for_its_scale_is_a_misprint():
    claim = figure(money("12", scale=6), measure=INFRASTRUCTURE)
    assert Linked(original(), relay(claim, "$12 million")).pairs("restates") == {
        ("Retold: $12 million", "Big plan: more than $12bn")
    }


def test_a_cited_report_is_identified_and_cited():
    found = Linked(original(), relay(figure(money("12"), measure=INFRASTRUCTURE)))
    (same,) = found.pairs("identifiedAs")
    assert same == ("report/financial-times/2025-01-21/cited/bytedance", "report/financial-times/2025-01-21/big-plan")
    assert {cited for _, cited in found.pairs("cites")} == set(same)
    assert (
        "report/financial-times/2025-01-21/cited/bytedance/source/two-people-familiar-with-the-plan",
        same[1],
    ) in found.pairs("quotedBy")


UNDATED = (Step((FT,)), PEOPLE)


def test_a_copy_that_names_the_outlet_of_its_original_means_the_report_it_carries():
    told = Line("A rival told the paper of $3 billion.", "$3 billion", figure(money("3")), UNDATED)
    first = article("Plant", "Financial Times", "2025-01-21", *PLANT)
    copy = article("Plant again", "Chip Ledger", "2025-01-22", *PLANT, told)
    found = Linked(first, copy, relay(figure(money("212", scale=6)), "$212 million", via=UNDATED))
    report = "report/financial-times/2025-01-21/plant"
    assert ("Plant again", report) in found.pairs("carries")
    assert ("report/financial-times/undated/cited/bytedance", report) in found.pairs("identifiedAs")


@pytest.mark.parametrize(("day", "same"), [("2025-01-23", 2), ("2025-08-06", 1)])
def test_a_report_cited_without_subject_and_date_is_none_that_is_too_old_for_one_citation(day, same):
    about = relay(figure(money("12"), measure=INFRASTRUCTURE), via=UNDATED)
    bare = Line("It was cool, a newspaper said.", "cool", TextClaim("it was cool"), UNDATED)
    found = Linked(original(), about, article("Later", "Chip Ledger", day, bare))
    assert len(found.pairs("identifiedAs")) == same


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
        (
            "report/organization/wafer-gazette/undated/cited/bytedance",
            "report/organization/wafer-gazette/2025-01-21/first",
        )
    }
    cited = NamedNode("https://w3id.org/kg-news/id/report/organization/wafer-gazette/undated/cited/bytedance")
    assert schema("publisher") in {quad.predicate for quad in found.quads if quad.subject == cited}
    assert not Linked(second).pairs("report")


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


def test_direct_triples_come_from_actual_undenied_claims_alone():
    def sells(name: str, mode: str = "actual", **rest) -> Line:
        claim = RelationClaim(NVIDIA, "makes", Entity(name, "Chip"), mode)
        return Line(f"Nvidia makes the {name}.", name, claim, **rest)

    denied = RelationClaim(NVIDIA, "makes", Entity("Z9", "Chip"))
    denial = Line("Nvidia says no.", response=Response(NVIDIA, "denies", Span(0, 0), claims=(denied,)))
    lines = (sells("H20"), sells("X1", "planned"), sells("Y2", negated=True), sells("Z9"), denial)
    assert Linked(article("Chips", "Reuters", "2025-01-01", *lines)).pairs("makes") == {("nvidia", "product/h20")}


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
    monkeypatch.setattr(restates, "_LATEST", 10)
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

    small, large = comparisons(40), comparisons(80)
    assert large <= 2.2 * small


def test_an_empty_store_has_no_links():
    assert Linked().quads == ()


def test_a_price_between_two_prices_each_converted_implies_no_rate():
    span = figure(
        Quantity(Decimal(20), "USD", high=Decimal(30), bound="range"),
        money("16", "EUR", scale=0),
        money("24", "EUR", scale=0),
        measure="price",
    )
    one = article("Price", "Reuters", "2025-01-01", Line("$20 (€16) to $30 (€24)", claim=span))
    assert not [quad for quad in Linked(one).quads if quad.object == kg("ExchangeRate")]
    clear = article("Price", "Reuters", "2025-01-01", Line("$20 (€16)", claim=figure(money("20"), money("16", "EUR"))))
    assert [quad for quad in Linked(clear).quads if quad.object == kg("ExchangeRate")]
