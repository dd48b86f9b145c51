"""The codes that the browser draws are those that segno draws: same version, level and mask, module by module."""

import pytest
import segno
from bonguichet import qr
from bonguichet.pagefiles import url_of

from tests.codes import dark, shown

LINK = "https://bon-guichet.example/nl/orientation/#"
ANSWERS = "situation=left-home,debts&postal-code=1070&age=18-24&residence=belgian&cpas-decision-date=2026-11-03&"
TEXTS = {
    "one letter": "a",
    "a poster": "https://bon-guichet.example/r/cpas-ixelles/",
    "answers": LINK + ANSWERS,
    "not ascii": "Het juiste loket · الشباك الصحيح · Straße 🙂",
    "digits only": "0123456789" * 3,
    "600 bytes": (LINK + ANSWERS * 9)[:600],
    "601 bytes": (LINK + ANSWERS * 9)[:601],
    "a link of 1500 characters": (LINK + ANSWERS * 15)[:1500],
    "the longest": "x" * 2953,
}


@pytest.fixture
def standard(monkeypatch):
    """segno fills with one byte of zeros more where nothing is missing to a whole byte; the standard, and we, do not."""
    monkeypatch.setattr(
        segno.encoder, "write_padding_bits", lambda bits, version, length: bits.extend([0] * (-length % 8))
    )


def expected(text: str) -> list[list[bool]]:
    data = text.encode()
    level = "l" if len(data) > 600 else "m"
    code = segno.make_qr(data, error=level, boost_error=False, mode="byte", encoding="utf-8")
    return [[bool(module) for module in row] for row in code.matrix]


def drawn(engine, *texts: str) -> list[list[list[bool]]]:
    return engine.run("(texts, { qr }) => texts.map(qr.matrix)", list(texts))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_code_is_the_one_that_segno_draws(engine, standard, text):
    assert drawn(engine, text) == [expected(text)]


def fullest(version: int) -> int:
    """How many bytes a version holds, at the level at which it is drawn."""
    medium, low = (
        (segno.consts.SYMBOL_CAPACITY[version][level] - (12 if version < 10 else 20)) // 8
        for level in (segno.consts.ERROR_LEVEL_M, segno.consts.ERROR_LEVEL_L)
    )
    return medium if medium <= 600 else low


def test_every_version_is_the_one_that_segno_draws(engine, standard):
    texts = [("p4%=&+,é" * 400).encode()[: fullest(version)].decode(errors="replace") for version in range(1, 41)]
    texts = [text.replace("\ufffd", "x") for text in texts]
    codes = [expected(text) for text in texts]
    assert [(len(code) - 17) // 4 for code in codes] == list(range(1, 41))
    assert drawn(engine, *texts) == codes


def test_a_text_that_no_code_holds_is_refused(engine):
    said = engine.run("(text, { qr }) => { try { qr.matrix(text); } catch (error) { return error.name; } }", "x" * 2954)
    assert said == "RangeError"


@pytest.mark.parametrize("text", ["a", TEXTS["answers"]])
def test_the_picture_of_the_browser_shows_the_code_within_its_quiet_zone(engine, text):
    svg = engine.run("(text, { qr }) => qr.svg(text)", text)
    [matrix] = drawn(engine, text)
    assert shown(svg) == dark(matrix)
    assert f'viewBox="0 0 {len(matrix) + 8} {len(matrix) + 8}"' in svg


def test_the_picture_of_the_build_shows_the_code_within_its_quiet_zone():
    svg, code = qr.svg(TEXTS["a poster"]), segno.make_qr(TEXTS["a poster"], error="m", mask=qr.MASK)
    assert shown(svg) == dark(code.matrix)
    size = code.symbol_size(border=4)[0]
    assert f'viewBox="0 0 {size} {size}"' in svg
    assert 'fill="#fff"' in svg
    assert "width" not in svg


def penalty(code: segno.QRCode) -> int:
    """How hard a code is to read, as the standard counts it (7.8.3)."""
    matrix = [bytearray(row) for row in code.matrix]
    return sum(segno.encoder.mask_scores(matrix, len(matrix), len(matrix)))


def test_codes_of_our_addresses_are_about_as_easy_to_read_as_the_best_of_all_masks(model):
    addresses = [f"https://bon-guichet.example/{url_of(path)}" for path in model.pages["fr"]]
    ours, best = (
        [penalty(segno.make_qr(address, error="m", mask=mask)) for address in addresses] for mask in (qr.MASK, None)
    )
    assert sum(ours) < 1.05 * sum(best)
    assert max(ours) < 1.2 * max(best)
