"""The words near a figure tell what it measures."""

import pytest
from fixtures.measured import measures


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
            "Nokia shares rose 3% to $5. Its boss mentioned $9 billion.",
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
        ("Dell agreed to buy Nutanix for $6 billion in cash.", ["acquisition-price"]),
        ("Dell has $6 billion in cash.", ["cash-holdings"]),
        ("Dell is to hire 20,000 people.", ["jobs-created"]),
        ("Dell pays 15% of revenue to the state. About 70% of the doors are red.", ["revenue-share", "other"]),
    ],
)
def test_cash_paid_people_hired_and_parts_of_other_things(text, expected):
    assert measures(text) == expected


def test_what_no_measure_fits_is_other():
    assert measures("The choir sang for 4,000 pilgrims.") == ["other"]


def test_small_amounts_of_money_measure_no_revenue():
    assert measures("Revenue cards go for $75 at the shop.") == ["price"]


def test_a_multiple_of_a_measure_needs_the_measure_behind_it():
    assert measures("That is double the capital expenditure of Meta.") == ["capital-expenditure-multiple"]
    assert measures("Capital expenditure at Tencent doubled.") == ["growth-multiple"]


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
        ("Oracle signed a $30 billion contract while its debt grew.", ["cloud-contract"]),
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
        ("Nokia put up its yearly revenue forecast to about 9 billion euros.", ["revenue"]),
        ("Nokia cut its full-year forecast to 15 billion euros.", ["revenue"]),
        ("Nokia cut its full-year profit forecast to 2 billion euros.", ["profit"]),
    ],
)
def test_a_forecast_is_of_revenue_unless_it_says_of_what(text, expected):
    assert measures(text) == expected
