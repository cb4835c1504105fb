import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.annotations import Name, Reported
from kg.extract.rules.reporting.reporting import reported
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.extract.rules.text.quotations import quotations
from kg.extract.rules.text.sentences import sentences
from kg.model import Entity, Span, Unnamed

KNOWN = {
    "Reuters": "Outlet",
    "The Daily Example": "Outlet",
    "Acme": "Company",
    "Borealis": "Company",
    "Cirrus": "Company",
    "Omnidata": "Company",
    "Rivera": "Person",
    "Ana Rivera": "Person",
}


def named(text: str) -> list[Name]:
    found = []
    for name, kind in KNOWN.items():
        start = text.find(name)
        while start >= 0:
            found.append(Name(Span(start, start + len(name)), Entity(name, kind)))
            start = text.find(name, start + 1)
    inner = [n for n in found if not any(o.span != n.span and o.span.covers(n.span) for o in found)]
    return sorted(inner, key=lambda name: name.span)


def acts(text: str) -> tuple[Reported, ...]:
    # A blank first line keeps a lone sentence from being read as a headline's neighbour.
    return reported(text, sentences(text), quotations(text), named(text))


def read(text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [
        (act.cue.of(text), act.source.of(text) if act.source else None, tuple(part.of(text) for part in act.content))
        for act in acts(text)
        if act.kind != "attitude"
    ]


def agents(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(agent.name if isinstance(agent, Entity) else agent.wording for agent in act.agents)
        for act in acts(text)
        if act.kind != "attitude"
    ]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Acme said that it would build a plant.", "said", "Acme", "it would build a plant"),
        ("Acme said it would build a plant.", "said", "Acme", "it would build a plant"),
        (
            "The plant opens in May, said Ana Rivera, head of works at Acme.",
            "said",
            "Ana Rivera, head of works at Acme",
            "The plant opens in May",
        ),
        (
            "Acme will pay 3 million euros, two people briefed on the talks said.",
            "said",
            "two people briefed on the talks",
            "Acme will pay 3 million euros",
        ),
        ("According to Omnidata, sales fell by a third.", "According to", "Omnidata", "sales fell by a third"),
        ("Sales fell by a third, according to Omnidata.", "according to", "Omnidata", "Sales fell by a third"),
        (
            "Sales grew to 4 million units, Omnidata figures showed.",
            "showed",
            "Omnidata figures",
            "Sales grew to 4 million units",
        ),
        (
            "Ana Rivera, the head of works, told reporters on Monday that it was late.",
            "told",
            "Ana Rivera, the head of works",
            "it was late",
        ),
        ("“We are late,” Rivera wrote in a letter.", "wrote", "Rivera", "“We are late,”"),
        ("In a statement on Friday, Acme said: “We pay.”", "said", "Acme", "“We pay.”"),
        (
            "Acme bought the plant, The Daily Example reported on Monday.",
            "reported",
            "The Daily Example",
            "Acme bought the plant",
        ),
        ("The fee was 3 million euros, the company has said.", "said", "the company", "The fee was 3 million euros"),
        ("Critics' claim that Acme lies is old.", "claim", "Critics'", "Acme lies is old"),
        ("Rivera: “We won.”", ":", "Rivera", "“We won.”"),
        ("However, Acme noted that costs had doubled.", "noted", "Acme", "costs had doubled"),
        ("Costs, Acme argued, had doubled.", "argued", "Acme", "Costs"),
        ("Analysts at Acme estimate that demand will fall.", "estimate", "Analysts at Acme", "demand will fall"),
        ("Demand will fall, analysts at Borealis estimate.", "estimate", "analysts at Borealis", "Demand will fall"),
        ("Acme may hire 40 people, analysts expect.", "expect", "analysts", "Acme may hire 40 people"),
        ("Profit will double, the company expects.", "expects", "the company", "Profit will double"),
        ("Rents rose, according to Reuters, which Acme owns.", "according to", "Reuters", "Rents rose"),
    ],
)
def test_who_says_what(text: str, cue: str, source: str, content: str) -> None:
    assert [(c, s, parts[0]) for c, s, parts in read(text)][:1] == [(cue, source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The report by the agency was thick.",
        "Acme makes chips and sells them in Norway.",
        "The claim cost Acme a fortune.",
        "Its share of the market rose in the swing states.",
        "The added cost was small.",
        "Acme beat analysts estimate.",
        "Branches will close in Norway, Sweden and 11 other states.",
    ],
)
def test_nothing_is_reported(text: str) -> None:
    assert read(text) == []


def test_a_quotation_around_its_speaker_is_one_content() -> None:
    text = "“We grow,” Rivera said. “We hire, too.”"
    assert read(text) == [("said", "Rivera", ("“We grow,”", "“We hire, too.”"))]


def test_a_speaker_between_two_quotations_says_both() -> None:
    text = "“We grow,” Rivera said, “and we hire.”"
    assert read(text) == [("said", "Rivera", ("“We grow,”", "“and we hire.”"))]


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = "Rivera said: “We start here and go on.\n\n“We end here.”"
    assert read(text)[0][2] == ("“We start here and go on.", "“We end here.”")


def test_each_speaker_of_a_sentence_has_their_own_content() -> None:
    text = "Acme said prices would rise, but Borealis said they would fall."
    assert [(source, parts) for _, source, parts in read(text)] == [
        ("Acme", ("prices would rise",)),
        ("Borealis", ("they would fall",)),
    ]


def test_citing_nests_the_people_in_the_outlets_report() -> None:
    text = "Acme will cut 300 jobs, Reuters reported, citing two people familiar with the plan."
    assert agents(text) == [("Reuters",), ("two people familiar with the plan",)]
    assert len({act.content for act in acts(text)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Acme will cut 300 jobs, according to Reuters, which cited two people familiar with the plan.",
        "Acme will cut 300 jobs, Reuters reported, which cites two people familiar with the plan.",
        "Reuters reported that Acme will cut 300 jobs and cited two people familiar with the plan.",
    ],
)
def test_a_report_that_names_its_source_rests_on_it(text: str) -> None:
    assert agents(text) == [("Reuters",), ("two people familiar with the plan",)]
    assert {act.content[0].of(text) for act in acts(text)} == {"Acme will cut 300 jobs"}


def test_what_is_cited_for_itself_reports_nothing() -> None:
    assert read("Acme cited high rents when it closed the office.") == []


def test_as_saying_nests_the_people_in_the_report() -> None:
    text = "Reuters quotes two former managers as saying that half would go abroad."
    assert ("two former managers",) in agents(text)


def test_sources_who_told_an_outlet_are_relayed_by_it() -> None:
    text = "Acme is the biggest buyer, sources have told Reuters."
    inner, outer = acts(text)
    assert (outer.kind, outer.agents) == ("relayed", (Entity("Reuters", "Outlet"),))
    assert outer.content[0].covers(inner.cue)
    assert inner.agents == (Unnamed("sources", None, "people"),)


def test_an_outlet_that_was_told_relays_somebody() -> None:
    text = "Acme has agreed to pay a tenth of its sales, The Daily Example has been told."
    assert {act.kind for act in acts(text)} >= {"relayed", "passive"}
    assert ("The Daily Example has been told",) in agents(text)


def test_later_mentions_are_the_same_people() -> None:
    text = (
        "Acme will spend 4 billion euros, three people close to the board said. Half goes abroad, they said. "
        "The rest stays, the people added. The plan may change, one of the sources said."
    )
    first = Unnamed("three people close to the board", 3, "people")
    assert [act.agents for act in acts(text)] == [(first,)] * 4


def test_other_people_are_others() -> None:
    text = "Acme will spend more, two people close to the board said. It is late, several suppliers said."
    assert len({act.agents for act in acts(text)}) == 2


def test_the_report_is_the_outlet_cited_last() -> None:
    text = "Acme plans a plant, Reuters reported on Monday. The report also said that it would open in May."
    assert agents(text) == [("Reuters",), ("Reuters",)]


def test_papers_are_no_people() -> None:
    (act,) = acts("Sales were 3 billion euros, according to company filings.")
    assert act.agents == (Unnamed("company filings", None, "document"),)


def test_about_how_many_people_speak_is_their_number() -> None:
    (act,) = acts("Close to 30 people said that the plant was late.")
    assert act.agents == (Unnamed("Close to 30 people", 30, "people"),)


def test_a_spokesperson_speaks_for_the_company() -> None:
    text = "An Acme spokesperson said the plant was safe. “It is new,” the spokesperson added."
    assert agents(text) == [("Acme",), ("Acme",)]


def test_joint_speakers() -> None:
    assert agents("Acme and Borealis said they would merge.") == [("Acme", "Borealis")]
    assert agents("Acme and Oslo-listed Borealis said they would merge.") == [("Acme", "Borealis")]


def test_figures_of_a_firm_are_the_firms() -> None:
    assert agents("Acme sold 300 units, according to estimates from Omnidata.") == [("Omnidata",)]


def test_what_is_not_said_credits_nobody() -> None:
    (act,) = acts("Acme did not say who would pay for it.")
    assert (act.kind, act.agents) == ("unsaid", ())


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Rivera repeated her hope for Acme to list in May.", "hope", "her", "Acme to list in May"),
        ("Borealis's demand for Acme to pay came late.", "demand", "Borealis's", "Acme to pay came late"),
        ("The plant that Acme announced will cost $2 billion.", "announced", "Acme", "The plant"),
        (
            "The plant that Acme, Cirrus and Borealis announced will open.",
            "announced",
            "Acme, Cirrus and Borealis",
            "The plant",
        ),
        ("The loan that Acme disclosed in May was repaid.", "disclosed", "Acme", "The loan"),
        ("The plan that Acme said would cost $2 billion failed.", "said", "Acme", "would cost $2 billion failed"),
        (
            "The plan, which Reuters reported had cost $2 million, failed.",
            "reported",
            "Reuters",
            "had cost $2 million, failed",
        ),
        ("Acme added prices would rise.", "added", "Acme", "prices would rise"),
        ("Acme added 20 plants would open.", "added", "Acme", "20 plants would open"),
        ("The report that Acme may list is old.", "report", "The report", "Acme may list is old"),
    ],
)
def test_wishes_texts_and_things_announced(text: str, cue: str, source: str, content: str) -> None:
    assert (cue, source, (content,)) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme added 20 plants in May.",
        "Acme added nearly 20 million subscribers.",
        "Acme added $3 billion, which lifted its shares.",
        "Demand for chips to fill racks rose.",
        "Acme relies on the strength of its brand.",
        "Cirrus praised Acme on the strength of its sales.",
    ],
)
def test_things_added_and_wished_for_by_nobody_are_not_reported(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "outlet", "people"),
    [
        ("Acme will list, reports Reuters on the word of two bankers.", "Reuters", "two bankers"),
        ("Reuters reported on the authority of three officials that Acme will list.", "Reuters", "three officials"),
        ("Reuters reported that Acme will list on the say-so of one aide.", "Reuters", "one aide"),
    ],
)
def test_the_word_of_people_stands_behind_the_report_that_rests_on_it(text: str, outlet: str, people: str) -> None:
    outer, inner = acts(text)
    assert [agent.name for agent in outer.agents if isinstance(agent, Entity)] == [outlet]
    assert outer.source is not None
    assert outer.source.of(text) == outlet
    assert inner.kind == "according"
    assert inner.source is not None
    assert inner.source.of(text) == people
    assert outer.cue < inner.cue
    assert outer.content[0].covers(inner.content[0])


@pytest.mark.parametrize(
    "text",
    ["Acme said to buy Cirrus for $2 billion", "Borealis rumoured to cut 900 jobs", "Acme reported to plan a sale"],
)
def test_a_bare_participle_of_a_headline_speaks_for_nobody(text: str) -> None:
    assert [(act.kind, act.agents) for act in acts(text)] == [("passive", ())]


def test_what_is_said_to_somebody_is_said() -> None:
    text = "Acme said to reporters that it would list."
    assert agents(text) == [("Acme",)]


def test_chips_and_rules_do_not_speak() -> None:
    text = "The X9 said that sales rose."
    chip = Name(Span(4, 6), Entity("Acme X9", "Chip"))
    assert [act.agents for act in reported(text, sentences(text), quotations(text), [chip])] == [()]


def test_wishes_are_attitudes() -> None:
    assert {act.kind for act in acts("Acme wants to build a plant. Rivera praised the works.")} == {"attitude"}


WORDS = sorted({*verbs(), *grammar().preposition, *grammar().pronoun, *grammar().subordinator})
PIECES = st.sampled_from(
    [*WORDS, "Acme", "Reuters", "people", "the", ",", ".", "“", "”", '"', ":", "—", "(", ")", "\n\n", "by", "n't"]
)


@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    for act in acts(text):
        assert act.content
        assert all(0 <= part.start < part.end <= len(text) for part in act.content)
        assert act.kind == "relayed" or not any(part.overlaps(act.cue) for part in act.content)
        assert act.source is None or act.source.end <= len(text)


@given(st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    acts(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Acme claims, that it sold 40 cars.", ("Acme",)),
        ("The rumour rests on a Reuters report in spring that said Acme would build a plant.", ("Reuters",)),
        ("It goes back to an article that claimed Acme would build a plant.", ("an article",)),
        ("Reports from Reuters, Acme and Borealis revealed that the plant was late.", ("Reuters", "Acme", "Borealis")),
        ("Analysts at Acme, Borealis and Cirrus said that the plant was late.", ("Acme", "Borealis", "Cirrus")),
        ("The plant is late, according to filings with Borealis.", ("filings with Borealis",)),
        ("The plant is late, according to documents by Borealis.", ("Borealis",)),
    ],
)
def test_texts_and_lists_as_sources(text: str, who: tuple[str, ...]) -> None:
    assert agents(text)[-1] == who


def test_a_wish_that_something_said_is_no_source() -> None:
    assert agents("Acme built a plant that said nothing about the plan.") == []


def test_an_outlet_that_was_quoted_goes_on_as_it() -> None:
    text = '"Sales are up," a Reuters report said. "Acme should be glad," it adds.'
    assert agents(text) == [("Reuters",), ("Reuters",)]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = '"We are growing," said Ana Rivera.\n\n"We sold 40 cars.\n\n"We will sell 60."'
    assert [len(act.content) for act in acts(text)] == [3]
    other = '"We are growing," said Ana Rivera.\n\nThe "big plan" is late.\n\n"We sold 40 cars."'
    assert [len(act.content) for act in acts(other)] == [1]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "When Reuters reported, citing Rivera, that sales fell, Acme said no more.",
            "reported",
            "Reuters",
            "sales fell",
        ),
        (
            "Acme, a maker of pumps, said it expects sales to grow.",
            "said",
            "Acme, a maker of pumps",
            "it expects sales",
        ),
        ("Rivera, who owns Acme, conceded two days later that sales fell.", "conceded", "Rivera", "sales fell"),
        (
            "Acme added, in a letter to its staff, that two plants would close.",
            "added",
            "Acme",
            "two plants would close",
        ),
        ("Acme published a report that 50 shops had closed.", "report", "Acme", "50 shops had closed"),
        ("Acme expects sales of 5 million in May.", "expects", "Acme", "sales of 5 million"),
        ("Acme puts the cost at about 5 million while others differ.", "puts", "Acme", "the cost at about 5 million"),
        ("Sales rose 5 percent, per Acme.", "per", "Acme", "Sales rose 5 percent"),
        (
            "Lee - per a report in The Daily Example - owns a fifth.",
            "per",
            "a report in The Daily Example",
            "owns a fifth",
        ),
        ("According to Acme, citing Borealis, sales fell.", "According to", "Acme", "sales fell"),
        ("Sales will fall, Rivera, an aide to the board, told Reuters.", "told", "Rivera", "Sales will fall"),
        ("Acme said that Borealis lost ground and aimed to cut costs.", "said", "Acme", "and aimed to cut costs"),
    ],
)
def test_what_stands_between_a_speaker_and_what_is_said(text: str, cue: str, source: str, content: str) -> None:
    found = next((act for act in acts(text) if act.cue.of(text) == cue), None)
    assert found is not None
    assert found.source is not None
    assert found.source.of(text).startswith(source)
    assert any(content in part.of(text) for part in found.content)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Sheets cost 5 euros per Acme box.", "per"),
        ("Acme expects the minister on Monday.", "expects"),
        ("Acme put more people into sales.", "put"),
        ("The round lists 5 firms.", "lists"),
        ("Acme has added 14 firms to its list of partners.", "added"),
    ],
)
def test_the_same_words_report_nothing(text: str, cue: str) -> None:
    assert not [act for act in acts(text) if act.cue.of(text) == cue and act.kind in ("speech", "according")]


def test_what_a_fronted_clause_reports_ends_where_the_main_clause_starts() -> None:
    text = "After Reuters reported that sales had reached 5 million, Acme bought 12 plants."
    said = next(act for act in acts(text) if act.cue.of(text) == "reported")
    assert [part.of(text) for part in said.content] == ["sales had reached 5 million"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("McDonald's said its sales fell.", "McDonald's"),
        ("On Monday Wendy's said that sales fell.", "Wendy's"),
    ],
)
def test_a_name_that_ends_in_s_speaks(text, speaker):
    assert [said[1] for said in read(text)] == [speaker]


def test_an_owner_of_what_is_reported_does_not_speak():
    assert "McDonald's" not in [said[1] for said in read("McDonald's reported profit was small.")]
