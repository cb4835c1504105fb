"""What is asked once is worked out once for each instance."""

from kg.extract.rules.text.once import once


class _Counted:
    def __init__(self):
        self.asked = 0

    @once
    def value(self):
        """Return how often this was worked out."""
        self.asked += 1
        return self.asked


def test_a_value_is_kept_by_its_instance():
    first, second = _Counted(), _Counted()
    assert (first.value, first.value, second.value) == (1, 1, 1)
    assert (first.asked, second.asked) == (1, 1)
