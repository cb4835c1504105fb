"""What long work remembers for the time being."""

import pytest

from kg.errors import StoreError
from kg.store.scratch import Scratch


def test_rows_come_back_and_no_room_is_one_line():
    with Scratch("word (number INTEGER PRIMARY KEY, text TEXT)") as kept:
        kept.write_all("INSERT INTO word VALUES (?, ?)", [(2, "two"), (1, "one")])
        assert kept.row("SELECT text FROM word WHERE number = ?", 3) is None
        assert [text for (text,) in kept.rows("SELECT text FROM word ORDER BY number")] == ["one", "two"]
        list(kept.rows("PRAGMA max_page_count = 3"))
        with pytest.raises(StoreError, match="folder of temporary files cannot be written") as told:
            kept.write_all("INSERT INTO word VALUES (?, ?)", ((number, "x" * 1000) for number in range(3, 100)))
        assert "\n" not in str(told.value)


def test_rows_that_somebody_still_walks_through_when_it_is_closed_are_let_go_of():
    with Scratch("word (number INTEGER PRIMARY KEY)") as kept:
        kept.write_all("INSERT INTO word VALUES (?)", ((number,) for number in range(3)))
        rows = kept.rows("SELECT number FROM word ORDER BY number")
        assert next(rows) == (0,)
    rows.close()
