"""What a page may do, told to browsers: only what the page itself names by a hash, and only with this site.

Knows finished HTML as text. Must not know what a page says, nor which server hands it out (`hosting.py`).
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache

TRUSTED = "bon-guichet"
"""The one policy of Trusted Types, which questionnaire/client/dom.js makes: nothing else may become HTML."""
_CHARSET = '<meta charset="utf-8">\n'
_HEAD = '<meta http-equiv="Content-Security-Policy" content="'
_OWN = re.compile(rf'{re.escape(_HEAD)}[^"]*">\n')
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_CLOSED = {"base-uri": "'none'", "form-action": "'none'"}
_TYPES = {"require-trusted-types-for": "'script'", "trusted-types": TRUSTED}


def secured(html: str, later: Iterable[str] = (), ours: str = "'self'") -> str:
    """A finished page with its policy, in place of any former one.

    `later`: styles that a script will add. `ours`: where files of the site stand, « file: » in a copy opened from a folder,
    in which nothing is fetched."""
    html = _OWN.sub("", html)
    if _CHARSET not in html:
        raise ValueError(f"a page begins with {_CHARSET.strip()}, and its policy comes next")
    return html.replace(_CHARSET, f'{_CHARSET}{_HEAD}{_written(_of(html, later, ours))}">\n', 1)


def _of(html: str, later: Iterable[str], ours: str) -> dict[str, str]:
    scripts = [(attributes, text) for attributes, text in _SCRIPT.findall(html) if "json" not in attributes]
    inlined = [text for attributes, text in scripts if "src=" not in attributes]
    found = {"default-src": "'none'"} | _CLOSED | {"img-src": f"{ours} data:"}
    found["style-src"] = _named(*_STYLE.findall(_SCRIPT.sub("", html)), *later)
    if scripts:
        found |= {"script-src": f"{ours} {_named(*inlined)}"} | _TYPES
        if ours == "'self'":
            found |= {"connect-src": ours, "manifest-src": ours, "worker-src": ours}
    return found


def for_site(frames: str | None = None) -> str:
    """What a server adds to every page: whose `frames` may show it, which no page can say itself, and all that holds for
    any page of any build. What is inlined is left to the page: a server that still had the hashes of the build before
    would stop every script."""
    none = dict.fromkeys(
        ("font-src", "frame-src", "media-src", "object-src", "script-src-attr", "style-src-attr"), "'none'"
    )
    ours = dict.fromkeys(("connect-src", "manifest-src", "worker-src"), "'self'")
    framed = {"frame-ancestors": frames} if frames else {}
    return _written(_CLOSED | none | ours | {"img-src": "'self' data:"} | _TYPES | framed)


def _written(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _named(*texts: str) -> str:
    return " ".join(dict.fromkeys(map(_hash, texts)))


@cache
def _hash(text: str) -> str:
    """The name of an inlined text in a policy."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
