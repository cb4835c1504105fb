"""To whom figures are credited by the form of the clause, of the headline or of a name, with sentences of our own."""

import pytest

from kg.extract.rows import rows
from kg.extract.rules.extractor import RuleExtractor
from kg.model import Document


def credited(text: str) -> list[tuple[str, list[str], str | None]]:
    read = RuleExtractor().extract(Document(source="x", path="x", text=text))
    return [
        (str(row["text"]), list(row["attributed_to"]), row["origin"])  # type: ignore[call-overload]
        for row in rows(read)
        if row["kind"] == "figure"
    ]


def agents(text: str) -> list[list[str]]:
    return [named for _, named, _ in credited(text)]


BOUNDS = (
    "about",
    "around",
    "over",
    "under",
    "nearly",
    "roughly",
    "more than",
    "at least",
    "as much as",
    "close to",
    "some",
)


@pytest.mark.parametrize("bound", BOUNDS)
def test_what_is_foretold_or_reckoned_may_open_with_a_bound(bound: str) -> None:
    assert agents(f"Nokia expects {bound} $4 billion in sales.") == [["Nokia"]]
    assert agents(f"IDC estimated {bound} 5 million phones.") == [["IDC"]]
    assert agents(f"IDC forecast {bound} 7% growth.") == [["IDC"]]
    assert agents(f"Nokia announced {bound} 900 job cuts.") == [["Nokia"]]


def test_what_may_be_is_foretold_by_nobody() -> None:
    assert agents("Nokia sees between $4 billion and $5 billion in sales.") == [["Nokia"]]
    assert agents("Nokia could see as much as $4 billion in sales.") == [[]]
    assert agents("Nokia projects $800 million in sales, or about $66 million a month.") == [["Nokia"], ["Nokia"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "According to Reuters, which cited the Financial Times, Nokia will spend $4 billion.",
            ["Reuters", "Financial Times"],
        ),
        (
            "According to Bloomberg, sales doubled to $60 million, as reported by IDC.",
            ["Bloomberg", "IDC"],
        ),
        ("Nokia, based in Ayton, Ohio, said its base included more than 4 million users.", ["Nokia"]),
        ("Sales rose by $5 million, said its chief executive, Ann Lee.", ["Ann Lee"]),
        ("Nokia's official website says it has 4 million users.", ["Nokia"]),
        ("That compares with the $54 billion average of estimates compiled by Bloomberg.", ["Bloomberg"]),
        ("Sales are seen at $7 billion, based on analyst estimates compiled by Bloomberg.", ["Bloomberg"]),
        ("Sales rose by $5 million, as reported by sources referenced by Reuters.", ["Reuters"]),
        ("Nokia makes phones.\n\nA company spokesperson said the works would cost $4 million.", ["Nokia"]),
        ("Nokia makes phones.\n\nA company representative said it would spend $5 million.", ["Nokia"]),
        ("Sales will reach $470 billion, according to IDC estimates cited in a Reuters report.", ["Reuters", "IDC"]),
        ("The sale, first reported by Reuters, was worth $4 billion.", ["Reuters"]),
        ("Nokia confirmed the $4 billion sale, first reported by Reuters.", ["Nokia"]),
        ("Ericsson trades at $6 a share, Goldman Sachs strategists note.", ["Goldman Sachs"]),
        ("Citi cut its view of Nokia. The broker estimates that it pays over $6,200 a car.", ["Citigroup"]),
        ("Austin Marlow, an analyst at IDC, put the cost at $9,000.", ["Austin Marlow"]),
        ("Sydney Marlow said it cost $9,000.", ["Sydney Marlow"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert agents(text)[-1] == expected


def test_a_result_is_not_that_of_whoever_gathers_estimates() -> None:
    text = "Nokia's profit rose to $3 billion, beating the $2 billion average of estimates compiled by LSEG."
    assert agents(text) == [[], ["LSEG"]]


def test_the_report_is_that_of_who_spoke_in_one() -> None:
    text = "IDC said in a report that Nokia sold 4 million phones. The report said Ericsson sold 3 million phones."
    assert agents(text) == [["IDC"], ["IDC"]]
    text = (
        "IDC said in a report that Nokia sold 4 million phones. Reuters wrote that Ericsson sold 5 million phones. "
        "The report said Huawei sold 3 million phones."
    )
    assert agents(text) == [["IDC"], ["Reuters"], ["Reuters"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia to spend $4 billion - FT\n\nNokia will spend $4 billion, the Financial Times said.",
            (["Financial Times"], None),
        ),
        ("Nokia to spend $4 billion - Reuters\n\nNokia will spend $4 billion, the Financial Times said.", ([], None)),
        ("Phone sales to reach $4 billion: IDC\n\nMore phones are sold.", (["IDC"], None)),
        ("Nokia to spend $4 billion: sources\n\nNokia is a maker of phones.", ([], "sources")),
        ("Nokia to spend $4 billion – report\n\nNokia is a maker of phones.", ([], "report")),
        ("Report: Nokia to spend $4 billion\n\nNokia is a maker of phones.", ([], "Report")),
        ("Nokia to spend $4 billion on a new report\n\nNokia is a maker of phones.", ([], None)),
    ],
)
def test_headlines(text: str, expected: tuple[list[str], str | None]) -> None:
    assert credited(text)[0][1:] == expected


def test_names_cut_short() -> None:
    text = "The Washington Post said Nokia would sell 4 million phones. The Post said 3 million of them were old."
    assert agents(text)[1] == ["The Washington Post"]
    text = "The New York Times said Nokia sold 4 million phones. The Times said 3 million of them were old."
    assert agents(text)[1] == ["The New York Times"]
    assert agents("Marlow said Nokia sold 4 million phones.\n\nAnn Marlow runs a shop.") == [["Ann Marlow"]]


def test_places_and_teams_are_no_persons() -> None:
    assert agents("Sydney Water said it sold 4 million litres.") == [["Sydney Water"]]
    assert credited("Austin officials said 300 jobs would go.")[0][1:] == ([], "Austin officials")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Filings showed Nokia's sales fell to $4 million.", "Filings"),
        ("Customs data showed exports fell to $4 million.", "Customs data"),
        ("Some data may show exports are down to $4 million.", None),
        ("Nokia showed a plan that cost $4 million.", None),
    ],
)
def test_papers_show_a_clause(text: str, origin: str | None) -> None:
    assert credited(text) == [("$4 million", [], origin)]


def test_a_person_before_the_colon_of_a_headline_says_it() -> None:
    assert agents("Ann Lee: Nokia has 40 million users\n\nNokia chief Ann Lee spoke in Oslo.") == [["Ann Lee"]]
    assert agents("Nokia: 40 million users\n\nNokia chief Ann Lee spoke in Oslo.") == [[]]


def test_a_name_that_projects_something_is_a_source() -> None:
    assert agents("TallyHouse projects that the phone market will reach $9 billion.") == [["TallyHouse"]]
    assert agents("TallyHouse projects cost $9 billion.") == [[]]


TAILS = (
    "on June 29",
    "on Dec. 5",
    "on 5 December",
    "on the 5th of December",
    "on June 29, 2025",
    "on June 29, citing two people",
    "late Tuesday",
    "hours earlier",
    "the next day",
    "in an exclusive on June 29",
)


@pytest.mark.parametrize("tail", TAILS)
def test_a_time_of_any_form_may_stand_behind_the_verb_of_saying(tail: str) -> None:
    assert agents(f"Siemens is to spend $50 billion on plants, Reuters reported {tail}.") == [["Reuters"]]


@pytest.mark.parametrize(
    "speaker",
    [
        "Bosch, the German maker of tools, on Thursday reported",
        "Bosch, which is based in Stuttgart, on June 29 reported",
        "Bosch (BOS.X) late on Thursday reported",
        "Bosch, whose home is Stuttgart, reported",
    ],
)
def test_a_time_may_stand_between_an_aside_and_the_verb(speaker: str) -> None:
    assert agents(f"{speaker} revenue of $9 billion.") == [["Bosch"]]


def test_a_poll_gives_what_a_result_is_held_against_not_the_result() -> None:
    text = "Bosch earned $3.2 billion, 6% more than in 2023 but short of the $3.5 billion in an LSEG poll of analysts."
    assert agents(text) == [[], [], ["LSEG"]]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Siemens is to spend $50 billion, it was reported by Reuters.", ["Reuters"]),
        ("The Information had put the budget of Siemens at $50 billion.", ["The Information"]),
        ("Siemens is to spend $50 billion, the Munich-based rail and power firm said.", []),
        ("Siemens is to spend $50 billion, the firm told investors on June 29.", ["Siemens"]),
    ],
)
def test_who_is_credited(text: str, named: list[str]) -> None:
    assert agents(text) == [named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia reported a fall in profit but said orders were recovering, sending its shares up 4%.", [[]]),
        ("Nokia lifted its forecast, but its shares shed 5% as investors looked ahead.", [[]]),
        ("Nokia said profit fell 6%.", [["Nokia"]]),
        ("Microsoft finance chief Amy Hood said that the company expects revenue of $68 billion.", [["Amy Hood"]]),
        ("Microsoft's chairman Amy Hood said the company forecast revenue of $68 billion.", [["Amy Hood"]]),
        ("Reuters said Nokia expects revenue of $68 billion.", [["Reuters", "Nokia"]]),
        (
            "Chief Executive Andy Jassy said AWS had added 4 gigawatts and expected to add 3 gigawatts next year.",
            [["Andy Jassy"], ["Andy Jassy"]],
        ),
        ("Nokia hopes to sell 4 million phones.", [[]]),
    ],
)
def test_officers_speak_for_the_company_and_nobody_for_its_shares(text: str, expected: list[list[str]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Intel will cut 9,000 jobs, sources told Reuters and Bloomberg.", [["Reuters", "Bloomberg"]]),
        ("Sources told Reuters and Bloomberg that Intel will cut 9,000 jobs.", [["Reuters", "Bloomberg"]]),
        ("Ann Lee told analysts and investors Intel will cut 9,000 jobs.", [["Ann Lee"]]),
        ("Sales will rise by 20%, Ann Lee told investors, but margins will be 9%.", [["Ann Lee"]] * 2),
        ("OpenAI made $4 billion, The Information reported; it spent $6 billion.", [["The Information"]] * 2),
        ("Intel will cut 9,000 jobs, Reuters reported, and close 4 plants.", [["Reuters"]] * 2),
        ("Intel will cut 9,000 jobs, Reuters reported, while AMD made $4 billion.", [["Reuters"], []]),
        ("Nokia said profit was $4 billion. Sales rose to $6 billion.", [["Nokia"], []]),
        ("Sales beat the $4 billion that analysts had forecast, and earnings came to $1 billion.", [[], []]),
        ("Jefferies, meanwhile, said Huawei shipped 805,000 chips.", [["Jefferies"]]),
        ("Canalys, by contrast, said Huawei sold 805,000 phones.", [["Canalys"]]),
        ("Huawei shipped 805,000 chips, said Jefferies analyst Ann Lee.", [["Ann Lee"]]),
        ("Demand is up 9%, said Ann Lee, who runs the unit.", [["Ann Lee"]]),
        ("Reuters, for its part, put the budget at $7 billion.", [["Reuters"]]),
    ],
)
def test_who_spoke_goes_on_and_may_be_set_off_by_commas(text: str, expected: list[list[str]]) -> None:
    assert agents(text) == expected


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Nokia forecast growth of 9%, below the 11% estimate from Visible Alpha.", ["Visible Alpha"]),
        ("Nokia posted a profit of $4 million, ahead of the $3 million forecast by IDC.", ["IDC"]),
    ],
)
def test_a_view_that_a_result_is_held_against_is_whose_it_is_from(text: str, whose: list[str]) -> None:
    assert agents(text)[-1] == whose


def test_what_somebody_gets_from_a_watcher_is_no_view_of_theirs() -> None:
    assert agents("Nokia bought $3 million of software, more than the $2 million of parts from Visible Alpha.") == [
        [],
        [],
    ]


@pytest.mark.parametrize("text", ["Reuters' sources said that Nokia ordered 1,600 chips for 20 sites."])
def test_what_the_sources_of_a_paper_say_the_paper_passes_on(text: str) -> None:
    assert agents(text) == [["Reuters"], ["Reuters"]]


def test_a_firms_own_aim_is_told_by_the_paper_that_says_it_missed_it() -> None:
    assert agents("Nokia missed its target of 9 million users, Reuters reported.") == [["Reuters"]]
    assert agents("Nokia missed its target of 9 million users.") == [["Nokia"]]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("The mill lost $25 million, per the AP.", "Associated Press"),
        ("The mill lost $25 million, Nokia told the AP.", "Associated Press"),
        ("The Information website says sales were $3 million.", "The Information"),
    ],
)
def test_letters_and_words_are_a_papers_name_where_it_is_cited(text: str, paper: str) -> None:
    assert agents(text)[0][0] == paper


def test_letters_are_none_where_nobody_is_cited() -> None:
    assert agents("Pupils took the AP test, which costs $98.") == [[]]
    assert agents("The information says sales were $3 million.") == [[]]


def test_people_who_told_a_paper_are_its_source_in_their_words() -> None:
    assert credited("Union leaders told Reuters that 900 people would go.")[0][1:] == (["Reuters"], "Union leaders")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (
            "The carmaker Stellantis, which owns brands including Jeep, Ram and Fiat, said it lost $9 million.",
            "Stellantis",
        ),
        ("Siemens, which runs plants in Ayton, Borsk and Celle, said orders fell by $9 million.", "Siemens"),
        ("Stellantis, the owner of Jeep, Ram and Fiat, said it lost $9 million.", "Stellantis"),
    ],
)
def test_a_list_that_ends_an_aside_says_nothing(text: str, whose: str) -> None:
    assert agents(text) == [[whose]]


def test_those_of_a_list_of_their_own_say_it_together() -> None:
    assert agents("Nokia, Ericsson and Samsung said demand fell by $9 million.") == [["Nokia", "Ericsson", "Samsung"]]
