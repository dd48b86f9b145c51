"""The model several times over, each copy under other ids: what the questionnaire could grow to."""

from typing import Any

from bonguichet.model import Model
from bonguichet.model.expressions import All, Any_, Is, Not

COPIED = ("questions", "advice", "warnings", "benefits", "not_covered", "contradictions")
REFERRING = ("uses", "letters_of", "warnings", "one", "other")
"""Fields that name questions, advice or warnings."""


def copies(model: Model, count: int) -> Model:
    """The model with `count` copies of every question and every rule, one after the other, each on its own."""
    names = {id for kind in COPIED for id in getattr(model, kind)}

    def copied(value: Any, field: str, suffix: str) -> Any:
        match value:
            case Is(question, options):
                return Is(question + suffix, options)
            case Not(inner):
                return Not(copied(inner, field, suffix))
            case All(tests) | Any_(tests):
                return type(value)(tuple(copied(part, field, suffix) for part in tests))
            case str() if value in names and field in REFERRING:
                return value + suffix
            case tuple() if field in (*REFERRING, "conditions", "instead"):
                return tuple(copied(part, field, suffix) for part in value)
        return _entry(value, suffix) if hasattr(type(value), "model_fields") else value

    def _entry(entry: Any, suffix: str) -> Any:
        fields = {field: copied(getattr(entry, field), field, suffix) for field in type(entry).model_fields}
        if "id" in fields and entry.id in model.questions and hasattr(entry, "kind"):
            fields["id"] = entry.id + suffix
        return type(entry).model_construct(**fields)

    def times(entries: dict[str, Any]) -> dict[str, Any]:
        return {f"{id}-{n}": _entry(entry, f"-{n}") for n in range(count) for id, entry in entries.items()}

    return model.model_copy(update={kind: times(getattr(model, kind)) for kind in COPIED} | {"cases": {}})
