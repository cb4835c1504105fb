"""For which market, and to meet which rule, a chip is made: sentences of our own."""

import pytest

from .test_constructions import Link, stated

_CHINA = ("AMD MI308", "designedFor", "China")
_RULE = ("AMD MI308", "designedFor", "US export controls")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Tencent is the largest buyer of AMD's MI308 chip adapted for China.", _CHINA),
        ("AMD's best chips, like the MI308 model adapted for China, are hard to get.", _CHINA),
        ("Chips such as the MI308 model tailored for the Chinese market are popular.", _CHINA),
        ("The MI308 was tailor-made for China.", _CHINA),
        ("The MI308 is a watered-down version of the MI300X for China.", _CHINA),
        ("The MI308, a variant of AMD's MI300X for the Chinese market, was banned.", _CHINA),
        ("The order includes a special MI308 version for China.", _CHINA),
        ("AMD is developing a new chip for China, known as the MI308.", _CHINA),
        ("AMD is working on a chip for China called the MI308.", _CHINA),
        ("AMD made China-only versions of its MI308 chip.", _CHINA),
        ("AMD's MI308 chip, which was designed to be sold in China, was banned.", _CHINA),
        ("Sales of the MI308 AI chip for China were halted.", _CHINA),
        ("AMD wrote down MI308 chips meant for China.", _CHINA),
        ("The MI308 was designed for the Chinese market so as to comply with export rules.", _CHINA),
        ("The count includes an MI308 version made by AMD to comply with US export rules for China.", _CHINA),
        ("The count includes a special MI308 version to comply with US export rules for China.", _CHINA),
        ("The count includes a special MI308 version to comply with US export rules for China.", _RULE),
        ("AMD designed the MI308 to comply with US export rules.", _RULE),
        ("AMD designed the MI300X and the MI308 to comply with US export rules.", _RULE),
        ("The H20 and the MI308, both built to meet US export rules, need licences.", _RULE),
        ("The count includes an MI308 version made by AMD to comply with US export rules for China.", _RULE),
    ],
)
def test_reads(text: str, link: Link) -> None:
    assert link in stated(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The H20 is a watered-down version of the MI308 for China.", _CHINA),
        ("AMD launched a chip in 2023 after a ban on China-bound shipments of AMD's MI308.", _CHINA),
        ("AMD will sell the MI308 to China.", _CHINA),
        (
            "Tencent ordered MI308 chips, including an H20 variant tailored for China to meet US export rules.",
            _CHINA,
        ),
        ("The MI308 has been replaced by a new chip for China.", _CHINA),
        ("AMD, the maker of the MI308, is looking for customers in China.", _CHINA),
        ("AMD, which makes the MI308, has promised to comply with US export rules.", _RULE),
    ],
)
def test_leaves_alone(text: str, link: Link) -> None:
    assert link not in stated(text)
