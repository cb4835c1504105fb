import pytest
from fixtures.subjects import subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will invest $9 billion in data centres.", ["ByteDance"]),
        ("Nvidia's revenue rose to $30 billion.", ["Nvidia"]),
        ("Server spending was led by Microsoft's $31 billion and Tencent's $9 billion.", ["Microsoft", "Tencent"]),
        ("Some 90,000 chips were bought by Tencent.", ["Tencent"]),
        ("About 40% of Tencent's chip orders would go to local suppliers.", ["Tencent"]),
        ("Chip stocks slid, with Broadcom down 9% and Nvidia off 4%.", ["Broadcom", "Nvidia"]),
        ("Tencent said it would cut 900 jobs.", ["Tencent"]),
        ("Analysts at Omdia said Tencent bought 90,000 chips.", ["Tencent"]),
        ("The order allows TikTok to remain open for 75 days.", ["TikTok"]),
        ("The agency fined TikTok $4 million.", ["TikTok"]),
        ("Nvidia reported a profit of $12 billion.", ["Nvidia"]),
        ("Tencent's WeChat has 1.3 billion monthly active users.", ["WeChat"]),
        ("TSMC, which makes Nvidia's chips, said it would invest $50 billion.", ["TSMC"]),
        ("In Taiwan, TSMC spent $9 billion, while Samsung spent $8 billion in Texas.", ["TSMC", "Samsung"]),
    ],
)
def test_the_grammar_of_the_sentence_tells_the_subject(text, expected):
    assert subjects(text) == expected


def test_a_sentence_without_a_name_is_about_whom_the_text_is_about():
    text = "ByteDance earned $8 billion. That follows 2,000 job cuts."
    assert subjects(text) == ["ByteDance", "ByteDance"]


def test_a_heading_without_a_name_is_not():
    assert subjects("Tencent earned $8 billion.\n\nCombined revenue: $70 billion\n\nThey grew.")[1] is None


def test_a_price_needs_a_subject_of_its_own():
    assert subjects("Samsung makes drives. Fast card (512GB) for $75 at Walmart.")[-1] is None


def test_an_exchange_rate_is_about_the_currency():
    assert subjects("ByteDance spent 2 billion yuan. ($1 = 7.25 yuan)")[-1] == "US dollar"


def test_an_outlet_is_not_the_subject_of_what_it_reports():
    text = "ByteDance is growing. Bloomberg reported a plan for some $6 billion to buy chips."
    assert subjects(text) == ["ByteDance"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Microsoft bought 485,000 chips and Tencent 230,000.", ["Microsoft", "Tencent"]),
        ("BYD handed over 427,000 vehicles in December, and Tesla 180,000.", ["BYD", "Tesla"]),
        ("Nvidia lost 6.9% and AMD 7.3%.", ["Nvidia", "AMD"]),
        ("The shares of Microsoft and Oracle gained 1.3% and 0.2%.", ["Microsoft", "Oracle"]),
        ("At Microsoft, the range for capital expenditure rose to $80 billion.", ["Microsoft"]),
        ("Jefferies reckons that Xiaomi sold 135,000 cars.", ["Xiaomi"]),
        ("Moody's warned of a $30 billion contract of Oracle.", ["Oracle"]),
        ("G42 accounted for 87% of Cerebras's revenue.", ["Cerebras"]),
        ("The ministry granted Intel $7.9 billion.", ["Intel"]),
        ("Nvidia may sell 90,000 chips this year.", ["Nvidia"]),
        ("BYD sold 4 million cars, Xiaomi said.", ["BYD"]),
    ],
)
def test_elliptic_parallel_and_fronted_names_are_subjects(text, expected):
    assert subjects(text) == expected


def test_lists_of_unequal_length_do_not_run_in_step():
    assert subjects("The shares of Microsoft, Tencent and Oracle gained 1.3% and 0.2%.")[0] != "Tencent"


def test_a_new_paragraph_returns_to_whom_the_text_is_about():
    text = "Nokia is growing.\n\nSamsung earned $4 billion. It paid tax.\n\nSales rose by 4%."
    assert subjects(text)[-1] == "Nokia"


def test_within_a_paragraph_the_last_subject_stays():
    text = "Nokia is growing.\n\nSamsung earned $4 billion. It paid tax. Sales rose by 4%."
    assert subjects(text)[-1] == "Samsung"


def test_a_company_that_opens_a_sentence_is_what_the_next_is_about():
    text = "Nokia earned $4 billion. Samsung is doing well too. Revenue there was $8 billion."
    assert subjects(text)[-1] == "Samsung"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alphabet, which owns YouTube, will spend $9 billion on servers.", ["Alphabet"]),
        ("Tencent, the games company that runs WeChat, has allocated $2 billion for servers.", ["Tencent"]),
        ("Oracle, whose customers include Meta and OpenAI, announced an investment of $7 billion.", ["Oracle"]),
        ("Qwen, Alibaba's answer to ChatGPT, recorded 10 million downloads.", ["Qwen"]),
        ("Qwen and Alibaba's ally, ChatGPT, are apart: ChatGPT recorded 10 million downloads.", ["ChatGPT"]),
        ("Moody's said that today Oracle, the database company, earned $5 billion.", ["Oracle"]),
    ],
)
def test_a_name_in_an_aside_is_not_the_subject(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia is far away. Shares of Intel fell 4%.", ["Intel"]),
        ("Nvidia is far away. Annual revenue at Foxconn reached $200 billion.", ["Foxconn"]),
        ("Nvidia is far away. Rivals of Intel earned $4 billion.", ["Nvidia"]),
    ],
)
def test_whose_the_subject_is_stands_behind_of_or_at(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Job losses by company. Nokia: cut 900 jobs. Dell (DELL): laid off 400 workers.", ["Nokia", "Dell"]),
        ("Tencent grew, with Tencent Cloud reporting a 9% rise in revenue.", ["Tencent Cloud"]),
        ("Baidu posted a profit of $2 billion at Apollo.", ["Baidu"]),
        ("Intel lags. That beats the $90 billion that Amazon spent on servers.", ["Amazon"]),
        ("Intel lags. That beats the $90 billion Amazon spent on servers.", ["Amazon"]),
        ("SoftBank is in talks about a deal that values Mistral at $6 billion.", ["Mistral AI"]),
        ("TSMC waits. A $6 billion grant to Micron will pay for a plant.", ["Micron"]),
        ("Nokia rallied. Ericsson found itself with 900 job cuts.", ["Ericsson"]),
        ("Washington put a 20% tariff on goods from Vietnam.", ["Vietnam"]),
        ("Intel waits. Brazil has been hit with a 50% tariff on its exports.", ["Brazil"]),
    ],
)
def test_the_construction_around_a_figure_names_its_subject(text, expected):
    assert subjects(text) == expected


def test_who_says_what_is_not_its_own_is_not_the_subject():
    assert subjects("Intel said that Micron had posted a profit of $2 billion.") == ["Micron"]
    assert subjects("Reuters reported a profit of $2 billion at Micron.") == ["Micron"]


def test_the_owner_of_a_product_is_the_one_that_the_text_names():
    text = "Huawei is catching up. The yield of the Ascend 910C was 20%."
    assert subjects(text) == ["Huawei"]


def test_users_are_of_whom_the_clause_is_about():
    text = "Doubao has 71 million monthly active users, while DeepSeek has 33 million users."
    assert subjects(text) == ["Doubao", "DeepSeek"]


def test_a_company_named_late_is_not_what_the_text_is_about():
    text = "Sales rose by 4%. " + "The market was calm. " * 6 + "Nokia was calm."
    assert subjects(text) == [None]


def test_products_and_companies_may_run_in_step():
    assert subjects("Azure and Google Cloud posted gains of 40% and 33%, respectively.") == ["Azure", "Google Cloud"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Samsung is first. The global smartphone market grew by 7% to 323 million units.", [None, None]),
        ("Samsung is first. Global shipments fell 7%.", [None]),
        ("Samsung is first. Shipments fell 7%.", ["Samsung"]),
    ],
)
def test_what_a_whole_market_does_is_told_of_no_company(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia earned $8 billion, more than Dell Technologies Inc.'s $7 billion.", ["Nokia", "Dell"]),
        ("Shein is big, with Nokia's revenue growing 30%.", ["Nokia"]),
        ("Nokia works with Dell's engineers and earned $3 billion.", ["Nokia"]),
        ("Nokia lost again. The European Union upheld a fine of $2 billion.", ["Nokia"]),
    ],
)
def test_possessors_in_comparisons_and_clauses_of_their_own(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qualcomm waits. IDC put Xiaomi's growth at 27%.", "Xiaomi"),
        ("Intel waits. SoftBank invested in Mistral in a round valuing the company at $6 billion.", "Mistral AI"),
        ("SoftBank cheered. That gave Mistral a $6 billion valuation.", "Mistral AI"),
        ("SAP will use OpenAI's models, and the $500 billion Stargate project.", "Stargate"),
        ("Nvidia led a $90 million round for the start-up Reka AI.", "Reka AI"),
        ("Oracle said it would buy Intel for $58 a share.", "Intel"),
        ("Oracle fell. The agency imposed a fine on Intel. The penalty was $2 million.", "Intel"),
        ("Oracle and a partner will buy the supplier Intel for $4 billion.", "Oracle"),
        ("(Reuters) - Shares of Intel soared 9% on Friday.", "Intel"),
        ("“We had a strong quarter, ending with 9 million members,” wrote Netflix in its letter.", "Netflix"),
    ],
)
def test_who_is_valued_bought_funded_or_punished(text, expected):
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oracle invested $6 billion in cables for the start-up Reka AI.", "Oracle"),
        ("Oracle, valuing calm, spent $6 billion on Intel servers.", "Oracle"),
    ],
)
def test_who_only_stands_by_is_not(text, expected):
    assert subjects(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales at Nokia, Ericsson's oldest rival, fell 4% in May.", ["Nokia"]),
        ("Profit at Tesco, the largest grocer, rose 4% in May.", ["Tesco"]),
        ("Anthropic closed a round in which the OpenAI rival was valued at $3 billion.", ["Anthropic"]),
        ("Regulators imposed a fine of $4 million on Instagram owner Meta.", ["Meta"]),
        ("A court confirmed a $4 million fine for the grocer Tesco.", ["Tesco"]),
        ("The navy awarded a $90 million contract to Boeing for spare parts.", ["Boeing"]),
        ("Boeing won a $90 million contract to supply engines to Airbus.", ["Boeing"]),
        ("A grocer with 400 stores, Tesco has been closing branches.", ["Tesco"]),
        ("Britain's largest grocer with a market share of 27%, Tesco has cut prices.", ["Tesco"]),
        ("A rival spent $4 billion on stores, Tesco said.", [None]),
    ],
)
def test_asides_and_what_a_name_only_describes_are_seen_through(text, expected):
    assert subjects(text) == expected


def test_a_list_is_about_the_company_that_its_announcement_names():
    text = "Here is how Nokia did in the quarter:\n\n• Revenue: $5.1 billion\n• Net profit: $400 million\n\nIt rained."
    assert subjects(text) == ["Nokia", "Nokia"]


def test_a_list_that_is_announced_for_nobody_is_about_nobody():
    assert subjects("Nokia grew.\n\nThe market at a glance:\n\n• Revenue: $5.1 billion\n\nIt rained.") == [None]


def test_a_segment_is_a_part_of_a_company_and_of_no_product():
    text = (
        "Google grew. Spending fell. YouTube had 80 million subscribers. The cloud segment had revenue of $9 billion."
    )
    assert subjects(text)[-1] == "Google"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia will cut jobs. Kestrin Securities analyst Ann Lee expects that 8,000 employees go.", ["Nokia"]),
        ("Nokia grew. Analysts at Kestrin Securities cut their forecast for Nokia's sales by 5%.", ["Nokia"]),
        ("Nokia grew. Ericsson analyst Ann Lee said Ericsson cut 90 jobs. Ericsson shares fell.", ["Ericsson"]),
    ],
)
def test_who_only_watches_is_not_whom_a_figure_is_about(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenues at media group Reuters slipped 11%.", ["Reuters"]),
        ("The media group Reuters grew. Reuters cut its debt to $160 million.", ["Reuters"]),
        ("Nokia grew. Reuters reported a debt of $160 million.", ["Nokia"]),
    ],
)
def test_an_outlet_is_a_subject_where_the_text_takes_it_for_a_company(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia acquired Orlane Foods, which was founded in 1953, in 2001 for $3.9 billion.", ["Nokia"]),
        (
            "Nokia agreed to buy Orlane Foods. This takeover, at some $3 billion in cash and shares, closed in May.",
            ["Nokia"],
        ),
        ("Nokia grew. A phone firm was bought for $2 billion.", [None]),
    ],
)
def test_a_price_is_about_who_buys_and_of_the_deal_told_of(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If signed, the deal would triple Oracle's revenue, OpenAI said.", ["Oracle"]),
        ("The deal would double Nokia's sales.", ["Nokia"]),
        ("Nokia doubled Ericsson's offer.", ["Nokia"]),
        ("Nokia booked 70 orders, compared with 18 for Ericsson.", ["Nokia", "Ericsson"]),
        ("Nokia sold 70 phones versus 18 at Ericsson.", ["Nokia", "Ericsson"]),
        ("Nokia booked 70 orders, compared with 18 for phones of Ericsson.", ["Nokia", "Nokia"]),
    ],
)
def test_whose_a_multiple_or_a_compared_value_is(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia to raise chip prices\n\nPrices for chips will go up by 10 percent, the report said.", ["Nokia"]),
        ("Nokia's price rise is on\n\nThe report said phone prices would climb by 5 percent.", ["Nokia"]),
        ("Nokia to hire engineers\n\nPrices for chips will go up by 10 percent, the report said.", [None]),
    ],
)
def test_prices_are_those_of_the_company_whose_headline_tells_of_prices(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The agency fined Nokia a record $300 million for a deal with Ericsson.", ["Nokia"]),
        ("A court fined Orlane Foods a whopping $3 million.", ["Orlane Foods"]),
        (
            "Two stood out: a $9 million fine given to Nokia and a $3 million fine handed to Ericsson.",
            ["Nokia", "Ericsson"],
        ),
        ("The Justice Department reached a $9 million settlement with Boeing.", ["Boeing"]),
        ("Boeing reached a $9 million settlement with the Justice Department.", ["Boeing"]),
        ("The agency fined a bank and Nokia made a record $300 million.", ["Nokia"]),
    ],
)
def test_who_is_fined_pays_the_sum_behind_an_article_too(text, expected):
    assert subjects(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orlane Foods cut jobs. Orlane Foods grew. Revenue came to $9 million.", ["Orlane Foods"]),
        ("Ann Lee met staff of Orlane Foods. Trade was weak. Exports came to $9 billion.", [None]),
    ],
)
def test_a_text_may_be_about_a_company_that_the_registry_lacks(text, expected):
    assert subjects(text) == expected


def test_who_is_named_in_a_speakers_phrase_does_not_speak():
    text = "Shares of Dora rose. Nokia, which owns brands including Dora soap, said profit fell 36%."
    assert subjects(text) == ["Nokia"]
    assert subjects("Nokia, which owns Dora Foods, fell. Dora Foods said profit fell 36%.") == ["Dora Foods"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports from Norway rose 4% in May.", ["Norway"]),
        ("German inflation rose to 4%.", ["Germany"]),
        ("Nokia, unlike Ericsson, cut 40 jobs.", ["Nokia"]),
        ("Orlane, which Nokia bought last year, had sales of $4 million.", ["Orlane"]),
        ("Ann Lee founded Orlane in 2012. The company now has 40 employees.", ["Orlane"]),
        ("The deal, in which Nokia will buy Orlane, values the start-up at $4 million.", ["Orlane"]),
    ],
)
def test_who_is_named_beside_others_is_told_from_them(text, expected):
    assert subjects(text) == expected


def test_a_start_up_is_the_one_that_the_text_calls_so():
    text = (
        "Kestrin, a carmaker, agreed to buy a stake in the battery start-up Orlane.\n\nThe {} raised $4 million in May."
    )
    assert subjects(text.format("start-up")) == ["Orlane"]
    assert subjects(text.format("carmaker")) == ["Kestrin"]
