from dataclasses import replace

from kg.analysis.facts import Facts, Step
from kg.analysis.lineage import lineage, origin, supports

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


def test_a_cited_report_that_is_not_here_is_the_origin(known):
    relay = printed(known, "Over $12 billion")
    unknown = tuple(replace(step, known=None) for step in relay.chain)
    assert origin(replace(relay, chain=unknown)).endswith("/report/financial-times/2025-01-21/cited/bytedance")
    assert origin(relay).endswith("/report/ft")


def test_people_of_the_reports_own_are_its_origin(known):
    assert origin(printed(known, "$9 billion")).endswith("/report/other")


def test_a_named_speaker_is_one_origin_for_all_outlets(known):
    counted = [origin(p) for p in known.passages if p.printed == "75 million"]
    assert len(counted) == 2
    assert len(set(counted)) == 1


def test_an_outlet_that_is_quoted_is_no_speaker(known):
    step = Step(("e:ft",), ("FT",), unnamed=False, outlet=True, report="e:cited", known="e:here")
    assert origin(replace(printed(known, "$9 billion"), chain=(step,))) == "e:here"


def test_a_circle_is_found_and_named(known):
    one, other = printed(known, "Over $12 billion"), printed(known, "$9 billion")
    circle = with_restates(known, {one.mention: (other.mention,), other.mention: (one.mention,)})
    graph = lineage(circle)
    assert graph.cycles() == (tuple(sorted((one.mention, other.mention))),)
    assert graph.firsts(one.mention) == ()
    assert lineage(known).cycles() == ()


def test_a_copy_counts_as_an_article_but_not_as_a_report(known):
    capex = [one for one in supports(known) if one.kind[1].endswith("capital-expenditure") and "planned" in one.kind[4]]
    assert [(len(one.articles), len(one.reports)) for one in capex] == [(3, 2)]
