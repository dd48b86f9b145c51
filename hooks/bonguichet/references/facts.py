"""Whether clocks, letters, events, the estimate and desks hang together.

Knows these entries. Must not know the questions, but those that letters lead into.
"""

from collections.abc import Iterator

from ..estimate import FIRST_DAY, LINES
from ..load import Data
from ..messages import say
from ..model import FRAME, SLOT, Dated, FactId
from ..problems import Problem, did_you_mean


def problems(data: Data) -> Iterator[Problem]:
    """Every other entry that contradicts another."""
    yield from _events(data)
    yield from _clocks(data)
    yield from _letters(data)
    yield from _model_letters(data)
    yield from _estimate_lines(data)
    yield from _worked_examples(data)
    yield from _roles(data)
    yield from _desks(data)


def _events(data: Data) -> Iterator[Problem]:
    """An event is resolved once the facts that it touches were compared again."""
    for id, event in data.model.events.items():
        for fact in event.touches if event.resolved else ():
            entries = (getattr(data.model, kind).get(fact) for kind in FactId.kinds)
            entry = next((entry for entry in entries if isinstance(entry, Dated)), None)
            if entry and entry.compared < event.resolved:
                text = say(
                    "'{fact}' was compared on {day}, before that day: compare it with its source and raise its 'compared'.",
                    fact=fact,
                    day=entry.compared,
                )
                yield data.problem("events", id, text, "resolved")


def _clocks(data: Data) -> Iterator[Problem]:
    """A clock leans only on clocks that stand before it and that the same things start; each trigger starts one."""
    deadlines = data.model.deadlines
    order = list(deadlines)
    for id, deadline in deadlines.items():
        for field in ("after", "opens_after", "later_after"):
            other = getattr(deadline, field)
            if other not in deadlines:
                continue
            if order.index(other) >= order.index(id):
                text = say("'{other}' stands below: write it above this one.", other=other)
                yield data.problem("deadlines", id, text, field)
            elif not set(deadline.triggers) <= set(deadlines[other].triggers):
                text = say("'{other}' does not have the same triggers: its day would not be known.", other=other)
                yield data.problem("deadlines", id, text, field)
    for id in data.model.triggers:
        if not any(id in deadline.triggers for deadline in deadlines.values()):
            text = say("no deadline has this trigger: remove it, or name it in one.")
            yield data.problem("triggers", id, text)


def _letters(data: Data) -> Iterator[Problem]:
    """Every letter is a way into the questions, and a day asked of a letter is asked of letters."""
    questions = data.model.questions
    for id, question in questions.items():
        asked = questions.get(question.letters_of)
        if asked and not any(option.letter for option in asked.options):
            text = say(
                "no option of '{question}' names a letter: give its options 'letter', or leave out 'letters_of'.",
                question=asked.id,
            )
            yield data.problem("questions", id, text, "letters_of")
    named = {option.letter for question in questions.values() for option in question.options}
    for id in data.model.letters:
        if id not in named:
            text = say(
                "no option of a question names the letter '{id}': whoever holds it finds no way in. Add an option.",
                id=id,
            )
            yield data.problem("letters", id, text)


def _model_letters(data: Data) -> Iterator[Problem]:
    """A letter to send names fields that exist and choices that it offers; every field stands in a letter."""
    fields, words = data.model.letter_fields, data.model.interface
    used = {slot for id in FRAME for slot in SLOT.findall(words.get(id, ""))}
    for id, letter in data.model.model_letters.items():
        for path, text in letter.texts():
            for slot in SLOT.findall(text):
                used.add(slot)
                if slot not in fields:
                    said = say("'{id}' is not in {what}.", id=slot, what="letter fields") + did_you_mean(slot, fields)
                    yield data.problem("model_letters", id, said, *path)
        offered = letter.choice.options if letter.choice else {}
        for part in ("paragraphs", "enclose"):
            for index, text in enumerate(getattr(letter, part)):
                for option in text.only:
                    if option not in offered:
                        said = say("'{option}' is no option of this letter's 'choice'.", option=option)
                        said += did_you_mean(option, offered)
                        yield data.problem("model_letters", id, said, part, index, "only")
        if letter.to and letter.to in fields and fields[letter.to].kind != "desk":
            said = say("'{field}' names no desk: 'to' is a field of kind 'desk'.", field=letter.to)
            yield data.problem("model_letters", id, said, "to")
        used |= {*letter.sender, letter.to}
    for id in fields:
        if id not in used:
            said = say("no letter names the field '{field}'. Use it, or remove it.", field=id)
            yield data.problem("letter_fields", id, said)


def _estimate_lines(data: Data) -> Iterator[Problem]:
    """The lines that are described are those that the estimate can show."""
    described = data.model.estimate_lines
    for id in described:
        if id not in LINES:
            text = say("the estimate has no line '{id}': remove it.", id=id) + did_you_mean(id, LINES)
            yield data.problem("estimate_lines", id, text)
    for id in LINES:
        if id not in described:
            last = next(reversed(described))
            text = say("the line '{id}' is missing: describe it below this one.", id=id)
            yield data.problem("estimate_lines", last, text)


def _worked_examples(data: Data) -> Iterator[Problem]:
    """An example decides on a day that the estimate knows, once somebody has asked."""
    for id, example in data.model.worked_examples.items():
        if example.day and example.day < FIRST_DAY:
            text = say("the amounts are known since {day}: write that day or a later one.", day=FIRST_DAY)
            yield data.problem("worked_examples", id, text, "day")
        if example.request and example.request > (example.day or data.model.day):
            text = say("'request' comes after the decision: write an earlier day, or a later 'day'.")
            yield data.problem("worked_examples", id, text, "request")


def _roles(data: Data) -> Iterator[Problem]:
    """Whoever is sent to a role finds it, wherever they sleep."""
    for id, role in data.model.roles.items():
        national = any(id in s.roles and s.serves.country for s in data.model.services.values())
        if role.elsewhere is None and not national:
            text = say(
                "outside the areas of its desks nobody finds '{role}': add 'elsewhere' with an official address.",
                role=id,
            )
            yield data.problem("roles", id, text)


def _desks(data: Data) -> Iterator[Problem]:
    """Ids are unique over desks, roles and advice; one of the desks of a role may bear its name."""
    for id, service in data.model.services.items():
        if id in data.model.roles and id not in service.roles:
            text = say("'{id}' is also a role, which this desk does not have: give the desk an id of its own.", id=id)
            yield data.problem("services", id, text)
    for id in data.model.advice:
        if id in data.model.roles or id in data.model.services:
            text = say("'{id}' is also a role or a desk: short addresses need an id of its own.", id=id)
            yield data.problem("advice", id, text)
