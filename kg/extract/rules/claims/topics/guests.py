"""Those who come up in a text about somebody else: banks that foresee or lend, who put money in, who leads a sentence.

The text goes on about whom it is about, not about its guests.
"""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.claims.story import Case, Story
from kg.extract.rules.claims.told import Told
from kg.extract.rules.claims.topics.leaders import leader
from kg.extract.rules.references.backers import backing
from kg.extract.rules.references.watchers import lends
from kg.extract.rules.subjects.subject_roles import Chosen
from kg.extract.rules.subjects.subjects import ROUND_ROLES
from kg.model import Entity

GOING_ON = frozenset({"carried-on", "forecast-of"})
"""Rules by which a figure goes on from an earlier one that measures the same."""
_ROUND, _ROUNDS, _REFERRING = "funding-round", 4, frozenset({"description", "pronoun"})
"""The measure of a round; how many figures back one is looked for; how a company is called that it values."""
_LATELY = 3


def is_guest(entity: Entity | None, story: Story) -> bool:
    """Tell whether a text about another only has this bank say, foresee or lend something."""
    if entity is None or entity == story.topic or not lends(entity):
        return False
    title = story.read.sentences[0] if story.read.sentences and story.read.sentences[0].headline else None
    return title is None or all(name.entity != entity for name in story.read.within(story.read.names, title.span))


def raised(found: Chosen, case: Case, story: Story) -> Chosen | None:
    """Return who raised the round just told of where it values "the company", and not one that put money into it."""
    if found.rule != "valued":
        return None
    names = story.read.within(story.read.names, case.sentence)
    if not any(name.span == found.span and name.how in _REFERRING for name in names):
        return None
    for one in reversed(story.told[-_ROUNDS:]):
        if one.reading.measure == _ROUND and one.subject and case.index - one.sentence <= _LATELY:
            return Chosen(one.subject, "valued", one.figure.span)
    return None


def led_anew(case: Case, earlier: Told, read: Annotated) -> Chosen | None:
    """Return who opens a sentence between an earlier figure and this one: "Acme names no sum. Analysts see $9bn"."""
    led = leader(case.index, earlier.sentence, tuple(case.facts.get("subjectKind", ())), read)
    return led if led and led.entity and not lends(led.entity) else None


def gives_itself(chosen: Chosen, case: Case, read: Annotated) -> bool:
    """Tell whether the sentence has who was lent to it only put money into a round, which is then another's."""
    if ROUND_ROLES.isdisjoint(case.facts.get("subjectRole", ())):
        return False
    return chosen.entity in backing(read.within(read.names, case.sentence), read.text)
