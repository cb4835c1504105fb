"""Chips had, made, ordered or combined, told by the verb before their number."""

import pytest
from fixtures.measured import measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tencent has 200,000 Nvidia GPUs.", "chips-purchased"),
        ("Tencent spent heavily on 200,000 chips.", "chips-purchased"),
        ("The data centre will have 400,000 GPUs.", "cluster-size"),
        ("The system combines 384 Ascend 910C chips.", "cluster-size"),
        ("xAI wants to expand Colossus to one million GPUs.", "cluster-size"),
        ("Huawei aims to build 200,000 Ascend processors.", "production"),
        ("Huawei intends to create 100,000 Ascend processors.", "production"),
        ("Intel has told 2,500 employees to go.", "job-cuts"),
        ("Officials expect 500 permanent jobs.", "jobs-created"),
    ],
)
def test_the_verb_before_a_number_tells_what_is_done(text, expected):
    assert measures(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nvidia has 700,000 H200 chips in its warehouses.", "other"),
        ("Tencent has 200,000 shareholders.", "other"),
        ("Intel has told 2,500 employees of the plan.", "employees"),
    ],
)
def test_other_numbers_are_left_to_what_they_count(text, expected):
    assert measures(text) == [expected]
