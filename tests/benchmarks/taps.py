"""How soon the next question is painted after a tap, on a processor four times slower, and whether a page moves as it loads.

Knows the questionnaire as a reader's browser shows it. Must not know which question comes next.
"""

import statistics

from playwright.sync_api import Browser

from tests.benchmarks import budgets, served
from tests.browser.conftest import ADULT, PHONE
from tests.browser.waiting import until

STEPS, SLOWER, WALKS = 200, 4, 3
STANDING = ("/", "/revenus/ris/", "/recherche/", "/orientation/", f"/orientation/#{ADULT}")

WATCH_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""

WALK = """async (steps) => {
  const place = document.querySelector("[data-questionnaire]"), question = [], results = [];
  const shown = () => `${place.dataset.view} ${place.querySelector("fieldset[data-question]")?.dataset.question}`;
  const painted = () => new Promise((tell) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell(performance.now());
    port2.postMessage(0);
  }));
  const changed = (before) => new Promise((tell, fail) => {
    const late = setTimeout(() => fail(new Error(`nothing follows ${before}`)), 10000);
    const watch = new MutationObserver(() => {
      if (shown() === before) return;
      watch.disconnect();
      clearTimeout(late);
      tell(painted());
    });
    watch.observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-question", "data-view"] });
  });
  const tap = async (action) => {
    const done = changed(shown()), from = performance.now(), button = place.querySelector(`[data-action=${action}]`);
    button.focus({ preventScroll: true });
    button.click();
    return (await done) - from;
  };
  const choose = (step) => {
    const options = place.querySelectorAll("fieldset[data-question] input:is([type=radio], [type=checkbox])");
    const field = place.querySelector("fieldset[data-question] input[data-free]");
    if (field && step % 4) {
      field.value = field.type === "date" ? new Date().toISOString().slice(0, 10) : "1070";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else options[(step * 7) % options.length].click();
  };
  for (let step = 0; question.length < steps; step++) {
    if (place.dataset.view !== "question") {
      await tap("restart");
      continue;
    }
    choose(step);
    await painted();
    const took = await tap("next");
    (place.dataset.view === "question" ? question : results).push(took);
  }
  return { question, results };
}"""
"""Answers questions one after the other, other answers each time; what is chosen is painted before the tap, which moves the
focus as a finger does. From the tap to the frame with another question: once the next message is handled, it is painted."""


def taps(browser: Browser, address: str) -> dict[str, float]:
    """Milliseconds from the tap to the next question, and to the results. Each tap is taken in several walks, all alike, and
    counts with its median: a question that costs much does so in each walk, what else a machine does only in one."""
    walks = [_walk(browser, address) for _ in range(WALKS)]
    question, results = (
        [statistics.median(tap) for tap in zip(*taken, strict=True)] for taken in zip(*walks, strict=True)
    )
    return {
        "tap": statistics.median(question),
        "tap-slow": statistics.quantiles(question, n=20)[-1],
        "tap-results": statistics.median(results),
    }


def _walk(browser: Browser, address: str) -> tuple[list[float], list[float]]:
    """One walk on a slow processor: each tap to a question, and each to results."""
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(f"{address}/orientation/")
    until(page, "!document.querySelector('[data-action=next]').disabled")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    found = page.evaluate(WALK, STEPS)
    page.context.close()
    return found["question"], found["results"]


def shift(browser: Browser, address: str) -> float:
    """How far the page moves that moves most, in French and Arabic: 0 for none, as browsers count it."""
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(WATCH_SHIFTS)
    moved = []
    for path in (f"{root}{path}" for root in ("", "/ar") for path in STANDING):
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        moved.append(page.evaluate("window.shift"))
        page.close()
    context.close()
    return max(moved)


def main() -> None:
    """Print how soon, and whether anything moves."""
    with served.site() as (_, address), served.browser() as browser:
        found = {"shift": shift(browser, address)} | taps(browser, address)
        print(budgets.lines(f"{STEPS} taps, median of {WALKS} walks, processor {SLOWER} × slower", found), flush=True)


if __name__ == "__main__":
    main()
