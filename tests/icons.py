"""Draws the icons of an installed site from docs/assets/icon.svg: `python -m tests.icons`, after the drawing changed.

The drawing fills the whole square, its sign inside the circle that a phone may cut out (four fifths of the width)."""

from bonguichet.load import ROOT
from bonguichet.offline import ICON, ICON_SIZES, icon
from playwright.sync_api import sync_playwright

from tests import chromium

_SHRINK = 0.8


def main() -> None:
    drawing = (ROOT / "docs" / ICON).read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox", "--disable-gpu"])
        for size in ICON_SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(
                f"<style>body{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{drawing}"
            )
            page.evaluate(
                """(scale) => {
                  const svg = document.querySelector("svg");
                  const ground = svg.querySelector("rect");
                  ground.setAttribute("rx", 0);
                  const sign = document.createElementNS(svg.namespaceURI, "g");
                  sign.append(...[...svg.children].filter((part) => part !== ground));
                  const { width, height } = svg.viewBox.baseVal;
                  sign.setAttribute("transform", `translate(${(width * (1 - scale)) / 2} ${(height * (1 - scale)) / 2}) scale(${scale})`);
                  svg.append(sign);
                }""",
                _SHRINK,
            )
            page.screenshot(path=ROOT / "docs" / icon(size))
        browser.close()


if __name__ == "__main__":
    main()
