"""What `make check` and the proofs cost, the latter as the questionnaire stands and three times as long."""

import resource
import sys
import time

from bonguichet.load import ROOT, load
from bonguichet.paths import prove

from tests.benchmarks import budgets
from tests.benchmarks.cost import cost
from tests.questionnaire.copies import copies


def main() -> None:
    """Print one line for each size, then the figures beside their budgets."""
    model, seconds = load().model, {}
    for count in (1, 3):
        grown = copies(model, count)
        started = time.process_time()
        report = prove(grown)
        seconds[count] = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count} × the questionnaire ({len(grown.questions)} questions, {len(grown.advice)} pieces of advice): "
            f"{seconds[count]:.1f} s, {peak:.0f} MB; {report.choices} choices, {report.states} states."
        )
    check = cost((sys.executable, "-m", "bonguichet", "check"), ROOT, PYTHONPATH="hooks")
    print(budgets.lines("Checks and proofs", {"check": check.seconds, "paths": seconds[3]}), flush=True)


if __name__ == "__main__":
    main()
