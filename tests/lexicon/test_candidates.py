"""Names that are compared: all that are alike among them, and few others."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.candidates import organization_pairs, person_pairs
from kg.lexicon.matching import SAME, organizations, persons

_LETTERS = st.text(alphabet="abcé1", min_size=1, max_size=6)
_LONG = st.text(alphabet="ab", min_size=8, max_size=26)
_WORD = st.one_of(
    _LETTERS,
    _LONG,
    st.sampled_from(["Kestrin", "Kestrim", "Ltd", "Limited", "AG", "the", "of", "PLA", "bank", "banks", "2", "two"]),
)
_NAME = st.lists(_WORD, min_size=1, max_size=7).map(" ".join)


@st.composite
def _names(draw):
    """Names, and slips in them: one letter more, less, other, or two of them changed about, at up to three places."""
    names = draw(st.lists(_NAME, min_size=1, max_size=4))
    for name in tuple(names):
        for _ in range(draw(st.integers(0, 3))):
            place, other = draw(st.integers(0, len(name))), draw(st.sampled_from("ab c.-"))
            kind = draw(st.integers(0, 3))
            tail = name[place + 1 :] if kind else name[place:]
            name = name[:place] + (other if kind < 2 else "") + tail  # noqa: PLW2901
            if kind == 3:
                name = name[: place - 2] + name[place - 2 : place][::-1] + name[place:]  # noqa: PLW2901
            names.append(name)
    return sorted(set(names))


@pytest.mark.parametrize(("pairs", "likeness"), [(organization_pairs, organizations), (person_pairs, persons)])
@given(names=_names(), data=st.data())
def test_no_pair_that_is_alike_is_missed(pairs, likeness, names, data):
    asked = data.draw(st.sets(st.sampled_from(range(len(names)))))
    met = list(pairs(names, asked))
    assert len(met) == len(set(met))
    assert all(one < other and {one, other} & asked for one, other in met)
    alike = {
        pair
        for pair in combinations(range(len(names)), 2)
        if set(pair) & asked and likeness(names[pair[0]], names[pair[1]]) >= SAME
    }
    assert alike <= set(met)


def test_names_without_a_word_in_common_do_not_meet():
    names = [f"{first} {second}" for first in ("Kestrin", "Borealis", "Acme") for second in ("Energy", "Foods", "Rail")]
    assert list(organization_pairs(names, range(len(names)))) == []
    assert list(person_pairs(["Ana Berg", "Eva Berg", "Ana Lind"], range(3))) == []


def test_of_very_many_pairs_few_are_compared():
    stems = [f"{start}{letter}" for start in ("Kor", "Vel", "Ost", "Nim") for letter in "abcdefghijklmnopqrstuvwxyz"]
    names = [f"{stem} {kind}" for stem in stems for kind in ("Bank", "Energy")]
    met = list(organization_pairs(names, range(len(names))))
    assert len(met) < len(names) ** 2 / 10
