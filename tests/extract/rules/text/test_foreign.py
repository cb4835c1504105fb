"""Lines of other languages are told by letters and function words, however the words are punctuated."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extract.rules.text.foreign import _words, foreign


@given(st.text(alphabet="ab é½9_,-'’.\n中", max_size=40))
def test_words_are_runs_of_letters(line):
    assert _words(line) == set(re.findall(r"[^\W\d_]+", line))


def test_a_line_in_another_language_is_foreign():
    assert foreign("die firma hat im dritten quartal 40 millionen euro verdient, und der umsatz stieg")
    assert foreign("该公司第三季度收入为40亿元")
    assert not foreign("the company earned 40 million euros in the third quarter, and sales rose")
