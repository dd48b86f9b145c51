"""Cases as links, and all that is wrong with one at once: shared by the tests in Python and in the browser."""

from bonguichet.cases import Fault, Outcome, ids, phrases
from bonguichet.model import Case


def link_of(case: Case) -> str:
    """The fragment of the link that holds the answers of a case."""
    parts = ((id, value if isinstance(value, list) else [value]) for id, value in case.given().items())
    return "&".join(f"{id}={','.join(values)}" for id, values in parts)


def faults(case: Case, shown: Outcome, text: str, language: str) -> list[Fault]:
    """What the results of a case lack or must not hold, as ids and in the words of one language."""
    return [*ids(case, shown), *phrases(case, text, language)]
