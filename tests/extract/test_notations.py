"""The same report in other notations: what is read does not hang on how an amount, a share or a line is printed."""

import re
import textwrap
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

from kg.extract.rules.extractor import RuleExtractor
from kg.ingest.plain import PlainReader
from kg.ingest.protocol import Source
from kg.model import Entity, Extraction, FigureClaim, RelationClaim, Step

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.txt"))}
NAMES = re.compile(
    r"\b(Nvidia|Microsoft|Alibaba|Baidu|Oracle|Intel|AMD)\b(?=,? (?:said|has|had|will|is|and|in|to|did|declined|was)\b)"
)
TICKERS = {"Nvidia": "NVDA", "Microsoft": "MSFT", "Alibaba": "BABA", "Baidu": "BIDU", "Oracle": "ORCL", "Intel": "INTC"}
DOLLARS = re.compile(r"(?<![A-Z])(?:US)?\$(?=\d)")


def coded(form: str) -> Callable[[str], str]:
    return lambda text: NAMES.sub(lambda name: f"{name[0]} {form.format(TICKERS.get(name[0], name[0]))}", text)


def wrapped(text: str) -> str:
    fill = textwrap.TextWrapper(72, break_on_hyphens=False, break_long_words=False).fill
    return re.sub(r"(?m)^[^\n]{100,}$", lambda line: fill(line[0]), text)


NOTATIONS: Mapping[str, Callable[[str], str]] = {
    "US$5bn": lambda text: DOLLARS.sub("US$", text),
    "HK$5bn": lambda text: DOLLARS.sub("HK$", text),
    "NT$5bn": lambda text: DOLLARS.sub("NT$", text),
    "£5bn": lambda text: DOLLARS.sub("£", text),
    "USD 5bn": lambda text: DOLLARS.sub("USD ", text),
    "USD5bn": lambda text: DOLLARS.sub("USD", text),
    "$5 bn": lambda text: re.sub(r"(?<=\d)(?: billion|bn)\b(?! (?:dollar|yuan))", " bn", text),
    "5 %": lambda text: re.sub(r"(?<=\d)%", " %", text),
    "5 percent": lambda text: text.replace("%", " percent"),
    "5 per cent": lambda text: text.replace("%", " per cent"),
    "5&nbsp;billion": lambda text: re.sub(r"(?<=\d) (?=[bm]illion)", "&nbsp;", text),
    "no-break space": lambda text: re.sub(r"(?<=\d) (?=[bm]illion)", "\u00a0", text),
    "straight quotes": lambda text: re.sub("[“”]", '"', re.sub("[‘’]", "'", text)),
    "curly apostrophes": lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", text),
    "(NASDAQ: NVDA)": coded("(NASDAQ: {})"),
    "(NVDA.O)": coded("({}.O)"),
    "( NVDA )": coded("( {} )"),
    "<NVDA.O>": coded("<{}.O>"),
    "[NASDAQ: NVDA]": coded("[NASDAQ: {}]"),
    "wrapped lines": wrapped,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": lambda text: re.sub(r"\b([a-z]{4})(?=[a-z]{4})", "\\1\u00ad", text),
}


def read(text: str) -> list[Extraction]:
    return [RuleExtractor().extract(one) for one in PlainReader().read(Source("t", "t.txt", text.encode())).documents]


def figures(found: list[Extraction]) -> list[tuple[object, ...]]:
    told = [(one.claim, one.via) for extraction in found for one in extraction.mentions]
    return [
        (claim.subject, claim.measure, claim.period, claim.mode, claim.scope, *agents(via))
        for claim, via in told
        if isinstance(claim, FigureClaim)
    ]


def agents(via: tuple[Step, ...]) -> list[str]:
    return [agent.name if isinstance(agent, Entity) else "unnamed" for step in via for agent in step.agents]


def links(found: list[Extraction]) -> Counter[tuple[str, str, str]]:
    claims = [one.claim for extraction in found for one in extraction.mentions]
    return Counter(
        (one.subject.name, one.predicate, one.object.name) for one in claims if isinstance(one, RelationClaim)
    )


def answers(found: list[Extraction]) -> list[tuple[str, str]]:
    return [(one.agent.name, one.stance) for extraction in found for one in extraction.responses]


@cache
def printed(name: str) -> list[Extraction]:
    return read(TEXTS[name])


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_notation_is_another_one(notation):
    assert any(NOTATIONS[notation](text) != text for text in TEXTS.values())


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("name", TEXTS)
def test_another_notation_is_read_alike(name, notation):
    other, told = read(NOTATIONS[notation](TEXTS[name])), printed(name)
    assert figures(other) == figures(told)
    assert links(other) == links(told)
    assert answers(other) == answers(told)
