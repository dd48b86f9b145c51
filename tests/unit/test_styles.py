"""Which style sheets a page wears."""

from bonguichet import styles


def sheets(folder, **files):
    for name, css in files.items():
        (folder / f"{name}.css").write_text(css)
    return styles.load(folder)


def test_a_sheet_that_names_no_component_dresses_every_page(tmp_path):
    assert styles.worn(sheets(tmp_path, base="p { margin: 0; }"), ()) == "p{margin:0}"


def test_a_sheet_dresses_only_pages_that_show_one_of_its_components(tmp_path):
    found = sheets(tmp_path, chart="/* for: chart, map */\nsvg { width: 100%; }")
    assert styles.worn(found, {"map"}) == "svg{width:100%}"
    assert styles.worn(found, {"estimate"}) == ""


def test_sheets_follow_each_other_in_the_order_of_their_names(tmp_path):
    found = sheets(tmp_path, b="p{color:red}", a="p{color:blue}")
    assert styles.worn(found, ()) == "p{color:blue}p{color:red}"


def test_what_is_fetched_later_comes_with_its_own_style_alone(tmp_path):
    found = sheets(tmp_path, base="p { margin: 0; }", later="/* for: later */\nb { color: red; }")
    assert styles.alone(found, "later") == "b{color:red}"


def test_a_dark_sheet_holds_on_a_dark_device_unless_light_was_chosen_and_where_dark_was(tmp_path):
    found = sheets(tmp_path, night="/* dark */\n:root { --ink: #fff; }")
    device = "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--ink:#fff}}"
    assert styles.worn(found, ()) == f"{device}:root[data-theme=dark]{{--ink:#fff}}"
