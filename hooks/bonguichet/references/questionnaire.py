"""Whether the questionnaire hangs together: tests, questions, advice, rights, cases and former answers.

Knows its entries. Must not judge them (`paths`), nor their words.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from ..derived import FUNCTIONS
from ..load import Data
from ..messages import say
from ..model import NONE, RESERVED_KEYS, RESERVED_VALUES, Question, Record, find
from ..model.expressions import All, Any_, Is, Not, leaves
from ..problems import Problem, did_you_mean


def problems(data: Data) -> Iterator[Problem]:
    """Every entry of the questionnaire that contradicts another."""
    yield from _tests(data)
    yield from _questions(data)
    yield from _renamed(data)
    yield from _advice(data)
    yield from _benefits(data)
    yield from _cases(data)


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
                known = {*question.values(), *_in_sets(question)}
                for option in leaf.options:
                    if option not in known:
                        text = _no_answer(option, question, [named.id for named in question.sets])
                        yield data.problem(kind, id, text, *path, *leaf.at)


def _in_sets(question: Question) -> set[str]:
    """What its sets hold: a mistake among them is said there, not at every condition that names the set."""
    return {answer for named in question.sets for answer in named.answers}


def _no_answer(value: object, question: Question, sets: Iterable[str] = ()) -> str:
    sentence = say("'{answer}' is not an answer to '{question}'.", answer=value, question=question.id)
    return sentence + did_you_mean(value, (*question.values(), *sets))


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
        for at, text in _sets(question):
            yield data.problem("questions", id, text, "sets", at)


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


def _sets(question: Question) -> Iterator[tuple[int, str]]:
    taken = set(question.values())
    for at, named in enumerate(question.sets):
        if named.id in taken:
            yield at, say("'{name}' is an answer or a set already: give this set another name.", name=named.id)
        taken.add(named.id)
        for answer in named.answers:
            if answer not in question.values():
                yield at, _no_answer(answer, question)


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
