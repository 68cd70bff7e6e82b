"""Checks the parameters of a call against the Bot API's specification, strictly, and converts them.

Telegram ignores what it does not know; this server refuses it, so that a typing error cannot hide.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.refusals import ContractError, Json, broken_contract
from bot.sandbox.telegram.spec import Field, Spec, Type

# Telegram's own words for parameters that are missing; the rest is `parameter "x" is required`.
MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "user_id": "invalid user_id specified",
    "file_id": "invalid file_id",
    "action": "wrong parameter action in request",
}
THINGS = {
    "InlineKeyboardButton": "inline keyboard button",
    "InlineKeyboardMarkup": "inline keyboard",
    "KeyboardButton": "keyboard button",
    "ReplyKeyboardMarkup": "reply keyboard markup",
    "ReplyParameters": "reply parameters",
}
TRUE, FALSE = {"true", "yes", "1"}, {"false", "no", "0", ""}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime_type: str
    data: bytes = field(repr=False)

    @property
    def summary(self) -> Json:
        digest = hashlib.sha256(self.data).hexdigest()
        return {"file": self.name, "mime_type": self.mime_type, "size": len(self.data), "sha256": digest}


def check(spec: Spec, method: str, raw: Mapping[str, object], uploads: Mapping[str, Upload]) -> Json:
    """The call's parameters with the types of the specification; files are `Upload`s, also behind attach://.

    Raises:
        ContractError: unknown, missing or wrongly typed, at the top or inside an object.
    """
    checker = _Checker(spec, uploads)
    fields = spec.methods[method]
    values = {**raw, **{name: upload for name, upload in uploads.items() if name in fields}}
    params = checker.parameters(fields, values)
    if left := uploads.keys() - checker.used:
        raise broken_contract(f'uploaded file "{min(left)}" belongs to no parameter of {method}')
    return params


class _Checker:
    def __init__(self, spec: Spec, uploads: Mapping[str, Upload]) -> None:
        self.spec = spec
        self.uploads = uploads
        self.used: set[str] = set()

    def parameters(self, fields: Mapping[str, Field], values: Mapping[str, object]) -> Json:
        if unknown := values.keys() - fields.keys():
            raise broken_contract(f'unexpected parameter "{min(unknown)}"')
        for name, field_ in fields.items():
            if field_.required and values.get(name) is None:
                raise broken_contract(MISSING.get(name, f'parameter "{name}" is required'))
        return {
            name: self.convert(self._decoded(name, value, fields[name].type), fields[name].type, name)
            for name, value in values.items()
            if value is not None
        }

    def _decoded(self, name: str, value: object, type_: Type) -> object:
        """Complex values of a form, and optionally of a JSON body, are JSON inside a string."""
        if not isinstance(value, str) or not self._is_complex(type_):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise broken_contract(f"can't parse {name} JSON object") from None

    def _is_complex(self, type_: Type) -> bool:
        if isinstance(type_, str):
            return type_ in self.spec.types
        return isinstance(type_, list) and (type_[0] == "[]" or all(map(self._is_complex, type_)))

    def convert(self, value: object, type_: Type, name: str) -> Any:
        if isinstance(type_, dict):
            if value not in type_["enum"]:
                raise broken_contract(f'wrong value of field "{name}": one of {type_["enum"]} expected')
            return value
        if isinstance(type_, list):
            return self._array(value, type_[1], name) if type_[0] == "[]" else self._union(value, type_, name)
        if type_ in self.spec.types:
            return self._object(value, type_, name)
        simple = {"int": _int, "str": _str, "bool": _bool, "float": _float, "file": self._file}.get(type_)
        return simple(value, name) if simple else value

    def _array(self, value: object, item: Type, name: str) -> list[Any]:
        if not isinstance(value, list):
            raise broken_contract(f'field "{name}" must be of type Array')
        return [self.convert(each, item, name) for each in value]

    def _object(self, value: object, type_: str, name: str) -> Json:
        thing = THINGS.get(type_, "InputMedia" if type_.startswith("InputMedia") else type_)
        if not isinstance(value, dict):
            raise broken_contract(f"can't parse {thing}: object expected as {name}")
        fields = self.spec.types[type_]
        if unknown := value.keys() - fields.keys():
            raise broken_contract(f'can\'t parse {thing}: unexpected field "{min(unknown)}"')
        for key, field_ in fields.items():
            if field_.required and value.get(key) is None:
                raise broken_contract(f"can't parse {thing}: can't find field \"{key}\"")
        return {
            key: self.convert(each, fields[key].type, key) for key, each in value.items() if each is not None
        }

    def _union(self, value: object, types: list[Any], name: str) -> Any:
        if isinstance(value, dict):
            types = self._candidates(value, types)
        first: ContractError | None = None
        for type_ in types:
            try:
                return self.convert(value, type_, name)
            except ContractError as error:
                first = first or error
        raise first or broken_contract(f'field "{name}" has a wrong type')

    def _candidates(self, value: Json, types: list[Any]) -> list[Any]:
        """The members of a union in the order of likeness: by their fixed fields, then by shared names."""

        def distance(type_: Any) -> tuple[bool, int]:
            fields = self.spec.types.get(type_, {}) if isinstance(type_, str) else {}
            fixed = {key: each.const for key, each in fields.items() if each.const is not None}
            return any(value.get(key) != const for key, const in fixed.items()), -len(
                fields.keys() & value.keys()
            )

        ranked = sorted(types, key=distance)
        exact = [type_ for type_ in ranked if not distance(type_)[0]]
        return exact or ranked

    def _file(self, value: object, name: str) -> Upload:
        if isinstance(value, Upload):
            self.used.add(name)
            return value
        key = value.removeprefix("attach://") if isinstance(value, str) else ""
        if isinstance(value, str) and value.startswith("attach://") and key in self.uploads:
            self.used.add(key)
            return self.uploads[key]
        raise broken_contract(f'field "{name}" must be an uploaded file')


def _int(value: object, name: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return int(value) if isinstance(value, str) and value.strip() == value else int("")
    except ValueError:
        raise broken_contract(f'field "{name}" must be of type Integer') from None


def _float(value: object, name: str) -> float:
    try:
        return (
            float(value)
            if isinstance(value, int | float | str) and not isinstance(value, bool)
            else float("")
        )
    except ValueError:
        raise broken_contract(f'field "{name}" must be of type Number') from None


def _str(value: object, name: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise broken_contract(f'field "{name}" must be of type String')


def _bool(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return value
    word = str(value).lower() if isinstance(value, str | int) else "?"
    if word not in TRUE | FALSE:
        raise broken_contract(f'field "{name}" must be of type Boolean')
    return word in TRUE
