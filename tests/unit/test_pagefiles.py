"""A link is joined to its page as a browser would."""

from urllib.parse import urljoin

import pytest
from bonguichet.pagefiles import joined

PAGES = ("", "a/", "a/b/", "404.html", "nl/a/b/", "a/index.html")
LINKS = (
    *("", "./", "../", "../../", "../../../x/", "b/", "b/c.html", "../x", "a..", ".hidden", "x.y/z..", "b//c", "é/"),
    *("/y/", "//o.be/x", "https://o.be/", "mailto:a@b.be", "tel:112", "?q=1", "../a?q=1", "#part", "../a/#part"),
)


@pytest.mark.parametrize("root", ["https://site.example/", "https://site.example/here/"])
@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_where_a_browser_would_go(root, link):
    assert [joined(root + page, link) for page in PAGES] == [urljoin(root + page, link) for page in PAGES]
