"""All who work for somebody are told apart from those who go."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nokia will reduce its workforce from the current 9,000 to between 7,000 and 8,000.",
            ["employees", "employees"],
        ),
        (
            "Nokia laid off 1,500 employees in May, reducing its workforce from 24,000 in 2023 to 22,500.",
            ["job-cuts", "employees", "employees"],
        ),
        ("Nokia will cut 400 jobs. Its workforce stood at 9,000 late last year.", ["job-cuts", "employees"]),
        ("With 9,000 current employees, Nokia will dismiss 900 workers.", ["employees", "job-cuts"]),
        (
            "Nokia will reduce its workforce by 900 people, taking its headcount down from nearly 9,000 to 8,100.",
            ["job-cuts", "employees", "employees"],
        ),
        ("This is 10% of Nokia's workforce, which was 9,000 people in 2022.", ["workforce-cut", "employees"]),
    ],
)
def test_the_number_of_all_who_work_there_is_read_beside_cuts(text, expected):
    assert measures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia will reduce its workforce by 900 people.", ["job-cuts"]),
        ("The move resulted in the elimination of 2,200 jobs at Nokia.", ["job-cuts"]),
        ("Nokia dismissed 900 employees with immediate effect.", ["job-cuts"]),
    ],
)
def test_those_who_go_stay_cuts(text, expected):
    assert measures(text) == expected
