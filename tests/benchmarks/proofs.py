"""How long the proofs take and how much memory the process needs, as the questionnaire stands and three times as long."""

import resource
import time

from bonguichet.load import load
from bonguichet.paths import prove

from tests.questionnaire.copies import copies


def main() -> None:
    """Print one line for each size."""
    model = load().model
    for count in (1, 3):
        grown = copies(model, count)
        started = time.perf_counter()
        report = prove(grown)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count} × the questionnaire ({len(grown.questions)} questions, {len(grown.advice)} pieces of advice): "
            f"{seconds:.1f} s, {peak:.0f} MB; {report.choices} choices, {report.states} states."
        )


if __name__ == "__main__":
    main()
