"""Who is in a contest with whom, and who goes after whose market, standing or goods: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_TWO = ("Ericsson", "competesWith", "Nokia")


@pytest.mark.parametrize(
    "text",
    [
        "Ericsson held 9% of the market, in tight competition with Nokia.",
        "Ericsson, in a close race with Nokia, grew.",
        "Ericsson is cutting prices, in fierce competition with Nokia.",
        "Ericsson's profit fell amid a bruising price war with Nokia.",
        "Profit at Ericsson fell amid stiff competition from Nokia.",
        "Amid a price war with Nokia, Ericsson posted a loss.",
        "Ericsson has been struggling in the face of competition from Nokia.",
        "The launch puts Ericsson in direct competition with Nokia.",
        "The plan sets Ericsson up for a battle with Nokia.",
        "The order pits Ericsson against Nokia.",
        "Ericsson's new radio pits it against Nokia.",
        "Ericsson is a threat to the dominance of Nokia.",
        "Ericsson is cutting jobs, as are wireless rivals Nokia and Samsung.",
        "Ericsson, along with rivals Nokia and Samsung, will spend more.",
        "Together with rival Nokia, Ericsson won the order.",
        "Compared with rival Nokia, Ericsson spends more.",
        "Under pressure from rivals such as Nokia, Ericsson cut prices.",
        "Ericsson positions itself as an alternative to Nokia.",
        "Ericsson pitches its phones as an alternative to Nokia's.",
        "Ericsson is one of a group of Swedish challengers to Nokia.",
        "Ericsson, long touted as a Nokia killer, grew.",
        "Ericsson released a new phone on Tuesday, challenging established players such as Nokia.",
        "Ericsson's spending is aimed at new phones, directly challenging Nokia.",
        "Ericsson wants products that can rival the offerings of Nokia.",
        "Ericsson builds phones that rival Nokia's.",
        "Ericsson launched the service to better compete with Nokia.",
        "The deal lets Ericsson better compete with Nokia.",
        "Ericsson competes with Samsung and other gear makers such as Nokia.",
        "Ericsson moved into mobile phones, long dominated by Nokia and Samsung.",
        "Ericsson is trying to break Nokia's stranglehold on the market.",
        "Ericsson's phones could weaken Nokia's position.",
        "Ericsson sold 27,000 phones in May, more than Nokia.",
        "Ericsson sold fewer phones than Nokia.",
        "Competition from Ericsson weighs on Nokia in Europe.",
        "As competition from Nokia intensifies, Ericsson has cut fees.",
        "Ericsson's rise is a threat to Nokia, analysts said.",
        "Ericsson pips Nokia to become the top seller of phones.",
        "Ericsson is racing against Nokia to build phones.",
        "Ericsson's phone unit ranks third behind Nokia and Samsung.",
        "The two companies, Ericsson and Nokia, compete fiercely.",
        "Ericsson, once ahead, now trails rivals Nokia and Samsung.",
    ],
)
def test_reads(text: str) -> None:
    found = stated(text)
    assert _TWO in found or ("Nokia", "competesWith", "Ericsson") in found


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Netflix competes with TikTok.", ("Netflix", "competesWith", "TikTok")),
        ("Doubao overtook DeepSeek in users.", ("Doubao", "competesWith", "DeepSeek")),
        ("Spotify faces stiff competition from Apple and YouTube.", ("Spotify", "competesWith", "YouTube")),
        ("The Qwen app, relaunched in May as a rival to ChatGPT, grew.", ("Qwen", "competesWith", "ChatGPT")),
        ("The Yuanbao chatbot remains some way behind Doubao in users.", ("Yuanbao", "competesWith", "Doubao")),
        ("Micron had 62% of the HBM market, ahead of Samsung with 17%.", ("Micron", "competesWith", "Samsung")),
        ("xAI develops models to rival ChatGPT.", ("xAI", "competesWith", "ChatGPT")),
        ("DeepSeek's app topped the charts, surpassing OpenAI's ChatGPT.", ("DeepSeek", "competesWith", "ChatGPT")),
        (
            "Google, leveraging DeepMind and its Gemini chatbot, captured half of it, challenging OpenAI.",
            ("Google", "competesWith", "OpenAI"),
        ),
    ],
)
def test_reads_of_things(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Ericsson faces a legal challenge from Nokia.", "Nokia"),
        ("Ericsson competes for talent in London with help from Nokia.", "Nokia"),
        ("Ericsson sees competition from start-ups backed by Nokia.", "Nokia"),
        ("Ericsson supplies Nokia in a race against time.", "Nokia"),
        ("Ericsson and Nokia are racing to build data centres.", "Nokia"),
        ("Ericsson has faced challenges with receiving parts from Nokia.", "Nokia"),
        ("Ericsson broke off talks with Nokia.", "Nokia"),
        ("The ruling ended Ericsson's agreement with Nokia.", "Nokia"),
        ("Ericsson, together with Nokia, will build a plant.", "Nokia"),
        ("Ericsson sold more phones than Citigroup expected.", "Citigroup"),
        ("Ericsson uses phones that rival none, with help from Nokia.", "Nokia"),
        ("Ericsson challenges Nokia-backed Samsung's phones.", "Nokia"),
        ("The regulator put Ericsson in the same class as Nokia.", "Nokia"),
        ("Ericsson's shares rose 3%, outperforming those of Nokia.", "Nokia"),
    ],
)
def test_leaves_alone(text: str, other: str) -> None:
    found = stated(text)
    assert ("Ericsson", "competesWith", other) not in found
    assert (other, "competesWith", "Ericsson") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Ericsson is not in competition with Nokia.",
        "Ericsson is no longer in competition with Nokia.",
        "Ericsson has never been in a price war with Nokia.",
        "Ericsson is not a rival of Nokia.",
    ],
)
def test_denied(text: str) -> None:
    assert _TWO in stated(text, negated=True)
    assert _TWO not in stated(text)
