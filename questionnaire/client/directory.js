// From a role and a place to the desks that serve it. Twin of hooks/bonguichet/directory.py.

/** The desks of a role for a place, those that speak the language first, then those that speak French or do not say; of equal
 * ones the one in the municipality itself. */
export function desks(rules, role, place, language) {
  const strangeness = ({ languages }) => (languages.includes(language) ? 0 : !languages.length || languages.includes("fr") ? 1 : 2);
  const found = Object.keys(rules.services).filter((id) => rules.services[id].roles.includes(role) && serves(rules.services[id].serves, place));
  const far = ({ serves: { first } }) => Number(first !== place.municipality);
  const rank = (id) => 2 * strangeness(rules.services[id]) + far(rules.services[id]);
  found.sort((a, b) => rank(a) - rank(b));
  const uncertain = !place.region && !found.some((id) => rules.services[id].serves.country);
  return { services: found, elsewhere: rules.roles[role].elsewhere && (!found.length || uncertain) };
}

/** Whether an area holds the place; where that is unknown, only areas with a region do. */
export function serves(area, place) {
  if (area.but.includes(place.municipality)) return false;
  if (area.country || area.municipalities.includes(place.municipality)) return true;
  return place.region ? area.regions.includes(place.region) : area.regions.length > 0;
}
