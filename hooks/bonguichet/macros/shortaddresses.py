"""What stands behind a short address (`r/<id>/`) in one language: the name of a desk, a role or a piece of advice, and the way to it.

Knows where each of them stands on the site. Must not know how the address is shown.
"""

from typing import Any

from markupsafe import Markup

from ..model import Model
from ..pagefiles import url_of
from .lists import Lists


def ids(model: Model) -> list[str]:
    """Everything that has a short address; a desk that bears the name of its role stands for both."""
    return list(dict.fromkeys((*model.services, *model.roles, *model.advice)))


class ShortAddresses(Lists):
    """The far side of short addresses."""

    def _behind(self, id: str) -> dict[str, Any]:
        """What a short address names, in words, and its way from the root of the language."""
        if desk := self.model.services.get(id):
            page = "annuaire/tribunaux.md" if self._is_far_court(desk) else "annuaire.md"
            return {"names": desk.names, "kind": "short-desk", "what": desk.helps, "url": f"{url_of(page)}#{id}"}
        rules = url_of("orientation/regles.md")
        if role := self.model.roles.get(id):
            return {"title": role.name, "kind": "short-role", "what": role.what, "url": f"{rules}#role-{id}"}
        return {"title": self.model.advice[id].title, "kind": "short-advice", "what": None, "url": f"{rules}#{id}"}

    def short_entry(self, id: str) -> Markup:
        """The part of the page of a short address that is in this language."""
        direction = self.model.languages[self.language].direction
        return self._part("short", direction=direction, root=self.root, **self._behind(id))
