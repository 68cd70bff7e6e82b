"""The Bot API 10.3 as data: methods with their parameters, types with their fields."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

# "int", "Message", ["[]", type], a union ["int", "str"], or {"enum": [...]}
Type = str | list[Any] | dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a method or a field of a type."""

    type: Type
    required: bool
    const: object = None


@dataclass(frozen=True, slots=True)
class Spec:
    """All methods and types of one version of the Bot API."""

    methods: dict[str, dict[str, Field]]
    types: dict[str, dict[str, Field]]
    names: dict[str, str]  # lower case -> the method's name: Telegram ignores the case

    @property
    def update_kinds(self) -> frozenset[str]:
        return frozenset(self.types["Update"]) - {"update_id"}


def _fields(raw: dict[str, Any]) -> dict[str, Field]:
    # A field with one fixed value (the "type" of a union's member) has a default in aiogram, not at Telegram.
    return {
        name: Field(field["type"], field["required"] or "const" in field, field.get("const"))
        for name, field in raw.items()
    }


@cache
def load_spec() -> Spec:
    """The specification from botapi-10.3.json (see NOTICE), read once."""
    raw = json.loads(files(__package__).joinpath("botapi-10.3.json").read_text(encoding="utf-8"))
    methods = {name: _fields(method["params"]) for name, method in raw["methods"].items()}
    types = {name: _fields(each["fields"]) for name, each in raw["types"].items()}
    return Spec(methods, types, {name.lower(): name for name in methods})
