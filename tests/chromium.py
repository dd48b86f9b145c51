"""Finds a real Chromium for the tests, or installs Debian's: $CHROMIUM, one on the PATH, apt-get as root.

The one without windows (`chromium-headless-shell`) is the same browser, and opens a page in half the time."""

import os
import shutil
import subprocess
import sys

PACKAGE = "chromium-headless-shell"
NAMES = (PACKAGE, "chromium", "chromium-browser")
MISSING = (
    f"A real Chromium is needed for the tests: install it (on Debian: apt-get install {PACKAGE}), "
    "or set CHROMIUM to the path of one, then run make test again."
)


def find() -> str | None:
    """The path of a Chromium on this machine, or None."""
    given = os.environ.get("CHROMIUM")
    if given:
        return shutil.which(given)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Debian's package where we may; elsewhere do nothing."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", PACKAGE]):
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            print(done.stderr, file=sys.stderr)
            return


def main() -> int:
    """Make sure there is a Chromium; 1 with one sentence when there is none."""
    if find() is None and not os.environ.get("CHROMIUM"):
        install()
    if find() is None:
        print(MISSING, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
