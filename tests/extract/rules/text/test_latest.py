from kg.extract.rules.text.latest import latest


def test_the_same_objects_are_worked_out_once_and_equal_ones_anew():
    calls = []

    @latest
    def length(items):
        calls.append(items)
        return len(items)

    first, second, third = (tuple("ab"), tuple("ab" + ""), tuple("abc"))
    assert [length(first), length(third), length(first), length(third)] == [2, 3, 2, 3]
    assert len(calls) == 2
    assert length(second) == 2
    assert length(first) == 2
    assert len(calls) <= 4
