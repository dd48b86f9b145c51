"""Finds a real Chromium for the tests, or installs Debian's: $CHROMIUM, `chromium` on the PATH, apt-get as root."""

import os
import shutil
import subprocess
import sys

MISSING = (
    "A real Chromium is needed for the tests: install it (on Debian: apt-get install chromium), "
    "or set CHROMIUM to the path of one, then run make test again."
)


def find() -> str | None:
    """The path of a Chromium on this machine, or None."""
    given = os.environ.get("CHROMIUM")
    if given:
        return shutil.which(given)
    return shutil.which("chromium") or shutil.which("chromium-browser")


def install() -> None:
    """Install Debian's package where we may; elsewhere do nothing."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
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
