"""How a page leads to another in Markdown, [words](../path.md#heading), and where that is.

Knows the marks only. Must not know which pages exist.
"""

import posixpath
import re

LINK = re.compile(r"\]\((?![a-z]+:)(?P<to>(?P<path>[^)\s#]*\.md)(?:#(?P<heading>[\w-]+))?|#(?P<here>[\w-]+))\)")
"""What follows the words of a link: to a page of the site, to a heading of one, or to a heading of the page itself."""


def aim(link: re.Match[str], path: str) -> str:
    """The path of the page to which a link of the page at `path` leads."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), link["path"])) if link["path"] else path
