"""Acts of reporting: the cue, who says it, and what is said."""

import pytest
from fixtures.told import acts, agents, read
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.text.cues import verbs
from kg.extract.rules.text.grammar import grammar
from kg.model import Document


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


def test_each_speaker_of_a_sentence_has_their_own_content() -> None:
    text = "Acme said prices would rise, but Borealis said they would fall."
    assert [(source, parts) for _, source, parts in read(text)] == [
        ("Acme", ("prices would rise",)),
        ("Borealis", ("they would fall",)),
    ]


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
    "text",
    ["Acme said to buy Cirrus for $2 billion", "Borealis rumoured to cut 900 jobs", "Acme reported to plan a sale"],
)
def test_a_bare_participle_of_a_headline_speaks_for_nobody(text: str) -> None:
    assert [(act.kind, act.agents) for act in acts(text)] == [("passive", ())]


def test_what_is_said_to_somebody_is_said() -> None:
    text = "Acme said to reporters that it would list."
    assert agents(text) == [("Acme",)]


def test_wishes_are_attitudes() -> None:
    assert {act.kind for act in acts("Acme wants to build a plant. Rivera praised the works.")} == {"attitude"}


def test_what_is_told_on_the_word_of_others_ends_before_they_are_named() -> None:
    text = "Last week Dagblad reported that Acme was looking to sell Cirrus, citing two people close to it."
    assert [(act.kind, [part.of(text) for part in act.content]) for act in acts(text)][1:] == [
        ("according", ["Acme was looking to sell Cirrus"])
    ]


@pytest.mark.parametrize("text", ["Acme acknowledges citing two people", "accept acknowledge dismisses citing about"])
def test_nothing_is_cited_for_the_citing_itself(text: str) -> None:
    assert not any(part.overlaps(act.cue) for act in acts(text) for part in act.content)


@pytest.mark.parametrize(
    "text",
    [
        "Dagblad's owner wants to buy Cirrus, two bankers said.",
        "Acme praised a plan to buy Cirrus, Dagblad wrote on Monday.",
        "The minister said he wants firms to buy Cirrus, the people told the paper.",
        "Acme wants to buy Cirrus, according to two bankers.",
    ],
)
def test_who_closes_a_sentence_is_no_part_of_what_others_say_in_it(text: str) -> None:
    inner = [
        act for act in acts(text) if act.content[-1].start > act.cue.start and "Cirrus" in act.content[-1].of(text)
    ]
    assert inner
    assert {part.of(text).split()[-1] for act in inner for part in act.content} == {"Cirrus"}


def test_a_speaker_whose_own_words_follow_closes_nothing() -> None:
    text = "Acme said a new filing “plainly” suggests that its rivals at home will buy Cirrus."
    assert acts(text)[0].content[-1].of(text).endswith("suggests that its rivals at home will buy Cirrus")


def test_lines_between_title_and_prose_report_nothing() -> None:
    text = "Acme to list\nOutlet: Dagblad\nURL: https://dagblad.example/1\n\nAcme denied it.\n"
    read = RuleExtractor().reported(Document(text, "a", "a.txt", title="Acme to list", body=text.index("Acme denied")))
    assert [act.cue.of(text) for act in read] == ["denied"]


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
    ("text", "content"),
    [
        # A clause that opens with an amount and the words that bound it.
        ("Acme said more than 700 jobs would go.", "more than 700 jobs would go"),
        ("Acme said nearly 700 jobs would go.", "nearly 700 jobs would go"),
        ("Acme said at least 5% of them would go.", "at least 5% of them would go"),
        ("Acme said on Monday as many as 70 jobs would go.", "as many as 70 jobs would go"),
        ("Acme said most of the jobs would go.", "most of the jobs would go"),
        # No bound: a time, a comparison without an amount.
        ("Acme said over the weekend that jobs would go.", "jobs would go"),
        ("Acme said around 5 p.m. that jobs would go.", "jobs would go"),
    ],
)
def test_amounts_open_clauses(text: str, content: str) -> None:
    assert [said[2] for said in read(text)] == [(content,)]
