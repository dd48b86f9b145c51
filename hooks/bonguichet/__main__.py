"""`python -m bonguichet`."""

import gc
import sys

from .cli import main

gc.disable()  # a command ends before it could matter, and looking for rubbish is an eighth of its time
sys.exit(main())
