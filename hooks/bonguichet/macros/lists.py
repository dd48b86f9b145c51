"""Whole lists of facts: desks, labour courts, terms, the state of the translations.

Knows every fact of the model. Must not know questions or advice (`parts.py`).
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from .. import completeness, due
from ..directory import in_order
from ..model import LABOUR_COURT, NEEDS, SOURCE_LANGUAGE, Service, name_in
from .clocks import Clocks

_REGIONS = ("flanders", "wallonia")


class Lists(Clocks):
    """Every macro that shows all facts of a kind."""

    def cpas_list(self) -> Markup:
        """The CPAS of Brussels, each with its postal codes."""
        cards = {}
        for id, service in self.model.services.items():
            if "cpas" in service.roles:
                codes = [
                    code
                    for code, towns in self.model.postal_codes.items()
                    if set(towns) & set(service.serves.municipalities)
                ]
                cards[id] = (service, sorted(codes), self.card(id))
        return self._block("cpas_list", cards=cards)

    def directory(self) -> Markup:
        """Every desk by what it helps with, with the controls that narrow the list."""
        shown = {id: desk for id, desk in self.model.services.items() if not self._is_far_court(desk)}
        spoken = {code for desk in shown.values() for code in desk.languages}
        groups = {
            need: {id: (desk, self.card(id), self._serves(desk)) for id, desk in shown.items() if desk.needs[0] == need}
            for need in NEEDS
        }
        far = {
            id: (role, self._needs(id), self.elsewhere(id)) for id, role in self.model.roles.items() if role.elsewhere
        }
        return self._block(
            "directory",
            far={id: entry for id, entry in far.items() if entry[1]},
            groups={need: self._by_name(desks) for need, desks in groups.items() if desks},
            needs=[need for need in NEEDS if any(need in desk.needs for desk in shown.values())],
            councils=self._councils(shown),
            roles=self._by_role(shown),
            names=self.model.roles,
            towns=self._towns_of("brussels"),
            regions=_REGIONS,
            spoken=sorted(spoken),
        )

    def courts(self) -> Markup:
        """Every labour court of Belgium, with the municipalities that it, or one of its divisions, may hear."""
        desks = {id: (desk, self.card(id)) for id, desk in self.model.services.items() if LABOUR_COURT in desk.roles}
        groups: dict[tuple[str, ...], dict] = {}
        for id, (desk, card) in self._by_name(desks).items():
            groups.setdefault(desk.serves.municipalities, {})[id] = (desk, card)
        return self._block(
            "courts", groups=groups, names=self._names_of, places=f"{self.assets}places.{self.language}.json"
        )

    def _names_of(self, towns: Iterable[str]) -> list[str]:
        return sorted(map(self._town, towns), key=_sortable)

    def glossary(self) -> Markup:
        """Every official term in the official languages, what it means in English, and a plain sentence."""
        terms = dict(sorted(self.model.glossary.items(), key=lambda item: _sortable(name_in(item[1].short, "fr"))))
        return self._block("glossary", terms=terms)

    def translation_state(self) -> Markup:
        """How complete each language is."""
        titles = {path: page.title for path, page in self.model.pages[SOURCE_LANGUAGE].items()}
        return self._block(
            "translation_state", entries=completeness.states(self.model), names=self.model.languages, titles=titles
        )

    def reviews_so_far(self) -> Markup:
        """Whether anybody has reviewed the texts of the site."""
        return self.text(self.model.interface["reviews-some" if self.model.reviewers else "reviews-none"])

    def freshness_state(self) -> Markup:
        """How old everything is by kind, and what is to be looked at again soon."""
        model, found = self.model, due.everything(self.model)
        kinds = {kind: [each for each in found if each.kind == kind] for kind in due.KINDS}
        soon, following = due.SPANS
        return self._block(
            "freshness_state",
            day=model.day,
            kinds={kind: entries for kind, entries in kinds.items() if entries},
            due=lambda entries, span: [each for each in entries if due.when(each, model.day) == span],
            near=lambda entries: [each for each in entries if due.when(each, model.day) != "later"],
            oldest=lambda entries: min((each.compared for each in entries if each.compared), default=None),
            reviewed=due.reviewed(found),
            all=len(found),
            soon=soon,
            next=following,
            called=self._called_in_list,
        )

    def _called_in_list(self, each: due.Due) -> Markup | str:
        if each.kind == "pages":
            return self.page(each.id)
        if each.kind == "services":
            return self.isolated(self.model.services[each.id].names)
        if each.kind == "timelines":
            return self.text(self.model.themes[self.model.theme_of[each.id]].title)
        entry = getattr(self.model, each.kind)[each.id]
        return self.text(entry.about if each.kind == "events" else entry.name)

    def _councils(self, desks: dict[str, Service]) -> dict[str, str]:
        """The CPAS of every municipality, by its name."""
        found = {
            self._town(town): id
            for id, desk in desks.items()
            if "cpas" in desk.roles
            for town in desk.serves.municipalities
        }
        return dict(sorted(found.items(), key=lambda item: _sortable(item[0])))

    def _by_role(self, desks: dict[str, Service]) -> dict[str, dict[str, Service]]:
        """The desks of every role but the CPAS, the roles in the order of their names."""
        found = {
            id: self._by_name({name: desk for name, desk in desks.items() if id in desk.roles}, lambda desk: desk)
            for id in self.model.roles
            if id != "cpas"
        }
        named = sorted(found.items(), key=lambda item: _sortable(self.text(self.model.roles[item[0]].name)))
        return {id: desks for id, desks in named if desks}

    def _needs(self, role: str) -> list[str]:
        """What the desks of a role help with."""
        found = {need for desk in self.model.services.values() if role in desk.roles for need in desk.needs}
        return [need for need in NEEDS if need in found]

    def desks_near(self, role: str) -> dict[str, Service]:
        """Every desk of a role that is no far court: those of a region or the country first, by language."""
        near = [id for id, desk in self.model.services.items() if role in desk.roles and not self._is_far_court(desk)]
        near = in_order(self.model, near, self.language)
        wide = [id for id in self.desks_of(role) if id in near]
        return {id: self.model.services[id] for id in dict.fromkeys((*wide, *near))}

    def _is_far_court(self, desk: Service) -> bool:
        """A labour court that no municipality of Brussels goes to: those have a page of their own."""
        regions = {self.model.municipalities[town].region for town in desk.serves.municipalities}
        return LABOUR_COURT in desk.roles and "brussels" not in (regions | set(desk.serves.regions))

    def _serves(self, desk: Service) -> str:
        area = desk.serves
        return " ".join((*("country",) * area.country, *area.regions, *area.municipalities))

    def _by_name(self, entries: dict, desk: Callable[[Any], Service] = lambda entry: entry[0]) -> dict:
        """Entries in the order of the names of their desks."""
        return dict(sorted(entries.items(), key=lambda item: _sortable(name_in(desk(item[1]).names, self.language))))

    def _towns_of(self, region: str) -> dict[str, str]:
        found = {id: self._town(id) for id, town in self.model.municipalities.items() if town.region == region}
        return dict(sorted(found.items(), key=lambda item: _sortable(item[1])))

    def _town(self, id: str) -> str:
        return name_in(self.model.municipalities[id].names, self.language)


def _sortable(name: str) -> str:
    """A name as readers sort it: without marks, case or the article « l’ »; « d’ » is « de »."""
    bare = unicodedata.normalize("NFKD", name.casefold().removeprefix("l’").replace(" d’", " de "))
    return bare.encode("ascii", "ignore").decode()
