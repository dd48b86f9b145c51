"""`python -m bonguichet`."""

import sys

from .cli import main

sys.exit(main())
