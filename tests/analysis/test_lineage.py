from dataclasses import replace

from fixtures.articles import article, store_of

from kg.analysis.explanation import counts, explanation
from kg.analysis.facts import Facts, facts, read
from kg.analysis.lineage import lineage, supports
from kg.rdf.reading import nodes

INFRASTRUCTURE = "https://w3id.org/kg-news/vocab/ai-infrastructure-spending"


def printed(known, words, date=None):
    return next(p for p in known.passages if p.printed == words and date in (None, p.date))


def with_restates(known, links):
    changed = tuple(replace(p, restates=links.get(p.mention, p.restates)) for p in known.passages)
    return Facts(known.base, changed, known.answers, known.names)


def test_relays_go_back_to_the_first(known):
    relay = printed(known, "Over $12 billion")
    (first,) = lineage(known).firsts(relay.mention)
    assert first.outlet == "Financial Times"
    assert [p.outlet for p in lineage(known).relays(first.mention)] == ["Chip Ledger", "Silicon Quay"]


def test_articles_and_origins_are_counted_apart(known):
    (support,) = (one for one in supports(known) if one.kind[1] == INFRASTRUCTURE)
    assert (len(support.articles), len(support.origins)) == (4, 2)


def test_the_origin_is_where_the_chain_ends(known):
    assert printed(known, "Over $12 billion").origin.endswith("/report/ft")
    assert printed(known, "$9 billion").origin.endswith("/report/other")
    assert {p.origin.rpartition("/")[2] for p in known.passages if p.printed == "75 million"} == {"questmobile"}


def test_where_nothing_is_linked_the_document_is_the_origin():
    with store_of(article("a", "Border Gazette", "2025-05-06", *TEXT)) as store:
        documents = [quad for name in store.documents() for quad in store.graph(name)]
        known = read(nodes(documents, store.base).rows, store.base)
    assert {passage.origin for passage in known.passages} == {passage.document for passage in known.passages}


def test_a_circle_is_found_and_named(known):
    one, other = printed(known, "Over $12 billion"), printed(known, "$9 billion")
    circle = with_restates(known, {one.mention: (other.mention,), other.mention: (one.mention,)})
    graph = lineage(circle)
    assert set(graph.circles) == {one.mention, other.mention}
    assert graph.firsts(one.mention) == ()
    assert lineage(known).circles == {}


def test_a_copy_counts_as_an_article_but_not_as_a_report(known):
    capex = [one for one in supports(known) if one.kind[1].endswith("capital-expenditure") and "planned" in one.kind[4]]
    assert [(len(one.articles), len(one.reports)) for one in capex] == [(3, 2)]


PLAN = "Samsung plans to spend {} on a plant in {} in {}, {}."
TEXT = (
    PLAN.format("$3.87 billion", "Texas", "2026", "two people with knowledge of the plan said"),
    "The plant is to employ 1,200 people by 2028, and Samsung's revenue was $220 billion in 2024.",
)
SAID_BY_ONE = "Border Gazette reported, citing people familiar with the plan"


def linked(*documents):
    with store_of(*documents) as store:
        return facts(store)


def equal_texts(day):
    return article("a", "Border Gazette", "2025-05-06", *TEXT), article("b", "Harbour Gazette", day, *TEXT)


def test_equal_texts_of_one_day_are_one_report_and_one_origin_and_the_first_is_not_told():
    known = linked(*equal_texts("2025-05-06"))
    counted = {(len(one.articles), len(one.reports), len(one.origins)) for one in supports(known)}
    assert counted == {(2, 1, 1)}
    said = list(counts(explanation(known, "$3.87 billion")))
    assert said[-1].startswith("Border Gazette and Harbour Gazette carry one report, none dated before")
    assert said[-1].endswith("which was first is not told.")


def test_a_day_or_a_credit_tells_which_of_equal_texts_was_first():
    relay = article("c", "Pylon Gazette", "2025-05-07", PLAN.format("$3.87 billion", "Texas", "2026", SAID_BY_ONE))
    for documents in (equal_texts("2025-05-07"), (*equal_texts("2025-05-06"), relay)):
        assert not any("not told" in line for line in counts(explanation(linked(*documents), "$3.87 billion")))


def test_undated_citations_years_apart_name_one_origin_but_meet_in_no_question():
    known = linked(
        article("a", "Pylon Gazette", "2025-05-07", PLAN.format("$3.87 billion", "Texas", "2026", SAID_BY_ONE)),
        article("b", "Lattice Gazette", "2031-05-08", PLAN.format("$9 billion", "Germany", "2033", SAID_BY_ONE)),
    )
    one, other = supports(known)
    assert one.origins == other.origins
    assert [(len(each.articles), len(each.origins)) for each in (one, other)] == [(1, 1), (1, 1)]
