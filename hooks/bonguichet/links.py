"""How a page leads to another in Markdown, [words](../path.md#heading), and where that is.

Knows the marks only. Must not know which pages exist.
"""

import posixpath
import re

LINK = re.compile(r"\]\((?![a-z]+:)(?P<to>(?P<path>[^)\s#]*\.md)(?:#(?P<heading>[\w-]+))?|#(?P<here>[\w-]+))\)")
"""What follows the words of a link: to a page of the site, to a heading of one, or to a heading of the page itself."""
_OUT = re.compile(r'<a href="https?:[^"]*"(?![^>]*\brel=)')


def aim(link: re.Match[str], path: str) -> str:
    """The path of the page to which a link of the page at `path` leads."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), link["path"])) if link["path"] else path


def told_nothing(html: str) -> str:
    """HTML made of Markdown, whose links to other sites do not tell them where the reader comes from."""
    return _OUT.sub(r'\g<0> rel="noreferrer"', html)
