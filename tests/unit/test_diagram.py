"""The picture of the questions: every box in its place, every line between two boxes."""

import itertools

import pytest
from bonguichet.macros import diagram
from bonguichet.macros.diagram import GAP, RIGHT, WIDTH, draw

LANGUAGES = ("fr", "nl", "en")


@pytest.fixture(params=LANGUAGES)
def picture(request, model):
    names = {id: model.text(question.name, request.param) for id, question in model.questions.items()}
    return draw(model.questions, names, "Results")


def asked(model):
    return [id for id, question in model.questions.items() if question.kind != "derived"]


def test_every_question_that_is_asked_has_its_box_in_order_and_then_comes_the_end(picture, model):
    assert [box.id for box in picture.boxes] == [*asked(model), ""]
    assert [box.number for box in picture.boxes] == [*range(1, len(asked(model)) + 1), None]


def test_boxes_stand_below_each_other_and_never_overlap(picture):
    for above, below in itertools.pairwise(picture.boxes):
        assert below.top - above.bottom == GAP


def test_every_step_joins_a_box_to_the_next(picture):
    assert len(picture.steps) == len(picture.boxes) - 1
    for step, (above, below) in zip(picture.steps, itertools.pairwise(picture.boxes), strict=True):
        assert (step.start, step.end) == (above.bottom, below.top)
        assert max(above.left, below.left) < step.x < RIGHT


def test_every_curve_starts_and_ends_at_the_side_of_its_boxes(picture):
    boxes = {box.id: box for box in picture.boxes}
    for curve in picture.curves:
        assert boxes[curve.source].top < curve.start < boxes[curve.source].bottom
        assert boxes[curve.target].top < curve.end < boxes[curve.target].bottom
        assert curve.path.startswith(f"M{RIGHT} {curve.start:g}C")
        assert curve.path.endswith(f" {RIGHT} {curve.end:g}")


def test_everything_stays_on_the_sheet(picture):
    assert all(box.left > 0 and box.bottom < picture.height for box in picture.boxes)
    for curve in picture.curves:
        assert RIGHT + 0.75 * (curve.bend - RIGHT) < WIDTH, "a curve reaches three quarters of its bend"


def test_names_are_whole_and_their_lines_fit_the_box(picture, model):
    for box in picture.boxes:
        assert all(len(line) * diagram.LETTER <= box.width - diagram.TEXT for line in box.lines)
        assert all(box.top < y < box.bottom for y, _ in box.baselines())
    assert {line for box in picture.boxes for line in box.lines} >= {"Results"}


def test_a_question_asked_of_everybody_stands_on_the_spine_and_has_no_curve(picture, model):
    for box in picture.boxes[:-1]:
        assert box.always == (model.questions[box.id].when is None)
        assert box.always == (box.left == picture.boxes[-1].left)
        assert box.always == (box.id not in {curve.target for curve in picture.curves})


def test_who_decides_is_found_through_what_is_derived(model):
    deciders = {id: diagram.deciders(model.questions[id], model.questions) for id in asked(model)}
    assert deciders["age"] == ("postal-code",), "asked in Belgium, and the country comes from the postal code"
    assert set(deciders["minor-situation"]) == {"age", "situation"}
    assert not any(model.questions[source].kind == "derived" for sources in deciders.values() for source in sources)


def test_a_long_word_is_broken_rather_than_written_over_the_side(model):
    names = dict.fromkeys(model.questions, "Werkloosheidsuitkeringsaanvraagformulier")
    assert all(len(box.lines) > 1 for box in draw(model.questions, names, "x").boxes[:-1])
