"""Where an amount is shown, read from the calls of pages and texts."""

from bonguichet import shown


def test_an_amount_is_shown_on_the_pages_that_call_it_and_on_no_other(model):
    pages = model.pages["fr"]
    found = shown.pages(model)["ris-single"]
    assert found == tuple(path for path, page in pages.items() if shown.calls(page.body, "ris-single"))
    assert "revenus/ris.md" in found and "glossaire.md" not in found


def test_an_id_is_named_whole():
    text = '{{ amount("ris-single-year") }} and {{ amount_history("ris-family", \'ris-single\') }}'
    assert shown.calls(text, "ris-single-year") and shown.calls(text, "ris-single")
    assert not shown.calls('{{ amount("ris-single-year") }}', "ris-single")


def test_an_amount_of_another_day_needs_no_value_today(model):
    page = model.pages["fr"]["revenus/ris.md"]
    body = '{{ amount("grapa-age", day="2030-02-01") }} {{ amount("ris-single", "short") }}'
    alone = {"revenus/ris.md": page.model_copy(update={"body": body})}
    bare = model.model_copy(update={"pages": {"fr": alone}, "timelines": {}, "benefits": {}, "interface": {}})
    found = set(shown.amounts_in_force(bare))
    assert "ris-single" in found
    assert set(shown.amounts_in_force(model)) >= {"ris-single", "grapa-age"}
    assert "grapa-age" not in set(
        shown.amounts_in_force(bare.model_copy(update={"advice": {}, "questions": {}, "warnings": {}}))
    )
