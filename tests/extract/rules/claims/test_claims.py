import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.rows import attribution_rows, rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document, FigureClaim, Mention, RelationClaim

EXTRACTOR = RuleExtractor()


def figures(text: str, **known: str) -> list[Mention]:
    document = Document(text, "t", "t.txt", **{"date": "2025-02-03", **known})
    return [m for m in EXTRACTOR.extract(document).mentions if isinstance(m.claim, FigureClaim)]


def rules(text: str, **known: str) -> set[str]:
    document = Document(text, "t", "t.txt", **known)
    return {remark.rule for remark in EXTRACTOR.extract(document).warnings}


def periods(text: str, **known: str) -> list[str | None]:
    return [m.claim.period.code if m.claim.period else None for m in figures(text, **known)]


def credited(text: str, **known: str) -> list[str]:
    mention = figures(text, **known)[0]
    return [getattr(agent, "name", None) or agent.wording for step in mention.via for agent in step.agents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia said sales will be $5 billion, above the $4 billion analyst estimate, according to FactSet.",
            [["Nokia"], ["FactSet"]],
        ),
        (
            "Nokia reported revenue of $5 billion, above the $4 billion consensus, according to FactSet.",
            [["Nokia"], ["FactSet"]],
        ),
        ("Nokia earned more than $5 billion, according to FactSet.", [["FactSet"]]),
        ("Nokia earned $5 billion, up from $4 billion, according to FactSet.", [["FactSet"], ["FactSet"]]),
    ],
)
def test_who_is_cited_for_an_estimate_is_not_cited_for_the_result(text, expected):
    assert [[agent.name for step in one.via for agent in step.agents] for one in figures(text)] == expected


def test_the_quote_is_the_sentence_and_holds_the_figure():
    text = "It rained. ByteDance earned $8 billion in 2024. It snowed."
    mention = figures(text)[0]
    assert mention.quote.of(text) == "ByteDance earned $8 billion in 2024."
    assert mention.figure.of(text) == "$8 billion"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will spend $9 billion on chips this year.", ["2025"]),
        ("In 2023, Nvidia earned $9 billion.", ["2023"]),
        ("Nvidia reported in January that it earned $9 billion in 2023.", ["2023"]),
        ("Nvidia earned $9 billion, up from $4 billion in 2022.", [None, "2022"]),
        ("After a record 2022, Nvidia earned $9 billion.", [None]),
        ("Tencent will open an office in Paris in 2027 and invest $2 billion.", [None]),
        ("Tencent bought 900 chips in 2023 while Baidu bought 700 chips in the same period.", ["2023", "2023"]),
        ("ByteDance plans to invest $9 billion in 2025. It will spend $2 billion on chips.", ["2025", "2025"]),
        ("TikTok had 90 million users on Sunday.", [None]),
        ("Tencent has set aside $9 billion, twice what it spent in 2024.", [None, None]),
        ("Moody's warned this month of a $9 billion contract.", [None]),
        ("Oracle sold bonds for $9 billion in the biggest deal of 2024.", [None]),
        ("Oracle sold bonds for $9 billion in 2024.", ["2024"]),
    ],
)
def test_the_period_is_the_figures_own(text, expected):
    assert periods(text) == expected


def test_a_text_without_a_date_may_still_tell_this_year():
    text = "ByteDance will spend $9 billion on chips this year. It has budgeted $2 billion for servers in 2025."
    assert periods(text, date=None) == ["2025", "2025"]


def test_a_text_without_any_year_leaves_this_year_open_and_says_so():
    text = "ByteDance will spend $9 billion on chips this year."
    assert periods(text, date=None) == [None]
    assert "unresolved-period" in rules(text)


def test_what_cannot_be_told_is_remarked():
    assert {"unknown-subject", "unknown-measure"} <= rules("The choir sang for 4,000 pilgrims.")


def test_the_chain_runs_from_the_outlet_to_the_people():
    text = "ByteDance plans to spend $9 billion on chips, two people familiar with the matter told Reuters."
    assert credited(text) == ["Reuters", "two people familiar with the matter"]


def test_whoever_tells_of_somebodys_view_is_the_outer_one():
    assert credited("Tencent expects $9 billion in losses this year, Reuters reported.") == ["Reuters", "Tencent"]
    assert credited("Tencent projects sales of $9 billion, the Daily Mail said.") == ["Daily Mail", "Tencent"]
    assert credited("Reuters reported that Tencent expects $9 billion in losses.") == ["Reuters", "Tencent"]
    assert credited("Per the Financial Times, Tencent will spend $9 billion.") == ["Financial Times"]
    assert credited("Tencent will spend $9 billion per the plan.") == []


def test_an_outlet_does_not_credit_itself():
    text = "ByteDance plans to spend $9 billion on chips, Reuters reported."
    assert credited(text, outlet="Reuters") == []
    assert credited(text, outlet="BBC") == ["Reuters"]


def test_a_company_is_the_source_of_its_own_forecast():
    assert credited("Tencent raised its forecast for capital expenditure to $9 billion.") == ["Tencent"]


def test_own_papers_speak_for_the_company():
    assert credited("Nvidia earned $9 billion, according to company filings.")[0] == "Nvidia"


def test_the_next_sentence_may_credit_what_it_points_back_to():
    text = "ByteDance plans to spend $9 billion on chips. This plan, revealed by Bloomberg, is new."
    assert credited(text) == ["Bloomberg"]


def test_a_headline_may_end_in_its_source():
    text = "ByteDance to spend $9 billion on AI chips - FT By Investing.com\n\nByteDance did not say more.\n"
    assert credited(text, outlet="Investing.com") == ["Financial Times"]


def test_a_relation_is_credited_like_a_figure():
    document = Document("ByteDance, the owner of TikTok, is growing, Bloomberg reported.", "t", "t.txt")
    links = [m for m in EXTRACTOR.extract(document).mentions if isinstance(m.claim, RelationClaim)]
    assert [step.agents[0].name for link in links for step in link.via] == ["Bloomberg"] * len(links)
    assert links


def test_text_around_credits_only_in_context():
    text = "ByteDance earned $9 billion, Bloomberg reported. It employs 90,000 people."
    first, second = figures(text)
    assert not first.contextual
    assert second.contextual
    assert second.via == first.via


@pytest.mark.parametrize(
    "text",
    [
        "Acme plans to spend $9 billion on data centres, of which $2 billion is for chips.",
        "Acme plans to spend $9 billion on data centres, including about $2 billion for chips.",
        "Acme plans to spend $9 billion on data centres. Of that, $2 billion will go to chips.",
    ],
)
def test_an_amount_points_at_the_one_it_is_a_part_of(text):
    assert [mention.part_of for mention in figures(text)] == [None, 0]
    assert figures(text)[1].claim.whole is None


def test_amounts_side_by_side_are_no_parts():
    text = "Acme plans to spend $9 billion on data centres. Borealis will spend $2 billion, including rent."
    assert [mention.part_of for mention in figures(text)] == [None, None]


def test_a_part_points_at_its_whole():
    text = "ByteDance will spend $9 billion in capital expenditure. Half of the amount goes to chips."
    assert figures(text)[1].part_of == 0


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("ByteDance plans to spend $9 billion on chips.", "planned"),
        ("ByteDance spent $9 billion on chips.", "actual"),
        ("The president wants Oracle to take a 50% stake in TikTok.", "demanded"),
        ("ByteDance wants to spend $9 billion on chips.", "planned"),
        ("ByteDance is to spend $9 billion on chips.", "planned"),
        ("Some $9 billion is set aside for chips by ByteDance.", "planned"),
        ("ByteDance has $9 billion in mind for chips.", "planned"),
        ("Revenue at Nokia should come to $9 billion.", "guidance"),
        ("Nokia guided to growth of 4%.", "guidance"),
        ("Analysts believe Oracle will have to raise $9 billion.", "estimated"),
        ("In the months to May Nokia earned $9 billion.", "actual"),
        ("Nokia won orders for $9 billion, people familiar with the plan said.", "actual"),
    ],
)
def test_the_mode_is_told_by_the_nearest_words(text, mode):
    assert figures(text)[0].claim.mode == mode


def test_a_negated_figure_is_marked():
    assert figures("ByteDance did not spend $9 billion on chips.")[0].negated
    assert not figures("ByteDance spent not only $9 billion on chips.")[0].negated


def test_a_plan_that_is_given_up_is_marked():
    assert figures("ByteDance has dropped a plan to spend $9 billion on chips.")[0].negated
    assert figures("ByteDance called off its deal for $9 billion of chips.")[0].negated


def test_what_goes_on_behind_a_plan_that_is_given_up_is_not_marked():
    assert not figures("ByteDance dropped plans for a plant and will spend $9 billion on chips.")[0].negated
    assert not figures("After it dropped plans for a plant, ByteDance spent $9 billion on chips.")[0].negated
    assert not figures("ByteDance shares dropped after it laid out plans to spend $9 billion.")[0].negated


def test_a_hedge_is_kept():
    assert figures("ByteDance reportedly spent $9 billion on chips.")[0].hedge == "reportedly"


def test_scope_is_the_place_or_the_word_for_it():
    assert figures("Nvidia earned $9 billion in China.")[0].claim.scope.name == "China"
    assert figures("ByteDance will invest $9 billion overseas.")[0].claim.scope.name == "overseas"


def test_every_field_has_its_evidence():
    fields = {evidence.field for evidence in figures("Nvidia earned $9 billion in China in 2023.")[0].evidence}
    assert {"measure", "subject", "period", "scope"} <= fields


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "ByteDance",
                "said",
                "it",
                "spent",
                "$9 billion",
                "15%",
                "half of the amount",
                ",",
                "and",
                "(",
                ")",
                "“",
                "\n",
                "in 2025",
                "the same period",
                "according to",
                "Reuters",
                ".",
                "90,000",
                "chips",
                "’s",
                "up from",
                "—",
                "é",
                "的",
            ]
        ),
        max_size=40,
    )
)
def test_no_text_makes_it_fail_and_every_quote_is_verbatim(parts):
    document = Document(" ".join(parts), "t", "t.txt", offset=7)
    extraction = EXTRACTOR.extract(document)
    for mention in extraction.mentions:
        assert mention.quote.covers(mention.figure)
        assert mention.quote.end <= len(document.text)
    assert rows(extraction) == rows(EXTRACTOR.extract(document))
    attribution_rows(document, EXTRACTOR.stages(document).reported)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    EXTRACTOR.extract(Document(text, "t", "t.txt"))


def test_a_title_takes_what_it_leaves_open_from_the_text():
    text = "No word on $9 billion plan\n\nByteDance will spend $9 billion in capital expenditure in 2025.\n"
    claim = figures(text)[0].claim
    assert isinstance(claim, FigureClaim)
    assert (claim.measure, claim.subject.name if claim.subject else None) == ("capital-expenditure", "ByteDance")
    assert claim.mode == "planned"
    assert not {"unknown-measure", "unknown-subject"} & rules(text)


def test_a_title_about_another_amount_takes_nothing():
    text = "No word on $8 billion plan\n\nByteDance will spend $9 billion in capital expenditure in 2025.\n"
    claim = figures(text)[0].claim
    assert isinstance(claim, FigureClaim)
    assert claim.measure == "other"


def test_a_plan_goes_on_in_figures_without_a_mode_of_their_own():
    text = "ByteDance plans to spend $9 billion on chips. Half the money leaves China."
    assert [mention.claim.mode for mention in figures(text)] == ["planned", "planned"]


def test_what_happened_does_not_go_on_as_a_plan():
    text = "ByteDance plans to spend $9 billion on chips. It spent $4 billion on them last year."
    assert [mention.claim.mode for mention in figures(text)] == ["planned", "actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia grew in the first half of 2024. Its revenue was $9 billion.", ["2024-Q1/2024-Q2"]),
        ("Nokia's sales rose to $4 billion in the third quarter of 2024. Profit rose 5%.", ["2024-Q3", "2024-Q3"]),
        ("Nokia grew in the first half of 2024. It has debt of $9 billion.", [None]),
        ("Nokia grew in the first half of 2024. Dell earned $1 billion. Nokia's profit was $2 billion.", [None, None]),
        ("Nokia's sales were $4 billion in May 2024. That was a drop in June 2023. Profit rose 5%.", ["2024-05"] * 2),
    ],
)
def test_a_reporting_period_goes_on_until_another_subject_or_time(text, expected):
    assert periods(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia earned $9 billion in the second quarter of 2024. All was good. Debt for the quarter was $2 billion.",
            "2024-Q2",
        ),
        ("Nokia earned $9 billion in the second quarter of 2024. All was good. Debt is $2 billion.", None),
        ("Nokia closed a $30 billion deal to build a data centre in Oulu, set to be completed by 2029.", None),
        ("Nokia closed a $30 billion deal for a data centre, which is expected to open in 2029.", None),
        ("Nokia closed a $30 billion deal in 2024.", "2024"),
        ("Nokia has a $16 billion contract that runs through 2033.", None),
    ],
)
def test_periods_of_quarters_gone_on_with_and_of_other_events(text, expected):
    assert periods(text)[-1] == expected


def test_a_part_of_a_model_name_is_no_figure():
    assert [m.figure.of(t) for t in ["ByteDance ordered 100,000 Ascend 910B chips."] for m in figures(t)] == ["100,000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia would improve on 2021, when it had a loss of $7 billion.", ["2021"]),
        ("Nokia's sales rose from 2021, the year of the strike, to $7 billion.", [None]),
    ],
)
def test_a_clause_with_when_dates_what_it_tells(text, expected):
    assert periods(text) == expected


def test_a_dateline_before_a_colon_is_no_speaker():
    assert credited("HONG KONG: Nokia will spend $3 billion on chips.") == []
    assert credited('Nokia: "We will spend $3 billion on chips."') == ["Nokia"]


@pytest.mark.parametrize(
    "text",
    [
        "Samsung has cut prices. The drive comes with 512GB.",
        "Samsung has cut prices. The drive is now $20 off its usual price.",
        "Samsung has cut prices. A cooler is not 100% needed.",
    ],
)
def test_what_a_thing_is_like_is_no_claim_about_a_company(text):
    claims = [mention.claim for mention in figures(text)]
    assert [claim.subject for claim in claims if isinstance(claim, FigureClaim)] == [None]


def test_an_amount_of_data_may_be_a_companys():
    (mention,) = figures("Samsung stores 300 TB of data in Seoul.")
    assert isinstance(mention.claim, FigureClaim)
    assert mention.claim.subject is not None


def test_a_month_named_again_keeps_its_year_in_a_text_without_date():
    text = "Nio told its sales for October 2021. In October, it sold 3,667 cars. In May it sold 40 cars."
    assert periods(text, date=None) == ["2021-10", None]


def test_half_of_that_spending_is_of_the_newer_amount():
    text = "Dell will spend $9 billion in 2026, up from $8 billion in 2025. Half of that spending is for chips."
    assert periods(text) == ["2026", "2025", "2026"]
