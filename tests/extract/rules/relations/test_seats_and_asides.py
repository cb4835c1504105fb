"""Seats told by descriptions, what brackets and asides leave as it is, and clauses that leave "which" out."""

import pytest

from tests.extract.rules.relations.test_relations import links

READ = {
    "a seat of several words": [
        ("Anthropic hired. The San Francisco-based group opened a lab.", ("Anthropic", "locatedIn", "San Francisco")),
        ("Etsy grew. Analysts like the New York company into next year.", ("Etsy", "locatedIn", "New York")),
    ],
    "a town in the country told before": [
        ("Chinese start-up DeepSeek grew. The Hangzhou-based firm hired.", ("DeepSeek", "locatedIn", "Hangzhou")),
        ("French lab Mistral grew. The Paris-based company last hired in May.", ("Mistral AI", "locatedIn", "Paris")),
    ],
    "one of a country's firms": [
        ("Baidu is one of China’s main cloud providers and search firms.", ("Baidu", "locatedIn", "China")),
        ("ASML is one of Europe’s largest technology companies by value.", ("ASML", "locatedIn", "Europe")),
    ],
    "two trades": [
        ("Japanese electronics and games giant Sony gained.", ("Sony", "locatedIn", "Japan")),
        ("Jakarta-based ride-hailing and payments firm GoTo gained.", ("GoTo", "locatedIn", "Jakarta")),
    ],
    "a nationality beside a name": [
        ("Prices fell while Chinese Geely raised them.", ("Geely", "locatedIn", "China")),
        ("Sales of South Korean Samsung rose.", ("Samsung", "locatedIn", "South Korea")),
    ],
    "brackets without a name": [
        (
            "Tencent (TCEHY, Financials), Baidu (BIDU.O) and Meituan bought 900 Nvidia chips.",
            ("Tencent", "buysFrom", "Nvidia"),
        ),
        (
            "Baidu placed US$2 billion (S$2.6 billion) in orders for Nvidia's H20 chips.",
            ("Baidu", "buysFrom", "Nvidia"),
        ),
        ("Novo Nordisk’s (NOVOb.CO) Wegovy is scarce.", ("Novo Nordisk", "makes", "Wegovy")),
    ],
    "a name between commas as the subject": [
        ("The app's Chinese parent, ByteDance, ordered 4,000 Nvidia chips.", ("ByteDance", "buysFrom", "Nvidia")),
        ("Facebook's owner, Meta, bought 9,000 AMD chips.", ("Meta", "buysFrom", "AMD")),
    ],
    "whose an aside tells somebody to be": [
        ("Nvidia grew. TSMC, its main supplier, grew too.", ("Nvidia", "buysFrom", "TSMC")),
        ("Ryanair fell. Shares in Wizz Air, its closest rival, fell too.", ("Ryanair", "competesWith", "Wizz Air")),
    ],
    "what stands beside a name": [
        ("xAI wants to beat OpenAI, the start-up that Elon Musk co-founded.", ("Elon Musk", "founderOf", "OpenAI")),
        ("Meta courts Scale AI, the company which Alexandr Wang founded.", ("Alexandr Wang", "founderOf", "Scale AI")),
    ],
    "what stands beside a name, without which": [
        ("Amazon cut prices at Whole Foods, the grocery chain it owns.", ("Amazon", "parentOf", "Whole Foods")),
        ("Google moved staff to Fitbit, the company it bought.", ("Google", "parentOf", "Fitbit")),
    ],
    "two things before their owner": [
        ("Facebook and Instagram owner Meta hired staff.", ("Meta", "parentOf", "Facebook")),
        ("The owner of TikTok and Douyin, ByteDance, hired staff.", ("ByteDance", "parentOf", "TikTok")),
    ],
    "a clause without which behind goods": [
        ("The H20 and H200 chips Nvidia sells in China are scarce.", ("Nvidia", "makes", "Nvidia H200")),
        ("Buyers like the Galaxy S25 phones Samsung launched.", ("Samsung", "makes", "Galaxy S25")),
    ],
    "a range of goods": [
        ("Meta grew with its range of apps, including WhatsApp.", ("Meta", "parentOf", "WhatsApp")),
        ("ByteDance's portfolio of apps, including Doubao, grew.", ("ByteDance", "makes", "Doubao")),
    ],
    "rivals": [
        ("DeepSeek has grown, presenting stiff competition to OpenAI.", ("DeepSeek", "competesWith", "OpenAI")),
        ("Xiaomi plans to grow and take market share from Apple.", ("Xiaomi", "competesWith", "Apple")),
        ("Huawei wants to challenge the dominance of Nvidia.", ("Huawei", "competesWith", "Nvidia")),
        ("DeepSeek says its model outperforms OpenAI's.", ("DeepSeek", "competesWith", "OpenAI")),
        ("AT&T must counter discounts by wireless rivals Verizon and T-Mobile.", ("AT&T", "competesWith", "T-Mobile")),
    ],
    "money for sellers and sites": [
        ("Nvidia and AMD, as well as TSMC, are set to be winners of Meta's spending.", ("Meta", "buysFrom", "TSMC")),
        ("Half of Baidu's chip orders will be steered towards suppliers like Huawei.", ("Baidu", "buysFrom", "Huawei")),
        ("Google detailed new data centers in Finland and Japan.", ("Google", "investsIn", "Japan")),
        (
            "Anthropic raised $5bn in a round led by Iconiq. Lightspeed invested $1 billion.",
            ("Lightspeed Venture Partners", "investsIn", "Anthropic"),
        ),
    ],
}

LEFT = {
    "a country in a rule's name": [
        ("The US export controls were tightened.", ("US export controls", "issuedBy", "US government")),
        ("U.S. tariffs hurt Apple.", ("US tariffs", "issuedBy", "US government")),
    ],
    "what goes on behind and": [
        ("BYD is a carmaker and Japan's banks and insurers are among its owners.", ("BYD", "locatedIn", "Japan")),
        ("Chinese Tesla buyers complained.", ("Tesla", "locatedIn", "China")),
    ],
    "a seat elsewhere": [
        ("Chinese carmaker Nio grew. The Paris-based company hired staff.", ("Nio", "locatedIn", "Paris")),
    ],
    "a number of goods": [
        ("Tencent secured nearly one million H20 chips from Nvidia.", ("Nvidia", "investsIn", "Tencent")),
    ],
    "capacity": [
        ("CoreWeave will provide GPU capacity to Meta.", ("Meta", "buysFrom", "CoreWeave")),
    ],
    "what to belongs to": [
        ("Mistral won a competition thanks to OpenAI.", ("Mistral AI", "competesWith", "OpenAI")),
    ],
    "whose an aside is about": [
        ("Alibaba fell. At Tesla, its profit, which had risen, fell.", ("Alibaba", "competesWith", "Tesla")),
        ("Meta courts Scale AI, the company which Alexandr Wang founded.", ("Alexandr Wang", "founderOf", "Meta")),
    ],
}


@pytest.mark.parametrize(("text", "link"), [case for cases in READ.values() for case in cases])
def test_a_link_is_read(text: str, link: tuple[str, str, str]) -> None:
    assert link in links(text)


@pytest.mark.parametrize(("text", "link"), [case for cases in LEFT.values() for case in cases])
def test_a_link_is_left_alone(text: str, link: tuple[str, str, str]) -> None:
    assert link not in links(text)


def test_a_verb_behind_to_is_no_goods() -> None:
    assert ("Metsera", "makes", "obesity drugs") in links("Pfizer agreed to acquire obesity drug maker Metsera.")
