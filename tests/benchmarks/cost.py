"""What a command costs: processor time and memory of the process, whoever else is at work on the machine."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """`seconds` of the processor, in the program and for it in the system; `peak` of memory, in megabytes."""

    seconds: float
    peak: float


def cost(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run a command that must succeed. It finds nothing that another run has left in the temporary folder."""
    with tempfile.TemporaryDirectory() as empty, (Path(empty) / "said").open("w+") as said:
        known: Mapping[str, str] = os.environ | {"TMPDIR": empty, "NO_MKDOCS_2_WARNING": "1"} | environment
        process = subprocess.Popen(command, cwd=folder, env=known, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()[-3000:]}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
