"""Products told at works, by code names and fame; founders of one family; seats told by lists: sentences of our own."""

import pytest

from .test_constructions import Link, stated


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "The coming production of the all-new Murano at Nissan's Oslo plant is at risk.",
            ("Nissan", "makes", "Murano"),
        ),
        ("Rivian ramped up production of its R1S SUVs and its R1T trucks.", ("Rivian", "makes", "Rivian R1S")),
        ("Rivian ramped up production of its R1S SUVs and its R1T trucks.", ("Rivian", "makes", "Rivian R1T")),
        ("Lucid lowered the price of its Lucid Air luxury electric sedans.", ("Lucid Motors", "makes", "Lucid Air")),
        ("Meta is spending more. The chip, codenamed Korvo, is late.", ("Meta", "makes", "Korvo")),
        ("Tencent is famous for its online services, notably the chat app WeChat.", ("Tencent", "makes", "WeChat")),
        ("The unit gets some of Ubisoft's biggest franchises, including Far Cry.", ("Ubisoft", "makes", "Far Cry")),
        ("Brothers Patrick and John Collison, who founded Nokia, left.", ("Patrick Collison", "founderOf", "Nokia")),
        ("Nokia was founded by the brothers Tom and Ned Pratt.", ("Tom Pratt", "founderOf", "Nokia")),
        ("Siblings Dario and Daniela Amodei founded Anthropic.", ("Dario Amodei", "founderOf", "Anthropic")),
        ("Ilya Sutskever's startup Nokia has moved.", ("Ilya Sutskever", "founderOf", "Nokia")),
        ("Palantir co-founder and early Nokia investor Peter Thiel spoke.", ("Peter Thiel", "founderOf", "Palantir")),
        ("Kestrin, one of China's largest server makers, told of a shortage.", ("Kestrin", "locatedIn", "China")),
        ("Kestrin, Russia's biggest internet group, was split.", ("Kestrin", "locatedIn", "Russia")),
        ("Mistral AI, often called France's answer to OpenAI, rose.", ("Mistral AI", "locatedIn", "France")),
        ("Funds bought the Dublin and Oslo-headquartered Klarna.", ("Klarna", "locatedIn", "Dublin")),
        ("The Paris- and London-based bank BNP Paribas cut jobs.", ("BNP Paribas", "locatedIn", "Paris")),
        ("Dutch chip equipment leader ASML raised its hopes.", ("ASML", "locatedIn", "Netherlands")),
        ("Kraken, $800M. Nokia put in a quarter of that, or $200M.", ("Nokia", "investsIn", "Kraken")),
        ("Kraken, $800M. Nokia leads; the rest is open.", ("Nokia", "investsIn", "Kraken")),
        (
            "Nokia put up 1.3 billion euros of the 1.7 billion that Mistral AI raised.",
            ("Nokia", "investsIn", "Mistral AI"),
        ),
        ("Alphabet's Google said it would invest $3 billion in Norway.", ("Google", "investsIn", "Norway")),
        ("The court said that Botox maker AbbVie was right.", ("AbbVie", "makes", "Botox")),
        ("AbbVie, maker of Botox, raised its forecast.", ("AbbVie", "makes", "Botox")),
        ("Planes such as Embraer's E195-E2 jet won the orders.", ("Embraer", "makes", "E195-E2")),
        ("Oracle's planned data centre in Michigan was approved.", ("Oracle", "investsIn", "Michigan")),
        ("TSMC is speeding up its factories in Arizona.", ("TSMC", "investsIn", "Arizona")),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Nvidia's Blackwell chips are made at TSMC's Arizona plant.", ("TSMC", "makes", "Nvidia Blackwell")),
        ("Sam Altman's rival startup xAI grew.", ("Sam Altman", "founderOf", "xAI")),
        ("Sam Altman's stake in the startup Harvey is small.", ("Sam Altman", "founderOf", "Harvey")),
        ("Chinese market leader Toyota grew.", ("Toyota", "locatedIn", "China")),
        ("Mistral AI, Europe's answer to OpenAI, rose.", ("Mistral AI", "locatedIn", "Europe")),
        ("A venture of which Blue Owl holds 80% and Meta the rest will grow.", ("Blue Owl", "parentOf", "Meta")),
        ("Alphabet's Google said it would invest $3 billion in Norway.", ("Alphabet", "investsIn", "Norway")),
        ("Beer maker Nokia sold more than it did a year ago.", ("Nokia", "makes", "Beer")),
        ("Oracle's data centre in Michigan was closed.", ("Oracle", "investsIn", "Michigan")),
        ("Notably, the roster of investors includes Nokia and Siemens.", ("Nokia", "investsIn", "Notably")),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)
