import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.extract.rules.measures.terms import ancestors, share_measures, terms
from kg.lexicon import codes
from kg.model import Document, FigureClaim

EXTRACTOR = RuleExtractor()


def measures(text: str) -> list[str]:
    found = EXTRACTOR.extract(Document(text, "t", "t.txt", date="2025-02-03"))
    return [mention.claim.measure for mention in found.mentions if isinstance(mention.claim, FigureClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will spend $9 billion on AI infrastructure.", ["ai-infrastructure-spending"]),
        ("Tencent has budgeted 30 billion yuan to buy AI chips.", ["ai-chip-purchase-budget"]),
        ("Tencent will spend 30 billion yuan on AI chips.", ["ai-chip-purchase-budget"]),
        ("Baidu set aside $4 billion for AI processors.", ["ai-chip-purchase-budget"]),
        ("Baidu will spend $4 billion on AI.", ["ai-infrastructure-spending"]),
        ("Baidu raised its chip budget to $4 billion.", ["ai-chip-purchase-budget"]),
        ("Baidu has ordered $4 billion of H20 chips.", ["ai-chip-purchase-budget"]),
        ("Samsung will spend $4 billion on a chip packaging plant.", ["investment"]),
        ("Samsung will spend $4 billion on chip design software.", ["spending"]),
        ("Baidu's capital expenditure was 8 billion yuan, mostly on AI chips.", ["capital-expenditure"]),
        ("Nokia will lay off 9,000 workers, or about 11% of its workforce.", ["job-cuts", "workforce-cut"]),
        ("Regulators fined Amazon €746 million.", ["fine"]),
        ("Xiaomi shipped 42 million phones, down 3% from a year earlier.", ["shipments", "shipments-growth"]),
        ("Samsung's share of the market rose to 19%.", ["market-share"]),
        ("Anthropic raised $2 billion at a valuation of $60 billion.", ["funding-round", "valuation"]),
        ("Broadcom agreed to buy VMware for $61 billion.", ["acquisition-price"]),
        ("TSMC's revenue rose 34% to T$800 billion.", ["revenue-growth", "revenue"]),
        ("Netflix gained 9 million subscribers.", ["subscribers"]),
        ("Nvidia shares fell 6% on Monday.", ["stock-price-change"]),
        ("Nvidia lost $300 billion in market value.", ["market-cap-loss"]),
        ("The rally boosted Nokia's market value to $30 billion.", ["market-capitalisation"]),
        ("The rally added $3 billion to Nokia's market value.", ["market-cap-gain"]),
        ("Nokia rose as much as 7% to $5.10 in New York.", ["stock-price-change", "price-per-share"]),
        ("Nokia fell 7% at $5.10.", ["stock-price-change", "price-per-share"]),
        ("Nokia's revenue rose 7% to $5.1 billion.", ["revenue-growth", "revenue"]),
        (
            "Nokia shares rose 3% to $5. Its boss committed $9 billion.",
            ["stock-price-change", "price-per-share", "other"],
        ),
        ("The army awarded a $90 million contract to Nokia.", ["contract-value"]),
        ("The army awarded Nokia a grant of $90 million.", ["grant-funding"]),
        ("The merger, for about $4 billion in cash and shares, closed in May.", ["acquisition-price"]),
        ("Nokia holds $4 billion in cash.", ["cash-holdings"]),
        ("The market for weight-loss drugs reached $90 billion.", ["other"]),
        ("Nokia swung to a loss of $90 million.", ["loss"]),
        ("OpenAI signed a contract worth $12 billion with CoreWeave for cloud services.", ["cloud-contract"]),
        ("Spotify has 640 million monthly active users.", ["monthly-active-users"]),
        ("SoftBank took a 12% stake in the start-up.", ["equity-stake"]),
        ("The new rule puts a 25% tariff on imported chips.", ["tariff"]),
        ("BYD employs more than 900,000 people.", ["employees"]),
        ("Training the model cost $5 million.", ["training-cost"]),
        ("Google Cloud revenue climbed 30% to $12 billion.", ["cloud-revenue-growth", "cloud-revenue"]),
        ("Microsoft declared a dividend of $0.83 per share.", ["dividend"]),
        ("Vodafone has debt of 33 billion euros.", ["debt"]),
        ("Foxconn shipped 1,000 servers a week.", ["shipments"]),
    ],
)
def test_the_words_near_a_figure_tell_its_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia's shares dropped 6% on worries about tariffs.", ["stock-price-change"]),
        ("BYD ended with 31% annual growth in its share of the market.", ["growth-rate"]),
        ("Dell's revenue grew by a further 5%, a larger share of the market.", ["revenue-growth"]),
        ("The rate of inflation rose to 5%.", ["inflation-rate"]),
        ("Growth at the bank was strong, and 12% of revenue came from Japan.", ["share-of-revenue"]),
        ("The fund lost 9% of its value when the shares fell.", ["stock-price-change"]),
        ("Nokia's revenue growth slowed to 5%.", ["revenue-growth"]),
        ("Washington is to put a 25% tariff on chips.", ["tariff"]),
    ],
)
def test_the_words_beside_a_percentage_tell_a_change_from_a_level(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The most advanced of Intel's processors has a yield of only about 50%.", ["yield"]),
        ("After its initial public offering Klarna had a loss of around $3 billion.", ["loss"]),
        ("Databricks is preparing an initial public offering that will value it at $90 billion.", ["valuation"]),
        ("The value was unclear; the listing of Databricks brought in $90 billion.", ["ipo-proceeds"]),
    ],
)
def test_the_word_that_of_or_at_ties_to_an_amount_tells_most(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dell's earnings per share rose to $2.10.", ["earnings-per-share"]),
        ("Dell's shares closed at $120.", ["price-per-share"]),
        ("Nokia came third in the market.", ["rank"]),
    ],
)
def test_earnings_a_share_are_no_price_and_places_are_ranks(text, expected):
    assert measures(text) == expected


def test_a_unit_that_reports_its_own_results_tells_the_measure():
    assert measures("Alibaba Cloud reported 34% growth in revenue.") == ["cloud-revenue-growth"]
    assert measures("Analysts at Cloud Research said Dell had 34% growth in revenue.") == ["revenue-growth"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xiaomi's shipments grew 23% year on year, to reach 40.7 million.", ["shipments-growth", "shipments"]),
        ("Dell's profit fell 5% to $2 billion.", ["profit-change", "profit"]),
        ("Dell's profit fell 5%. It employs 4,000 people.", ["profit-change", "employees"]),
    ],
)
def test_a_change_leads_to_an_amount_of_what_changed(text, expected):
    assert measures(text) == expected


def test_a_level_does_not_go_on_with_a_change():
    assert measures("Dell shares rose 3%. It makes one percent of all parts.") == ["stock-price-change", "other"]
    assert measures("Dell shares rose 3%. On Friday they lost 2%.") == ["stock-price-change"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ByteDance will spend $14 billion on H200 AI chips.", ["ai-chip-purchase-budget"]),
        ("ByteDance is to spend $14 billion, a lot, on Nvidia H200 AI processors.", ["ai-chip-purchase-budget"]),
        ("ByteDance will spend $14 billion on AI infrastructure for chips.", ["ai-infrastructure-spending"]),
        ("Huawei plans to make about 310,000 of these 910C chips.", ["production"]),
        ("Dell plans a purchase of 20,000 Nvidia H200 processors.", ["chips-purchased"]),
        ("Dell has built a chip design team of 1,000 employees.", ["employees"]),
    ],
)
def test_a_row_of_nouns_tells_by_its_last(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dell agreed to buy Nutanix for $6 billion in cash.", ["acquisition-price"]),
        ("Dell has $6 billion in cash.", ["cash-holdings"]),
        ("Dell is to hire 20,000 people.", ["jobs-created"]),
        ("Dell pays 15% of revenue to the state. About 70% of the doors are red.", ["revenue-share", "other"]),
    ],
)
def test_cash_paid_people_hired_and_parts_of_other_things(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dell will spend $9 billion on AI chips. This marks an increase from the estimated outlay of $5 billion.",
            ["ai-chip-purchase-budget"] * 2,
        ),
        ("Dell's profit was $9 million. That was a drop from the $12 million of May.", ["profit"] * 2),
        (
            "Dell's profit was $9 million. This year the state made an investment of $5 billion.",
            ["profit", "investment"],
        ),
        ("Dell's profit came to $9 million, reversing a net loss of $2 million.", ["profit", "loss"]),
    ],
)
def test_older_values_in_a_sentence_of_their_own(text, expected):
    assert measures(text) == expected


def test_this_is_a_change_of_what_was_told_last():
    text = "Dell's revenue rose 5%. The offer values it at $90 billion. This is a drop of 26%."
    assert measures(text) == ["revenue-growth", "valuation", "growth-rate"]
    assert measures("Dell's revenue rose 5% in May. Growth was 4% in June.") == ["revenue-growth"] * 2


def test_a_count_without_a_noun_is_of_what_was_counted_before():
    text = "Doubao has 71 million monthly active users, while Ernie followed with 13 million."
    assert measures(text) == ["monthly-active-users"] * 2


def test_part_of_something_of_a_company_is_no_stake():
    assert measures("Some 25% of the company's code was written by machines.") == ["other"]


def test_what_no_measure_fits_is_other():
    assert measures("The choir sang for 4,000 pilgrims.") == ["other"]


def test_small_amounts_of_money_measure_no_revenue():
    assert measures("Revenue cards go for $75 at the shop.") == ["other"]


def test_a_part_of_an_amount_named_before_takes_its_measure():
    text = "Baidu put its capital expenditure at $4 billion. About half of the amount will be spent abroad."
    assert measures(text) == ["capital-expenditure", "share-of-capital-expenditure"]


def test_an_older_value_has_the_measure_of_the_new_one():
    text = "Meta's capital expenditure was $17 billion, up from $9 billion a year before."
    assert measures(text) == ["capital-expenditure", "capital-expenditure"]


def test_parallel_clauses_share_a_measure():
    text = "Alphabet spent $14 billion on capital expenditure, whereas Microsoft spent $16 billion."
    assert measures(text) == ["capital-expenditure", "capital-expenditure"]


def test_an_amount_named_again_keeps_its_measure():
    text = "Oracle signed a $30 billion cloud deal with OpenAI. The $30 billion deal starts in 2027."
    assert measures(text) == ["cloud-contract", "cloud-contract"]


def test_a_multiple_of_a_measure_needs_the_measure_behind_it():
    assert measures("That is double the capital expenditure of Meta.") == ["capital-expenditure-multiple"]
    assert measures("Capital expenditure at Tencent doubled.") == ["growth-multiple"]


def test_broader_and_whole_lead_to_known_measures():
    assert "capital-expenditure" in ancestors("ai-chip-purchase-budget")
    assert share_measures()["capital-expenditure"] == "share-of-capital-expenditure"


def test_signs_name_notions_that_exist():
    notions = codes.scheme("notions")
    kinds = {kind for concept in codes.scheme("measures").values() for kind in concept.facts["unitKind"]}
    unknown = {n for kind in kinds for term in terms(kind).listed for sign in term.signs for n in sign} - set(notions)
    assert not unknown


def test_every_measure_is_defined_and_has_a_unit():
    for code, concept in codes.scheme("measures").items():
        assert any("definition" in key for key in concept.facts), code
        assert concept.facts["unitKind"], code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BYD handed over 427,000 vehicles in December.", ["vehicle-deliveries"]),
        ("Xiaomi sold 135,000 electric cars last year.", ["vehicle-deliveries"]),
        ("Samsung shipped 57.5 million smartphones for a share of 19.4%.", ["shipments", "market-share"]),
        ("Global smartphone shipments grew 1% to 295 million units.", ["shipments-growth", "shipments"]),
        ("Nokia plans to do without 14,000 jobs, about 16% of its staff.", ["job-cuts", "workforce-cut"]),
        ("Cisco is dismissing 7% of its employees, some 5,600 people.", ["workforce-cut", "job-cuts"]),
        ("Restructuring will cost Nokia 1.2 billion euros.", ["charge"]),
        ("Nvidia has written off $4.5 billion.", ["charge"]),
        ("Oracle owed $111 billion at the end of August.", ["debt"]),
        ("Samsung offered $8 billion for the business.", ["acquisition-price"]),
        ("Vodafone agreed to sell its Italian unit to Swisscom for 8 billion euros.", ["acquisition-price"]),
        ("TSMC holds 70% of the joint venture.", ["equity-stake"]),
        ("Broadcom earned $26.5 billion, 28% more than a year before.", ["profit", "profit-change"]),
        ("Databricks raised $10 billion, which values it at $62 billion.", ["funding-round", "valuation"]),
        ("China Mobile had 1 billion mobile customers.", ["subscribers"]),
        ("Mistral spent less than $30 million on training.", ["training-cost"]),
        ("DeepSeek trained the model on 2,048 Nvidia chips.", ["cluster-size"]),
        ("DeepSeek charges $0.14 per million tokens.", ["price"]),
        ("Tencent has put down $2 billion for AI chips.", ["ai-chip-purchase-budget"]),
        ("Tencent is buying AI chips worth $2 billion.", ["ai-chip-purchase-budget"]),
        ("Another $2 billion is for training models.", ["model-training-investment"]),
        ("About 60% of the orders would go to Huawei.", ["share-of-chip-orders"]),
        (
            "Beijing wants technology companies to buy 30% of their chips from local vendors.",
            ["minimum-domestic-share-guideline"],
        ),
        ("Oracle signed a $30 billion contract while its debt grew.", ["contract-value"]),
        ("Nvidia's market value shrank by $589 billion.", ["market-cap-loss"]),
    ],
)
def test_verbs_and_idioms_tell_the_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The deal made people at Nokia happy, who number 4,000.", "job-cuts"),
        ("Nokia won orders for $88 million, people familiar with the takeover said.", "acquisition-price"),
        ("Microsoft will pay for power from the reactor for 20 years.", "power-equivalent"),
        ("Nokia raised its outlook for revenue to $9 billion.", "funding-round"),
    ],
)
def test_words_that_belong_to_something_else_do_not(text, wrong):
    assert wrong not in measures(text)


def test_a_share_given_with_or_is_of_the_whole_of_the_amount_before():
    assert measures("Of its sales, cloud services brought in $6.7 billion, or 42%.")[1] == "share-of-revenue"


def test_what_is_set_against_an_amount_has_its_measure():
    assert measures("Oracle owed $111 billion in August, against $84 billion a year earlier.") == ["debt", "debt"]


def test_a_conversion_in_words_keeps_the_measure():
    text = "Tencent has put down 14 billion yuan for AI chips. At that rate that is $2 billion."
    assert measures(text) == ["ai-chip-purchase-budget"] * 2


def test_a_change_without_a_name_is_that_of_the_amount_before():
    text = "Nokia's total revenue was $9 billion. It guided to growth of 4%."
    assert measures(text) == ["revenue", "revenue-growth"]


def test_a_bare_count_goes_on_counting_what_was_counted_before():
    text = "Vodafone lost 49,000 mobile customers. Its rival won 300,000, and then 80,000 more."
    assert measures(text) == ["subscribers"] * 3


def test_a_count_with_a_noun_of_its_own_does_not():
    assert measures("Vodafone lost 49,000 mobile customers. It painted 900 doors.")[1] != "subscribers"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Revenue, the best in years, rose to $9 billion.", ["revenue"]),
        ("The backlog, which is not booked as revenue, stood at $9 billion.", ["contract-backlog"]),
        ("Capital expenditure, $8 billion in 2024, is set to exceed $9 billion.", ["capital-expenditure"] * 2),
    ],
)
def test_an_aside_is_left_out(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme will pay for the deal by raising $2 billion in new debt.", ["debt"]),
        ("Closing the sites would bring Nokia $400 million in savings.", ["cost-savings"]),
        ("Acme invested $2 billion in a rival with $300 million in debt.", ["investment", "debt"]),
        (
            "Nokia sold the maker of its routers, its oldest business, to Ericsson for $3 billion.",
            ["acquisition-price"],
        ),
        (
            "With its purchase of Silicon Crest, a small designer of chips - for an estimated $90 million - Arm grows.",
            ["acquisition-price"],
        ),
        (
            "Intel, which has bought rivals, has set aside $4 billion for research spending.",
            ["research-spending"],
        ),
        ("Oracle has won an order worth $5 billion.", ["contract-value"]),
        ("Its stake in Arm is valued at $90 billion.", ["equity-stake-value"]),
        ("The maker of chips is valued at $90 billion.", ["valuation"]),
        ("Nokia made $1.2 billion in the quarter.", ["profit"]),
        ("Nokia sold $300 million worth of routers.", ["revenue"]),
        ("Acme sold $300 million worth of its bonds.", ["bond-sale"]),
        ("The plant will have a capacity of 40 GWh.", ["production-capacity"]),
        ("The mine produced 3 million tonnes of copper.", ["production"]),
        ("The lorry carries 40 tonnes of copper.", ["other"]),
        ("Ericsson will part with 9% of its Swedish workforce.", ["workforce-cut"]),
        ("The phones made up 22% of worldwide smartphone shipments.", ["market-share"]),
        ("Pay went up 9% at the workforce's request.", ["growth-rate"]),
        ("Nio will open five new car plants.", ["fabs-planned"]),
        ("Nio will show five new car models.", ["other"]),
        ("Acme's profit before tax and one-off items rose to $70 million.", ["profit"]),
        ("Acme pays $70 million in sales-related fees.", ["other"]),
    ],
)
def test_a_word_that_grammar_ties_to_an_amount_tells_its_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The factory makes 150,000 vans a year but that will grow to 250,000 vans.", ["production"] * 2),
        ("Ericsson will cut 4,000 jobs in Kista and another 550 jobs in Lund.", ["job-cuts"] * 2),
        ("Of the 2,600 job losses, 2,300 are behind it.", ["job-cuts"] * 2),
        ("Baidu ordered 90,000 H20 chips but got only 30,000 units.", ["chip-orders"] * 2),
        ("Baidu ordered 90,000 H20 chips and employs 30,000 people.", ["chip-orders", "employees"]),
        ("Nokia's gross margin was 43%, down from 45% a year ago.", ["margin", "margin"]),
        ("Sales rose 8% to $430 million and net profit was up 4%.", ["revenue-growth", "revenue", "profit-change"]),
        ("It pays a dividend of $0.88 a share compared with $0.34 a share.", ["dividend", "dividend"]),
        ("It pays a dividend of $0.88 a share and sells at $34 a share.", ["dividend", "price-per-share"]),
    ],
)
def test_a_figure_goes_on_from_the_one_before(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia declared a 12 cents a share interim dividend.", ["dividend"]),
        ("Nokia will buy back 4 percent of its shares.", ["share-buyback"]),
        ("Nokia plans to repurchase up to 4% of its own shares.", ["share-buyback"]),
        ("Nokia sold 4 percent of its shares.", ["equity-stake"]),
        ("Nokia paid $2 billion for Ericsson.", ["acquisition-price"]),
        ("Nokia offered $2 billion for its rival.", ["acquisition-price"]),
        ("Nokia paid $2 million for ads.", ["other"]),
        ("Shares of Nokia hit $40.", ["price-per-share"]),
        ("Nokia shares hit 5 percent more on Monday.", ["stock-price-change"]),
        ("Nokia kept its annual guidance for pre-tax profit of $400 million.", ["profit"]),
        ("Nokia raised its annual forecast to $4 billion.", ["revenue"]),
        ("Nokia's EBITDA grew by 16%.", ["profit-change"]),
        ("Nokia will increase the sales price of its wafers by 10%.", ["price-change"]),
        ("Nokia offered a 5 percent pay raise.", ["growth-rate"]),
        ("Nordea raised its price target on Nokia to $50.", ["price-per-share"]),
        ("Nokia raised prices by 4 percent.", ["price-change"]),
        ("Ericsson dropped its $45 billion offer for Nokia.", ["acquisition-price"]),
        ("Ericsson said 650 employees might be affected.", ["job-cuts"]),
        ("Ericsson has 8,000 employees in Kista.", ["employees"]),
        ("Nokia would cut its own staff by 9 percent.", ["workforce-cut"]),
        ("Nokia would own 9 percent of it.", ["equity-stake"]),
    ],
)
def test_dividends_buybacks_offers_and_jobs_at_stake(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia raised $4 billion in new debt.", "debt"),
        ("Nokia paid $3 million in fines.", "fine"),
        ("Nokia paid $3 billion in cash for the business.", "acquisition-price"),
        ("Baidu will pour $4 billion into Nvidia chips as it builds AI infrastructure.", "ai-chip-purchase-budget"),
        ("Nokia signed an order worth $4 billion.", "contract-value"),
        ("Nokia won a deal valued at $4 billion.", "contract-value"),
        ("SoftBank's stake was worth $4 billion.", "equity-stake-value"),
        ("Nokia wants to slash $70 million in costs.", "cost-savings"),
        ("Nokia made $1.8 billion in the quarter.", "profit"),
        ("Nokia raised its dividend to 6.1 pence a share.", "dividend"),
        ("Nokia earned $5.24 a share.", "earnings-per-share"),
        ("Nokia will buy back 10% of its stock.", "share-buyback"),
        ("Samsung had a 22% share.", "market-share"),
        ("CATL's battery capacity rose to 40 GWh.", "production-capacity"),
        ("BP will produce 10 million tons of gas.", "production"),
        ("Nokia lowered its forecast by 8%.", "growth-rate"),
        ("Nokia paid $2 billion in tariff-related costs and fees.", "other"),
    ],
)
def test_the_noun_that_an_amount_is_in_tells_what_it_measures(text, expected):
    assert measures(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Boeing will cut 4,000 jobs in the air and 550 jobs on the ground.", ["job-cuts", "job-cuts"]),
        ("Boeing will cut 4,000 jobs. Some 550 jobs are in Ohio.", ["job-cuts", "job-cuts"]),
        ("Boeing will cut 4,000 jobs. It employs 90,000 people.", ["job-cuts", "employees"]),
        ("Nio's margin was 13%, down from 20%.", ["margin", "margin"]),
        ("Profit rose 4% in the period to $129 million, while net debt fell.", ["profit-change", "profit"]),
        ("Nokia shares were down 4% at $0.79.", ["stock-price-change", "price-per-share"]),
    ],
)
def test_what_a_figure_beside_measures_goes_on(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two funds have built up a 9.3 per cent stake in Nokia.", ["equity-stake"]),
        ("Mr Lasker handed over his entire 59.5% stake in Nokia.", ["equity-stake"]),
        ("Nokia's sales are up a surprising 5%.", ["revenue-growth"]),
    ],
)
def test_the_noun_behind_a_percentage_goes_before_the_verb_ahead_of_it(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beside them only Orlane, at 7.1 percent of the stock, owns a part of Nokia.", ["equity-stake"]),
        ("Orlane controls 48% of the group.", ["equity-stake"]),
        ("Nokia will let 20% of the company's staff go.", ["workforce-cut"]),
        ("Nokia asked 24% of the business leaders it met.", ["other"]),
    ],
)
def test_a_part_of_a_company_is_a_stake_and_one_of_what_it_has_is_not(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Nokia, which have lagged for a year, closed yesterday at 337p.", "price-per-share"),
        ("Nokia turned down a 520-pence-per-share offer.", "price-per-share"),
        ("Nokia sells phones at 337p.", "other"),
    ],
)
def test_a_small_amount_is_the_price_of_a_share_where_shares_lead_to_it_or_it_is_per_share(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal, valued at $3 billion, was signed.", ["contract-value"]),
        ("Valued at $3.5 million, this contract with Nokia ends in 2027.", ["contract-value"]),
        ("Valued at $3.5 billion, Nokia is looking for money.", ["valuation"]),
    ],
)
def test_what_is_valued_stands_behind_a_comma_too(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia acquired Orlane for $12 a share, a 35 percent premium, and holds a stake in it.",
            ["price-per-share", "other"],
        ),
        ("Nokia took a stake in Orlane, which has a 9% chance.", ["other"]),
        ("Nokia took a 9% stake in Orlane at a premium.", ["equity-stake"]),
    ],
)
def test_a_percentage_of_a_noun_without_a_measure_measures_nothing_near(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deal makes Nokia a big shipping company, with 400 vessels.", ["other"]),
        ("Sales at Taiwan Semiconductor Manufacturing fell 11%.", ["revenue-growth"]),
        ("Nokia was shipping 400 phones.", ["shipments"]),
    ],
)
def test_words_that_describe_a_company_or_are_part_of_its_name_measure_nothing(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Nokia will spend $4 billion on its cloud business.", "Spending on Nokia’s cloud business will be $4 billion."],
)
def test_what_somebody_owns_describes_no_company(text):
    assert measures(text) == ["cloud-spending"]


def test_an_older_value_is_that_of_the_amount_alike():
    text = (
        "Nokia made a profit of $23 million, or 7 cents a share, down from $81 million, or 25 cents a share, in 2023."
    )
    assert measures(text)[2] == "profit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia put up its yearly revenue forecast to about 9 billion euros.", ["revenue"]),
        ("Nokia cut its full-year forecast to 15 billion euros.", ["revenue"]),
        ("Nokia cut its full-year profit forecast to 2 billion euros.", ["profit"]),
    ],
)
def test_a_forecast_is_of_revenue_unless_it_says_of_what(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia said prices for phones made in old plants are likely to go up 12 percent.", ["price-change"]),
        ("Nokia's last valuation from a funding round in May was about $9 billion.", ["valuation"]),
        ("Inventories at Nokia rose 4.2% on low sales.", ["growth-rate"]),
        ("Prices of chips rose 4%, and those of phones rose by 9% on sales.", ["price-change", "price-change"]),
        ("Profit before tax and interest rose 4.5 percent on higher revenue.", ["profit-change"]),
        ("Orders slowed and sales rose 5% on the back of profit.", ["revenue-growth"]),
        ("Nokia saw its shares rise 15% on a rise in sales.", ["stock-price-change"]),
    ],
)
def test_what_heads_the_subject_of_the_verb_tells_the_measure(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia cut prices, and the figure was up 9% in sales.", ["revenue-growth"]),
        ("The retailer was up 9% in sales.", ["revenue-growth"]),
        ("Sales there fell 16%.", ["revenue-growth"]),
    ],
)
def test_a_subject_that_only_points_back_tells_nothing(text, expected):
    assert measures(text) == expected
