"""The translation files stay complete and quiet: bringing them up to date twice changes nothing."""

from babel.messages.pofile import read_po


def po(project, language):
    return project.root / f"content/translations/{language}.po"


def test_bringing_files_up_to_date_that_are_changes_no_byte(project):
    before = po(project, "nl").read_bytes()
    assert project.run("bonguichet", "po").returncode == 0
    assert po(project, "nl").read_bytes() == before


def test_a_text_that_changed_a_little_keeps_its_translation_as_a_proposal(project):
    project.change("questionnaire/questions.yml", "ask: Quel âge avez-vous ?", "ask: Quel âge avez-vous donc ?")
    project.run("bonguichet", "po")
    with po(project, "nl").open("rb") as stream:
        entry = read_po(stream, locale="nl").get("Quel âge avez-vous donc ?")
    assert entry.fuzzy, "it waits for a translator"
    assert entry.string, "the older translation stands there to compare with"
    done = project.check()
    assert done.returncode == 0, "readers see the French meanwhile"
    assert "nl.po:" in done.stderr and "warning: the French text has changed" in done.stderr


def test_a_text_without_any_translation_stops_the_check(project):
    project.change("content/translations/nl.po", 'msgid "Menu"\nmsgstr "', 'msgid "Menu"\nmsgstr ""\n# "')
    done = project.check()
    assert done.returncode == 1
    assert "no nl translation of 'Menu'" in done.stderr


def test_a_text_that_is_gone_leaves_the_files(project):
    project.change("questionnaire/questions.yml", "  hint: Cochez tout ce qui vous concerne.\n", "")
    project.run("bonguichet", "po")
    assert "Cochez tout ce qui vous concerne." not in po(project, "en").read_text(encoding="utf-8")


def test_in_a_draft_what_is_missing_is_free_and_what_is_false_is_not(project):
    assert project.run("bonguichet", "language", "uk").returncode == 0
    assert project.check().returncode == 0
    path = po(project, "uk")
    text = path.read_text(encoding="utf-8")
    old = 'msgid "{value} par mois"\nmsgstr ""'
    assert old in text
    path.write_text(text.replace(old, 'msgid "{value} par mois"\nmsgstr "на місяць"'), encoding="utf-8")
    done = project.check()
    assert done.returncode == 1
    assert "uk.po:" in done.stderr and "lost {value}: put it back." in done.stderr


def test_the_older_text_stands_above_its_translation_until_that_is_corrected(project):
    older = "Quel âge avez-vous ?"
    project.change("questionnaire/questions.yml", f"ask: {older}", "ask: Quel âge avez-vous donc ?")
    for _ in range(2):
        project.run("bonguichet", "po")
        assert f'#| msgid "{older}"\nmsgid "Quel âge avez-vous donc ?"' in po(project, "nl").read_text(encoding="utf-8")
    text = po(project, "nl").read_text(encoding="utf-8")
    po(project, "nl").write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    project.run("bonguichet", "po")
    assert "#|" not in po(project, "nl").read_text(encoding="utf-8")
