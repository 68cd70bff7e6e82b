"""The models on offer: those that Darkroom knows, as the operator picked, changed or added them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from importlib import resources
from typing import Any

from bot.domain.errors import StartupFault
from bot.domain.model import Catalogue, Model
from bot.gateway.dialects import DIALECTS

LINKS_NEEDED = "takes pictures by public link only; set web.public_url, or links.bucket"
"""Why a model is not on offer."""

_KEYS = tuple(field.name for field in fields(Model))
_NUMBERS = {"price": 1, "min_pictures": 0, "max_pictures": 0, "max_count": 1, "max_side": 64}
_LISTS = frozenset({"gateways", "sizes", "qualities", "styles", "ratios"})
_BY_GATEWAY = frozenset({"names", "dialects"})
_TEXTS = frozenset({"id", "title", "dialect"})


def known() -> tuple[Model, ...]:
    """The built-in models, in the order of models.toml."""
    text = resources.files("bot.gateway").joinpath("models.toml").read_text(encoding="utf-8")
    return tuple(_model(table, {}) for table in tomllib.loads(text)["models"])


def catalogue(
    entries: Sequence[str | Mapping[str, object]] = (), default: str | None = None, *, links: bool = True
) -> Catalogue:
    """The models that the settings name, in their order; all built-in ones where they name none.

    A name picks a built-in model, and so does a table with its `id`, whose other keys change it. Any other
    name or table is a new model over the defaults of `Model`: chat, one picture, one credit. Without public
    `links` to pictures, models that take nothing else are not on offer.

    Raises:
        StartupFault: an unknown key, dialect or default, a wrong value, an id that comes twice, nothing left.
    """
    builtin = {model.id: model for model in known()}
    models = tuple(_model(_table(entry), builtin) for entry in entries) or tuple(builtin.values())
    ids = [model.id for model in models]
    for each in ids:
        if ids.count(each) > 1:
            raise StartupFault(f"models: {each!r} is there twice.")
    if default is not None and default not in ids:
        raise StartupFault(f"default_model: there is no model {default!r}{_nearest(default, ids)}")
    offered = tuple(model for model in models if links or not DIALECTS[model.dialect].needs_links)
    without = tuple(model for model in models if model not in offered)
    if default in {model.id for model in without}:
        raise StartupFault(f"default_model: {default!r} {LINKS_NEEDED}.")
    if not offered:
        raise StartupFault(f"models: each of them {LINKS_NEEDED}.")
    return Catalogue(models=offered, default=default or offered[0].id, unavailable=without)


def _table(entry: str | Mapping[str, object]) -> Mapping[str, object]:
    return {"id": entry.strip()} if isinstance(entry, str) else entry


def _model(table: Mapping[str, object], builtin: Mapping[str, Model]) -> Model:
    name = table.get("id")
    if not isinstance(name, str) or not name.strip():
        raise StartupFault("models: a model needs an `id`, its name at the gateway.")
    values = {key: _value(name, key, value) for key, value in table.items() if value is not None}
    base = builtin.get(name) or Model(id=name, title=name, price=1, dialect="chat")
    model = replace(base, **values)
    for dialect in (model.dialect, *model.dialects.values()):
        if dialect not in DIALECTS:
            raise StartupFault(f"models: {name}: no dialect {dialect!r}{_nearest(dialect, DIALECTS)}")
    choices = (*model.sizes, *model.qualities)
    for each in model.prices.keys() - set(choices):  # nobody would ever pay that
        near = _nearest(each, choices) if choices else "; it has neither."
        raise StartupFault(f"models: {name}: prices: {each!r} is no size or quality of it{near}")
    if model.min_pictures > model.max_pictures:
        model = replace(model, min_pictures=model.max_pictures)
    return model


def _value(model: str, key: str, value: object) -> Any:
    """The value as `Model` has it."""
    if key not in _KEYS:
        raise StartupFault(f"models: {model}: unknown key {key!r}{_nearest(key, _KEYS)}")
    if key in _LISTS and isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if key in _TEXTS and isinstance(value, str) and value.strip():
        return value.strip()
    if key in _NUMBERS and _is_whole(value, _NUMBERS[key]):
        return value
    if key == "prices" and isinstance(value, Mapping) and all(_is_whole(v, 0) for v in value.values()):
        return dict(value)
    if (key == "stream" and isinstance(value, bool)) or (key == "extra" and isinstance(value, Mapping)):
        return value
    if key in _BY_GATEWAY and isinstance(value, Mapping) and all(isinstance(v, str) for v in value.values()):
        return dict(value)
    raise StartupFault(f"models: {model}: {key} cannot be {value!r}; {_wanted(key)}.")


def _is_whole(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _wanted(key: str) -> str:
    if key in _NUMBERS:
        return f"it is a whole number from {_NUMBERS[key]}"
    if key in _LISTS:
        return 'it is a list of texts, such as ["a", "b"]'
    if key in _BY_GATEWAY:
        return "it is a table of texts by gateway"
    others = {
        "stream": "it is true or false",
        "extra": "it is a table",
        "prices": "it is a table of credits by size or quality, such as { hd = 4 }",
    }
    return others.get(key, "it is a text")


def _nearest(name: str, names: Sequence[str] | Mapping[str, object]) -> str:
    near = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(names)}."
