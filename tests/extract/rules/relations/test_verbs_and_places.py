"""Verbs behind "to" and "and", clauses between commas, places as suppliers, labs whose models are used."""

import pytest

from tests.extract.rules.relations.test_relations import links

READ = {
    "a letter doubled before -ing": [
        ("Airbus had a good year, winning orders from easyJet and JetBlue.", ("JetBlue", "buysFrom", "Airbus")),
        ("Amazon is putting $5 billion into Anthropic.", ("Amazon", "investsIn", "Anthropic")),
    ],
    "verbs that are nouns too": [
        ("Meta builds sites to power its apps and compete with Google.", ("Meta", "competesWith", "Google")),
        ("Baidu wants to test and compete with OpenAI.", ("Baidu", "competesWith", "OpenAI")),
    ],
    "an adverb before a verb": [
        ("Google now plans to spend $2 billion on a data center in Ohio.", ("Google", "investsIn", "Ohio")),
        ("Nvidia also makes the H200.", ("Nvidia", "makes", "Nvidia H200")),
    ],
    "a clause between commas": [
        (
            "Riding Nvidia's boom, SK Hynix posted a record profit, beating Samsung.",
            ("SK Hynix", "competesWith", "Samsung"),
        ),
        ("Buoyed by Apple's orders, TSMC raised prices, outearning Intel.", ("TSMC", "competesWith", "Intel")),
    ],
    "a place as somebody": [
        ("Micron fell on its role as a supplier of memory chips to Nvidia.", ("Nvidia", "buysFrom", "Micron")),
        ("SK Hynix gained from its status as the main supplier of Apple.", ("Apple", "buysFrom", "SK Hynix")),
    ],
    "those who are named behind what all do": [
        ("Some of Tesla's rivals have sites planned, including BYD and Rivian.", ("Tesla", "competesWith", "BYD")),
        ("Many of Nvidia's customers have paid early, including Oracle.", ("Oracle", "customerOf", "Nvidia")),
    ],
    "orders that somebody has": [
        ("Boeing has existing orders from Ryanair.", ("Ryanair", "buysFrom", "Boeing")),
        ("Airbus had firm orders from Delta Air Lines.", ("Delta Air Lines", "buysFrom", "Airbus")),
    ],
    "models that a lab lets others use": [
        ("SoftBank will spend $3 billion a year on OpenAI's technology.", ("SoftBank", "customerOf", "OpenAI")),
        ("Salesforce relies on Anthropic's models.", ("Salesforce", "customerOf", "Anthropic")),
        ("Arm will use OpenAI tools in its labs.", ("Arm", "customerOf", "OpenAI")),
    ],
    "capacity": [
        ("Meta signed deals to draw computing power from CoreWeave.", ("Meta", "customerOf", "CoreWeave")),
        ("Microsoft signs computing deals with data center firm Crusoe.", ("Microsoft", "customerOf", "Crusoe")),
    ],
    "a leader of a country": [
        ("South Korea's memory chip leader SK Hynix gained.", ("SK Hynix", "locatedIn", "South Korea")),
    ],
    "since behind a helping verb": [
        ("Amazon and Google have since poured billions into Anthropic.", ("Google", "investsIn", "Anthropic")),
        ("Nvidia has since put $5 billion into Intel.", ("Nvidia", "investsIn", "Intel")),
    ],
    "a rival in passing": [
        ("Lidl has entered talks with rival Aldi to share depots.", ("Lidl", "competesWith", "Aldi")),
        ("Qualcomm has rivals, among them Nvidia and AMD.", ("Qualcomm", "competesWith", "AMD")),
    ],
    "those of a rival": [
        ("Huawei makes chips to rival those made by US chipmaker Nvidia.", ("Huawei", "competesWith", "Nvidia")),
        ("AMD wants to challenge those from Intel.", ("AMD", "competesWith", "Intel")),
    ],
    "a product beside its model": [
        ("Baidu's new model, Ernie Bot, competes head-on with ChatGPT.", ("Ernie Bot", "competesWith", "ChatGPT")),
        ("Google's assistant, Gemini, competes with ChatGPT.", ("Gemini", "competesWith", "ChatGPT")),
    ],
    "a round told before": [
        (
            "Apple may join a funding round for OpenAI.\n\nThrive Capital led the round.",
            ("Thrive Capital", "investsIn", "OpenAI"),
        ),
        (
            "Meta eyes a new round of Mistral.\n\nLightspeed will lead the round.",
            ("Lightspeed Venture Partners", "investsIn", "Mistral AI"),
        ),
    ],
    "goods that power somebody": [
        ("Nvidia's GPUs are powering OpenAI.", ("OpenAI", "buysFrom", "Nvidia")),
        ("AMD's chips already power Oracle.", ("Oracle", "buysFrom", "AMD")),
    ],
    "the most of its kind in a country": [
        (
            "BMW fell. An offer by KKR for Telecom Italia, Italy's biggest phone company, failed.",
            ("Telecom Italia", "locatedIn", "Italy"),
        ),
        ("Orange rose. The bank lent to Telefonica, Spain's biggest operator.", ("Telefónica", "locatedIn", "Spain")),
    ],
    "made somebody's": [
        ("Anthropic made Google Cloud its main cloud provider.", ("Anthropic", "customerOf", "Google Cloud")),
        ("Microsoft has named TSMC its sole supplier.", ("Microsoft", "buysFrom", "TSMC")),
        ("CATL is a battery maker. Tesla is among its customers.", ("Tesla", "customerOf", "CATL")),
    ],
    "money promised, rounds told at length": [
        ("Amazon committed $4 billion to Anthropic.", ("Amazon", "investsIn", "Anthropic")),
        (
            "Mistral raised 600 million euros at a valuation of nearly six billion euros, led by General Catalyst.",
            ("General Catalyst", "investsIn", "Mistral AI"),
        ),
    ],
    "a plant and what for": [
        ("Ford said it would build a factory to make batteries in Spain.", ("Ford", "investsIn", "Spain")),
        ("The Intel plant will supply chips to Apple.", ("Apple", "buysFrom", "Intel")),
        ("The CATL battery plant will supply BMW and Volkswagen.", ("BMW", "buysFrom", "CATL")),
    ],
    "less and fewer before numbers": [
        ("Elon Musk launched xAI less than two years ago.", ("Elon Musk", "founderOf", "xAI")),
        ("Baidu bought fewer than 900 Nvidia chips.", ("Baidu", "buysFrom", "Nvidia")),
    ],
    "what rivals share": [
        ("ByteDance has grown, challenging Alibaba and Tencent's dominance.", ("ByteDance", "competesWith", "Tencent")),
        ("Huawei takes on Nvidia and AMD's chips.", ("Huawei", "competesWith", "AMD")),
    ],
    "whom somebody has among theirs": [
        ("Nvidia has Microsoft among its customers.", ("Microsoft", "customerOf", "Nvidia")),
        ("Reddit includes Tencent among its largest shareholders.", ("Tencent", "investsIn", "Reddit")),
    ],
    "who is nearest uses goods": [
        ("Jensen Huang said xAI trains at a site equipped with 9,000 Nvidia GPUs.", ("xAI", "buysFrom", "Nvidia")),
    ],
}

LEFT = {
    "those who invest for others": [
        ("Staff of Barclays' investment bank in Paris will go.", ("Barclays", "investsIn", "Paris")),
        ("UBS will dismiss investment bankers in Australia.", ("UBS", "investsIn", "Australia")),
    ],
    "what goes on in a list of deals": [
        (
            "Deals include OpenAI raising $41 billion led by SoftBank, Anthropic's round and Meta's stake in Scale AI.",
            ("Anthropic", "investsIn", "OpenAI"),
        ),
    ],
    "somebody else's doing": [
        (
            "Mistral faces stiff competition as Anthropic raised $4 billion from Amazon.",
            ("Mistral AI", "competesWith", "Amazon"),
        ),
    ],
    "a process": [
        ("TSMC makes chips with its N4 process.", ("TSMC", "makes", "TSMC N4")),
    ],
    "one's own chips": [
        ("OpenAI grew. CoreWeave borrowed money using its chips.", ("OpenAI", "buysFrom", "CoreWeave")),
    ],
    "deals about something else": [
        ("Reddit struck a deal with Google on its posts.", ("Reddit", "customerOf", "Google")),
    ],
    "an investor's place": [
        ("Europe's largest activist investor, Cevian Capital, called.", ("Cevian Capital", "investsIn", "Europe")),
    ],
    "orders of nobody": [
        (
            "Huawei won chip orders from China Mobile. The orders will go out through suppliers such as ZTE.",
            ("Huawei", "buysFrom", "ZTE"),
        ),
    ],
    "what rivals do not share": [
        ("ByteDance beat Tencent and Alibaba's boss resigned.", ("ByteDance", "competesWith", "Alibaba")),
    ],
    "those of nobody": [
        ("Huawei makes chips for those who buy from Nvidia.", ("Huawei", "competesWith", "Nvidia")),
    ],
    "a leader of a market": [
        ("European market leader Nvidia gained.", ("Nvidia", "locatedIn", "Europe")),
    ],
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_a_link_is_read(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(text)


@pytest.mark.parametrize(("text", "link"), [case for cases in LEFT.values() for case in cases])
def test_a_link_is_left_alone(text: str, link: tuple[str, str, str]) -> None:
    assert link not in links(text)
