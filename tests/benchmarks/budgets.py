"""The budgets of the site, and one line for each figure beside its own.

Knows budgets.yml. Must not know how anything is measured.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Budget:
    """At `most` so much; `held`: a test of `make test` holds it."""

    what: str
    most: float
    unit: str
    why: str
    held: bool = False

    def line(self, figure: float) -> str:
        """A figure, its budget, and whether it is kept."""
        kept = "ok" if figure <= self.most else f"over, {figure / self.most:.1f} ×" if self.most else "over"
        return f"{self.what:<56} {figure:>10.4g} {self.most:>7g} {self.unit:<9} {kept}"


BUDGETS: Mapping[str, Budget] = {
    id: Budget(**entry)
    for id, entry in yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")).items()
}


def head(part: str) -> str:
    """What stands above the lines of a part."""
    return f"\n{part:<56} {'figure':>10} {'budget':>7}"


def lines(part: str, figures: Mapping[str, float]) -> str:
    """The figures of a part, by the id of their budget."""
    return "\n".join([head(part), *(BUDGETS[id].line(figure) for id, figure in figures.items())])
