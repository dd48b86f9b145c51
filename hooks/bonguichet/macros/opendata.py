"""Links to the data that others may use.

Knows their addresses. Must not know what they hold (`../opendata.py`).
"""

from markupsafe import Markup

from ..hsds import FILE as HSDS
from ..messages import say
from ..opendata import FILES, FOLDER, VERSION
from ..problems import did_you_mean
from .words import MacroError, Words

_NAMES = (*FILES, VERSION, HSDS)


class OpenData(Words):
    """Words for those who build on our data."""

    def data_file(self, name: str) -> Markup:
        """A link to a file of the open data, by its name; `schemas/<name>` is the schema of one."""
        if name.removeprefix("schemas/") not in _NAMES or name == f"schemas/{HSDS}":
            raise MacroError(say("there is no file '{name}' of open data.", name=name) + did_you_mean(name, _NAMES))
        address = f"{FOLDER}/{name}.json"
        return Markup('<a href="{0}{1}" dir="ltr" translate="no">{1}</a>').format(self.top, address)
