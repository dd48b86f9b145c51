"""The translation files stay complete and quiet: bringing them up to date twice changes nothing."""

from babel.messages.pofile import read_po
from bonguichet import reminders, translations
from bonguichet.load import load


def po(project, language):
    return project.root / f"content/translations/{language}.po"


def update(project) -> None:
    translations.update(load(project.root), project.root)


def mistakes(project) -> list[str]:
    return [str(problem) for problem in translations.problems(load(project.root), project.root)]


def test_bringing_files_up_to_date_that_are_changes_no_byte(project):
    before = po(project, "nl").read_bytes()
    assert project.run("bonguichet", "po").returncode == 0
    assert po(project, "nl").read_bytes() == before


def test_a_text_that_changed_a_little_keeps_its_translation_as_a_proposal(project):
    project.change("questionnaire/questions.yml", "ask: Quel âge avez-vous ?", "ask: Quel âge avez-vous donc ?")
    update(project)
    with po(project, "nl").open("rb") as stream:
        entry = read_po(stream, locale="nl").get("Quel âge avez-vous donc ?")
    assert entry.fuzzy, "it waits for a translator"
    assert entry.string, "the older translation stands there to compare with"
    assert mistakes(project) == [], "readers see the French meanwhile"
    [warning] = [str(each) for each in reminders.warnings(load(project.root), project.root) if "nl.po" in each.file]
    assert "warning: this translates an older or a like text" in warning


def test_a_text_without_any_translation_is_a_mistake(project):
    project.change("content/translations/nl.po", 'msgid "Menu"\nmsgstr "', 'msgid "Menu"\nmsgstr ""\n# "')
    assert any("no nl translation of 'Menu'" in mistake for mistake in mistakes(project))


def test_a_text_that_is_gone_leaves_the_files(project):
    project.change("questionnaire/questions.yml", ', hint: "Aussi pendant les études."', "")
    update(project)
    assert "Aussi pendant les études." not in po(project, "en").read_text(encoding="utf-8")


def test_in_a_draft_what_is_missing_is_free_and_what_is_false_is_not(project):
    assert project.run("bonguichet", "language", "uk").returncode == 0
    assert mistakes(project) == []
    path = po(project, "uk")
    text = path.read_text(encoding="utf-8")
    old = 'msgid "{value} par mois"\nmsgstr ""'
    assert old in text
    path.write_text(text.replace(old, 'msgid "{value} par mois"\nmsgstr "на місяць"'), encoding="utf-8")
    [mistake] = mistakes(project)
    assert "uk.po:" in mistake and "lost {value}: put it back." in mistake


def test_the_older_text_stands_above_its_translation_until_that_is_corrected(project):
    older = "Quel âge avez-vous ?"
    project.change("questionnaire/questions.yml", f"ask: {older}", "ask: Quel âge avez-vous donc ?")
    for _ in range(2):
        update(project)
        assert f'#| msgid "{older}"\nmsgid "Quel âge avez-vous donc ?"' in po(project, "nl").read_text(encoding="utf-8")
    text = po(project, "nl").read_text(encoding="utf-8")
    po(project, "nl").write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    update(project)
    assert "#|" not in po(project, "nl").read_text(encoding="utf-8")


def test_a_new_text_does_not_take_the_translation_of_a_like_one_that_stays(project):
    new = "Une indexation est attendue. Le montant exact n’est pas encore publié."
    path = project.root / "content/changes.yml"
    entry = "like-example: {kind: technical, since: 2026-11-22, told: 2026-11-22, pages: [index.md]"
    like = "Les personnes qui cherchent de l’aide à Bruxelles, et ceux qui les accompagnent."
    path.write_text(
        f"{path.read_text(encoding='utf-8')}\n{entry}, about: {new!r}, affects: '{like}'}}\n", encoding="utf-8"
    )
    update(project)
    with po(project, "nl").open("rb") as stream:
        entry = read_po(stream).get(like)
    assert (entry.string, entry.fuzzy) == ("", False)


def test_the_texts_that_wait_are_named_with_their_line(project):
    old = "ask: Quel âge avez-vous ?"
    project.change("questionnaire/questions.yml", old, "ask: Quel est l’âge que vous avez ?")
    done = project.run("bonguichet", "po")
    lines = (project.root / "content/translations/nl.po").read_text(encoding="utf-8").splitlines()
    line = lines.index('msgid "Quel est l’âge que vous avez ?"') + 1
    assert f"  content/translations/nl.po:{line}: Quel est l’âge que vous avez ?" in done.stdout.splitlines()


def test_a_changed_text_keeps_in_each_language_the_translation_of_that_language(project):
    def string(language: str, text: str) -> str:
        with po(project, language).open("rb") as stream:
            return read_po(stream).get(text).string

    old, new = "Quel âge avez-vous ?", "Quel âge avez-vous donc ?"
    before = {language: string(language, old) for language in ("nl", "en", "ar", "de")}
    project.change("questionnaire/questions.yml", f"ask: {old}", f"ask: {new}")
    update(project)
    assert {language: string(language, new) for language in before} == before
