"""Those who say a figure: whether they speak at all, and whether they speak of themselves."""

from kg.extract.rules.annotated import Annotated
from kg.extract.rules.annotations import Figure, Name
from kg.extract.rules.references.cast import cast
from kg.lexicon.wordlists import words


def speaks(name: Name, read: Annotated) -> bool:
    """Tell whether somebody named in a speaker's phrase speaks: Acme of "Acme, which owns Dora soap, said ..."."""
    index = read.index_at(name.span.start)
    acts = read.acts_at(index) if index is not None else ()
    return any(act.source and act.source.overlaps(name.span) and name.entity in act.agents for act in acts)


def tells_of_itself(name: Name) -> bool:
    """Tell whether one who says something may speak of itself: a company or a group of them."""
    return name.entity.kind == "Company" or name.how == "group"


def shows_its_own(name: Name, figure: Figure, read: Annotated) -> bool:
    """Tell whether what the speaker makes known is a thing of its own: "Acme reported a profit of"."""
    index = read.index_at(figure.span.start)
    acts = read.acts_at(index) if index is not None and name.entity.kind in ("Company", "Product") else ()
    return any(
        act.source is not None
        and act.source.overlaps(name.span)
        and act.cue.of(read.fold) in words("notions", "own-results")
        and any(span.covers(figure.span) and not read.fold.startswith("that ", span.start) for span in act.content)
        for act in acts
    )


def acts_itself(name: Name, read: Annotated) -> bool:
    """Tell whether a firm that watches others is a company that the text nowhere takes as a source."""
    if name.entity in cast(read.text, read.names).watchers:
        return False
    sources = {agent for act in read.reported for agent in act.agents}
    return name.entity.kind == "Company" and name.entity not in sources
