"""Whether everything that one entry says of another is true: ids, options, places, order.

Knows every entry. Must not judge wording, figures or translations.
"""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from . import facts, named, questionnaire


def problems(data: Data) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every entry that contradicts another."""
    yield from named.problems(data)
    yield from questionnaire.problems(data)
    yield from facts.problems(data)
