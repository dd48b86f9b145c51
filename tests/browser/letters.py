"""How the tests find their way in a letter to send."""

REQUEST, SILENCE, COURT = "request-help", "reminder-silence", "labour-court-application"


def opened(reader, id, prefix=""):
    """The letter, opened by its address."""
    reader.open(f"{prefix}/lettres/#send-{id}")
    letter = reader.page.locator(f"#send-{id}")
    letter.locator("form").wait_for()
    return letter


def field(letter, label):
    """A control of the letter's form, by its label."""
    return letter.locator("form").get_by_label(label)


def sheet(letter, language="fr"):
    """The letter itself, as it is sent in a language."""
    return letter.locator(f"[data-version={language}] article")
