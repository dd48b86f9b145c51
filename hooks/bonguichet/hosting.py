"""What a server says of each file, in the words of several servers: what browsers may do with it, and how long they keep it.

Knows addresses and headers. Must not know what a file holds. `make hosting` writes hosting/; the site itself carries
`_headers`, which hosts like Netlify and Cloudflare Pages read there.
"""

import re
from collections.abc import Callable
from pathlib import Path

from . import policy
from .writing import put

NETLIFY = "_headers"
_SAME = {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
_POLICY, _KEPT = "Content-Security-Policy", "Cache-Control"
_FRESH, _FOREVER = "no-cache", "public, max-age=31536000, immutable"
_FRAMED = "^/([a-z]+/)?orientation/embed/"
"""The questionnaire to be shown in pages of somebody else."""
_LASTING = "^/assets/[0-9a-f]+/"
"""What is named by a hash of all that lies there: it never changes. Anything else is asked for again each time, and a
browser never meets files of two versions."""
_SHARED = "^/data/"
"""The open data, which pages of somebody else may fetch."""
_OPEN = {"Access-Control-Allow-Origin": "*"}
_FRAMES = {True: "*", False: "'none'"}
"""Who may show a file in a frame."""
_HINT = "Written by `make hosting` from hooks/bonguichet/hosting.py: change it there."


def headers(address: str) -> dict[str, str]:
    """What a server says of one file, by its address below the root of the site: « /revenus/ris/ »."""
    framed, lasting = re.match(_FRAMED, address), re.match(_LASTING, address)
    shared = _OPEN if re.match(_SHARED, address) else {}
    return _SAME | shared | {_POLICY: policy.for_site(_FRAMES[bool(framed)]), _KEPT: _FOREVER if lasting else _FRESH}


def caddy() -> str:
    """For Caddy, which knows the name of the site as ADDRESS and its folder as SITE."""
    same = "".join(f'\t\t{name} "{value}"\n' for name, value in _SAME.items())
    shared = "".join(f'\theader @shared {name} "{value}"\n' for name, value in _OPEN.items())
    return f"""# {_HINT}
{{$ADDRESS:localhost}} {{
	root * {{$SITE:/srv/bon-guichet}}
	encode zstd gzip
	file_server
	handle_errors {{
		rewrite * /404.html
		header {_KEPT} "{_FRESH}"
		file_server
	}}
	@framed path_regexp {_FRAMED}
	@alone not path_regexp {_FRAMED}
	@lasting path_regexp {_LASTING}
	@fresh not path_regexp {_LASTING}
	@shared path_regexp {_SHARED}
	header {{
{same}	}}
	header @framed {_POLICY} "{policy.for_site(_FRAMES[True])}"
	header @alone {_POLICY} "{policy.for_site(_FRAMES[False])}"
	header @lasting {_KEPT} "{_FOREVER}"
	header @fresh {_KEPT} "{_FRESH}"
{shared}}}
"""


def nginx() -> str:
    """For nginx: a whole file of conf.d/, with the name of the site and its folder to be filled in."""
    same = "".join(f'    add_header {name} "{value}" always;\n' for name, value in _SAME.items())
    shared = "".join(f"    add_header {name} $bon_guichet_shared always;\n" for name in _OPEN)
    origins = "".join(f'    "~{_SHARED}" "{value}";\n' for value in _OPEN.values())
    return f"""# {_HINT}
# Put it into /etc/nginx/conf.d/, with your name and folder; add your certificate.
map $uri $bon_guichet_policy {{
    default "{policy.for_site(_FRAMES[False])}";
    "~{_FRAMED}" "{policy.for_site(_FRAMES[True])}";
}}
map $uri $bon_guichet_kept {{
    default "{_FRESH}";
    "~{_LASTING}" "{_FOREVER}";
}}
map $uri $bon_guichet_shared {{
    default "";
{origins}}}
server {{
    listen 80;
    server_name bon-guichet.example;
    root /srv/bon-guichet;
    charset utf-8;
    error_page 404 /404.html;
    gzip on;
    gzip_comp_level 5;
    gzip_types application/javascript application/json application/manifest+json image/svg+xml text/javascript;
    location ~ \\.webmanifest$ {{
        types {{ }}
        default_type application/manifest+json;
    }}
{same}    add_header {_POLICY} $bon_guichet_policy always;
    add_header {_KEPT} $bon_guichet_kept always;
{shared}}}
"""


def netlify() -> str:
    """For hosts that read `_headers`. They add the headers of every rule that fits, so no rule takes back another: what
    forbids frames is the older header, which any frame-ancestors overrules. They keep pages no longer than they should by
    themselves."""
    everywhere = _SAME | {_POLICY: policy.for_site(), "X-Frame-Options": "DENY"}
    framed = {_POLICY: "frame-ancestors *"}
    rules = {
        "/*": everywhere,
        "/orientation/embed/*": framed,
        "/:language/orientation/embed/*": framed,
        "/assets/:version/*": {_KEPT: _FOREVER},
        "/data/*": _OPEN,
    }
    return "".join(f"{path}\n{_lines(said)}" for path, said in rules.items())


def _lines(said: dict[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in said.items())


FILES: dict[str, Callable[[], str]] = {"Caddyfile": caddy, "nginx.conf": nginx}
"""The files of hosting/, by name."""


def write(root: Path) -> list[str]:
    """Write the files of hosting/ anew. Returns the names of those that changed."""
    files = {f"hosting/{name}": made() for name, made in FILES.items()}
    return [path for path, text in files.items() if put(root / path, text)]
