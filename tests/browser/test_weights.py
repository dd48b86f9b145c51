"""What the budgets hold today and no machine changes; `make bench` measures the others."""

import pytest

from tests.benchmarks.budgets import BUDGETS
from tests.benchmarks.weights import Reader, first_loads


@pytest.fixture(scope="module")
def figures(browser, address, site) -> dict[str, float]:
    return first_loads(lambda **options: Reader(browser, address, site, **options))


@pytest.mark.parametrize("id", [id for id, budget in BUDGETS.items() if budget.held])
def test_a_budget_that_is_held_is_kept(figures, id, record_property):
    record_property(BUDGETS[id].what, figures[id])
    assert figures[id] <= BUDGETS[id].most, BUDGETS[id].line(figures[id])
