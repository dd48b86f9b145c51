"""What stands behind a short address (`r/<id>/`) in one language: a desk, a role with its desks, or a piece of advice with its
steps, and the way to the rest.

Knows where each of them stands on the site. Must not know how the address is shown.
"""

from typing import Any

from markupsafe import Markup

from ..model import Model
from ..pagefiles import url_of
from .lists import Lists

_CARD = "etrangers/carte-de-sejour.md"
_FEW = 4
"""More desks than this stand on the page of their role alone, or in the directory."""


def ids(model: Model) -> list[str]:
    """Everything that has a short address; a desk that bears the name of its role stands for both."""
    return list(dict.fromkeys((*model.services, *model.roles, *model.advice)))


class ShortAddresses(Lists):
    """The far side of short addresses."""

    def short_entry(self, id: str) -> Markup:
        """The part of the page of a short address that is in this language."""
        direction = self.model.languages[self.language].direction
        return self._part("short", id=id, direction=direction, root=self.root, rules=self._rules(), **self._behind(id))

    def _behind(self, id: str) -> dict[str, Any]:
        """What a short address names: its kind, and what the template of this kind shows."""
        if id in self.model.advice:
            return {"kind": "short-advice"} | self._advice(id)
        near = self.desks_near(id) if id in self.model.roles else {}
        if id in self.model.services and len(near) < 2:
            desk = self.model.services[id]
            what = desk.helps or self.model.roles[desk.roles[0]].what
            return {"kind": "short-desk", "desk": desk, "what": what, "url": self._place_of(id)}
        role = self.model.roles[id]
        return {"kind": "short-role", "role": role, "desks": self._few(near), "url": f"{self._rules()}#role-{id}"}

    def _advice(self, id: str) -> dict[str, Any]:
        advice = self.model.advice[id]
        return {
            "advice": advice,
            "warnings": {name: self.model.warnings[name] for name in advice.warnings},
            "roles": {role: (self.model.roles[role], self._few(self.desks_near(role))) for role in advice.roles},
            "card_first": self.page(_CARD) if "cpas" in advice.roles else None,
            "length": self.deadline(advice.deadline) if advice.deadline else None,
            "page": self.page(advice.page) if advice.page else None,
            "questions": self.questions_with(),
            "url": f"{self._rules()}#{id}",
        }

    def _rules(self) -> str:
        return url_of("orientation/regles.md")

    def _place_of(self, desk: str) -> str:
        """Where a desk stands on the site, from the root of the language."""
        page = "annuaire/tribunaux.md" if self._is_far_court(self.model.services[desk]) else "annuaire.md"
        return f"{url_of(page)}#{desk}"

    @staticmethod
    def _few(desks: dict[str, Any]) -> dict[str, Any]:
        return desks if len(desks) <= _FEW else {}
