"""Whether everything that one entry says of another is true: ids, options, places, order.

Knows every entry. Must not judge wording, figures or translations.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from .derived import FUNCTIONS
from .estimate import FIRST_DAY, LINES
from .load import KINDS, Data
from .messages import say
from .model import (
    FRAME,
    NONE,
    RESERVED_KEYS,
    RESERVED_VALUES,
    SLOT,
    SOURCE_LANGUAGE,
    Dated,
    FactId,
    Question,
    Record,
    Reference,
    find,
)
from .model.expressions import All, Any_, Is, Not, leaves
from .problems import Problem, did_you_mean
from .reviews import SIGN_OFF

_TOUCHABLE = ("amounts", "deadlines", "stays", "benefits", "timelines", "letters", "services")


def problems(data: Data) -> Iterator[Problem]:
    """Every reference that leads nowhere, and every entry that contradicts another."""
    yield from _unknown_references(data)
    yield from _sources(data)
    yield from _events(data)
    yield from _tests(data)
    yield from _questions(data)
    yield from _clocks(data)
    yield from _letters(data)
    yield from _model_letters(data)
    yield from _estimate_lines(data)
    yield from _worked_examples(data)
    yield from _renamed(data)
    yield from _advice(data)
    yield from _benefits(data)
    yield from _roles(data)
    yield from _desks(data)
    yield from _cases(data)


def _unknown_references(data: Data) -> Iterator[Problem]:
    pages = data.model.pages.get(SOURCE_LANGUAGE, {})
    for kind, id, entry in data.entries():
        for path, reference in find(entry, Reference):
            if isinstance(reference, FactId):
                known = {name for touchable in _TOUCHABLE for name in getattr(data.model, touchable)}
            else:
                known = pages if reference.kind == "pages" else getattr(data.model, reference.kind)
            if reference not in known:
                recipe = SIGN_OFF if reference.kind == "reviewers" else None
                yield replace(data.problem(kind, id, _unknown(data, reference, known), *path), recipe=recipe)


def _unknown(data: Data, reference: Reference, known: Collection[str]) -> str:
    """That a reference leads nowhere, and the way out."""
    if isinstance(reference, FactId):
        return say("'{id}' is no amount, deadline or right.", id=reference) + did_you_mean(reference, known)
    if reference.kind == "municipalities":
        return _no_town(data, reference)
    what = reference.kind.replace("_", " ")
    text = say("'{id}' is not in {what}.", id=reference, what=what)
    if way_out := did_you_mean(reference, known):
        return text + way_out
    if reference.kind not in KINDS:
        return text
    return text + " " + say("Add it to {place}, or use one that stands there.", place=KINDS[reference.kind].place)


def _no_town(data: Data, name: str) -> str:
    """That a municipality is named by its code, and the code of the one that was meant."""
    codes = {said: code for code, town in data.model.municipalities.items() for said in town.names.values()}
    near = get_close_matches(name.title(), codes, n=1)
    meant = near[0] if near else "Forest"
    return say(
        "'{name}' is no NIS code: write it in quotes, such as \"{code}\" for {town}.",
        name=name,
        code=codes[meant],
        town=meant,
    )


def _sources(data: Data) -> Iterator[Problem]:
    """A page is a source once."""
    first: dict[str, str] = {}
    for id, source in data.model.sources.items():
        if source.url and (known := first.setdefault(source.url, id)) != id:
            text = say("'{other}' is the same page: keep one of the two.", other=known)
            yield data.problem("sources", id, text, "url")


def _events(data: Data) -> Iterator[Problem]:
    """An event is resolved once the facts that it touches were compared again."""
    for id, event in data.model.events.items():
        for fact in event.touches if event.resolved else ():
            entries = (getattr(data.model, kind).get(fact) for kind in _TOUCHABLE)
            entry = next((entry for entry in entries if isinstance(entry, Dated)), None)
            if entry and entry.compared < event.resolved:
                text = say(
                    "'{fact}' was compared on {day}, before that day: compare it with its source and raise its 'compared'.",
                    fact=fact,
                    day=entry.compared,
                )
                yield data.problem("events", id, text, "resolved")


def _tests(data: Data) -> Iterator[Problem]:
    """Every comparison names a question that exists, and answers that it has."""
    questions = data.model.questions
    for kind, id, entry in data.entries():
        if not isinstance(entry, Record):
            continue
        for path, test in find(entry, Is | Not | All | Any_):
            for leaf in leaves(test):
                question = questions.get(leaf.question)
                if question is None:
                    text = say("'{name}' is not a question, nor all, any, not.", name=leaf.question)
                    text += did_you_mean(leaf.question, questions)
                    yield data.problem(kind, id, text, *path, *leaf.at)
                    continue
                for option in leaf.options:
                    if option not in question.values():
                        yield data.problem(kind, id, _no_answer(option, question), *path, *leaf.at)


def _no_answer(value: object, question: Question) -> str:
    sentence = say("'{answer}' is not an answer to '{question}'.", answer=value, question=question.id)
    return sentence + did_you_mean(value, question.values())


def _questions(data: Data) -> Iterator[Problem]:
    order = list(data.model.questions)
    for id, question in data.model.questions.items():
        earlier = set(order[: order.index(id)])
        for leaf in leaves(question.when):
            if leaf.question in order and leaf.question not in earlier:
                text = say(
                    "'when' names '{question}', which is asked later. Move one of the two questions.",
                    question=leaf.question,
                )
                yield data.problem("questions", id, text, "when", *leaf.at)
        for used in question.uses:
            if used in order and used not in earlier:
                text = say("'{question}' comes later: a derived answer follows what it uses.", question=used)
                yield data.problem("questions", id, text, "uses")
        for text in _form(question):
            yield data.problem("questions", id, text)


def _form(question: Question) -> Iterator[str]:
    ids = [option.id for option in question.options]
    for id in (question.id, *ids):
        if id in (*RESERVED_VALUES, *RESERVED_KEYS):
            yield say("'{id}' is reserved: a shared link uses it. Choose another id.", id=id)
    for id in {id for id in ids if ids.count(id) > 1}:
        yield say("the option '{id}' stands there twice. Keep one.", id=id)
    if question.kind in ("choice", "many", "derived") and not question.options:
        yield say("a question of kind '{kind}' needs options.", kind=question.kind)
    if question.kind in ("choice", "many") and question.unknown is None:
        yield say("who does not know finds no answer: add 'unknown', such as « Je ne sais pas ».")
    if question.none and question.kind != "many":
        yield say("'{word}' belongs to questions of kind 'many' only.", word=NONE)
    if (question.kind == "derived") != (question.derived is not None):
        yield say("'derived' names the function of a question of kind 'derived', and only of that.")
    if question.derived and question.derived not in FUNCTIONS:
        sentence = say("there is no function '{name}' in derived.py.", name=question.derived)
        yield sentence + did_you_mean(question.derived, FUNCTIONS)


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


def _renamed(data: Data) -> Iterator[Problem]:
    """What was renamed is gone under its old name, and leads to an answer that a reader can give today."""
    questions = {id: question for id, question in data.model.questions.items() if question.kind != "derived"}
    for id, answers in data.model.renamed.items():
        for answer, became in answers.items():
            if id in questions and answer in questions[id].values():
                text = say(
                    "'{answer}' is an answer to '{question}' today: nothing was renamed. Leave out this line.",
                    answer=answer,
                    question=id,
                )
                yield data.problem("renamed", id, text, answer)
            for question, value in became.items():
                if question in data.model.questions and question not in questions:
                    text = say(
                        "'{question}' is computed: no link holds it. Name the question it comes from.",
                        question=question,
                    )
                    yield data.problem("renamed", id, text, answer, question)
                elif question in questions and value not in questions[question].values():
                    yield data.problem("renamed", id, _no_answer(value, questions[question]), answer, question)


def _advice(data: Data) -> Iterator[Problem]:
    fallbacks = [id for id, advice in data.model.advice.items() if advice.fallback]
    for id, advice in data.model.advice.items():
        if advice.when is None and not advice.fallback:
            text = say("this advice would apply to everyone: give it a 'when', or 'fallback: true'.")
            yield data.problem("advice", id, text)
        if not advice.roles:
            text = say("this advice sends nobody anywhere: name at least one role and why.")
            yield data.problem("advice", id, text, "roles")
        if advice.visit and advice.visit not in advice.roles:
            text = say("'{role}' is not in 'roles': nobody is sent there.", role=advice.visit)
            yield data.problem("advice", id, text, "visit")
        for role in advice.asked:
            if role not in advice.roles:
                text = say("'{role}' is not in 'roles': nobody is sent there.", role=role)
                yield data.problem("advice", id, text, "asked", role)
        if advice.urgency == "deadline" and advice.deadline is None:
            yield data.problem("advice", id, say("urgency 'deadline' needs the field 'deadline'."), "urgency")
        if advice.counted_from and advice.deadline is None:
            yield data.problem("advice", id, say("'counted_from' needs the field 'deadline'."), "counted_from")
    for id in fallbacks[1:]:
        text = say("'{other}' is the fallback already: there is only one.", other=fallbacks[0])
        yield data.problem("advice", id, text, "fallback")


def _benefits(data: Data) -> Iterator[Problem]:
    for id, benefit in data.model.benefits.items():
        ids = [condition.id for condition in benefit.conditions]
        for double in {name for name in ids if ids.count(name) > 1}:
            text = say("the condition '{id}' stands there twice.", id=double)
            yield data.problem("benefits", id, text, "conditions")
        if any(condition.test for condition in benefit.conditions) and not benefit.instead:
            text = say("a condition can turn out not to be met: say in 'instead' what to do then. Never a bare no.")
            yield data.problem("benefits", id, text)


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


def _cases(data: Data) -> Iterator[Problem]:
    """Every answer of a case is one that the question can have."""
    for id, case in data.model.cases.items():
        for name, answer in case.answers.items():
            question = data.model.questions.get(name)
            if question is None:
                continue
            if question.kind == "derived":
                text = say("'{question}' is computed: give the answers it comes from.", question=name)
                yield data.problem("cases", id, text, "answers", name)
            for value in answer if isinstance(answer, list) else [answer]:
                if not _possible(data, question, value):
                    yield data.problem("cases", id, _no_answer(value, question), "answers", name)


def _possible(data: Data, question: Question, value: object) -> bool:
    if value in question.values():
        return True
    match question.kind:
        case "date":
            return isinstance(value, date)
        case "postal-code":
            return isinstance(value, str) and value.isdigit() and len(value) == 4
        case "municipality":
            return value in data.model.municipalities
    return False
