"""Every measurement, one after the other: a quarter of an hour. Each part runs alone too: python -m tests.benchmarks.weights."""

import subprocess
import sys

PARTS = ("weights", "taps", "builds", "proofs")


def main() -> int:
    """Each part in a process of its own: none remembers what another did. Says which could not measure."""
    failed = [part for part in PARTS if subprocess.run([sys.executable, "-m", f"tests.benchmarks.{part}"]).returncode]
    if failed:
        print(f"not measured: {', '.join(failed)}.", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
