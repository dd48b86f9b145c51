"""The pages of short addresses (`r/<id>/`): one for every desk, role and piece of advice, in all languages at once.

Knows what the macros say of each, and QR codes. Must not know which generator publishes them, nor how they look.
"""

from collections.abc import Callable, Iterator, Mapping

from . import qr
from .macros import Macros, short_ids
from .model import SOURCE_LANGUAGE


def pages(
    languages: Mapping[str, Macros], template: Callable[..., str], style: str, site_url: str | None, moved: bool
) -> Iterator[tuple[str, str]]:
    """Each id with its page; with a QR code where the site knows its own address. `moved`: the site is shown as of a day
    far from today, and every page says so."""
    model = languages[SOURCE_LANGUAGE].model
    names = {code: model.languages[code].name for code in languages}
    directions = {code: model.languages[code].direction for code in languages}
    same = {
        "source": SOURCE_LANGUAGE,
        "brand": model.interface["site-name"],
        "style": style,
        "names": names,
        "directions": directions,
    }
    same["as_of"] = {code: macros.as_of() for code, macros in languages.items()} if moved else {}
    for id in short_ids(model):
        address = f"{site_url}r/{id}/" if site_url else None
        entries = [macros.short_entry(id) for macros in languages.values()]
        code = qr.svg(address) if address else None
        yield id, template(same, id=id, entries=entries, address=address, code=code)
