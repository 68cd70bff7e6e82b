"""Where settings come from: the environment over a folder of secrets over a TOML file."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from pydantic import BaseModel

from bot.config.nearest import nearest
from bot.config.settings import Settings

PREFIX = "DARKROOM_"
SECRETS_DIR = "DARKROOM_SECRETS_DIR"
DEFAULT_FILE = Path("darkroom.toml")

Tree: TypeAlias = dict[str, object]


def known_paths() -> tuple[str, ...]:
    """Every setting that has a variable of its own, such as `quota.free` or `gateways`."""
    return (*_paths(Settings, ""), "bots")


def section_of(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The table that the field `name` holds, None for a plain value."""
    annotation = model.model_fields[name].annotation
    candidates = (annotation, *getattr(annotation, "__args__", ()))
    if getattr(annotation, "__origin__", None) is tuple:
        return None
    return next((c for c in candidates if isinstance(c, type) and issubclass(c, BaseModel)), None)


def _paths(model: type[BaseModel], above: str) -> Iterator[str]:
    for name in model.model_fields:
        section = section_of(model, name)
        if section is None:
            yield f"{above}{name}"
        else:
            yield from _paths(section, f"{above}{name}.")


def variable(path: str) -> str:
    """The environment's name of a setting."""
    return PREFIX + path.upper().replace(".", "__")


def from_file(config_file: Path | None) -> tuple[Tree, list[str]]:
    """The settings of a TOML file, and its faults. None: `darkroom.toml`, if it is there."""
    file = config_file or DEFAULT_FILE
    try:
        return tomllib.loads(file.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, [f"{file}: there is no such file"] if config_file else []
    except UnicodeDecodeError:
        return {}, [f"{file}: is not UTF-8 text"]
    except tomllib.TOMLDecodeError as error:
        return {}, [f"{file}: is not TOML: {error}"]
    except OSError as error:
        return {}, [f"{file}: cannot be read ({error.strerror})"]


def from_secrets(environ: Mapping[str, str]) -> tuple[Tree, list[str]]:
    """The settings of a folder with a file for each, named `telegram__token` or `DARKROOM_TELEGRAM__TOKEN`.

    Files that are named like no setting may lie there for others: only prefix or `__` claims to be one.
    """
    folder = environ.get(SECRETS_DIR)
    if not folder:
        return {}, []
    values: dict[str, str] = {}
    try:
        for file in sorted(Path(folder).iterdir()):
            name = file.name.upper().removeprefix(PREFIX)
            claims = file.name.upper() != name or "__" in name or variable(name.lower()) in _known_variables()
            if claims and not file.name.startswith(".") and file.is_file():
                values[PREFIX + name] = file.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        return {}, [f"{SECRETS_DIR}: a file there is not UTF-8 text"]
    except OSError as error:
        return {}, [f"{SECRETS_DIR}: {error.filename or folder} cannot be read ({error.strerror})"]
    return _tree(values)


def from_environment(environ: Mapping[str, str]) -> tuple[Tree, list[str]]:
    """The settings of the environment.

    An empty variable counts as not set (but `web.listen`, where empty has a meaning). Kubernetes gives every
    container variables about each service: with a service called darkroom they are no settings.
    """
    service = re.compile(rf"{PREFIX}(SERVICE_\w+|PORT(_\w+)?)")
    return _tree(
        {
            name: value
            for name, value in environ.items()
            if name.upper().startswith(PREFIX) and name != SECRETS_DIR and not service.fullmatch(name)
        }
    )


def over(upper: Tree, lower: Tree) -> Tree:
    """Both trees as one; where both have a value the upper one's counts."""
    merged = dict(lower)
    for key, value in upper.items():
        below = merged.get(key)
        both = isinstance(value, dict) and isinstance(below, dict)
        merged[key] = over(value, below) if both else value  # type: ignore[arg-type]  # both are
    return merged


def _known_variables() -> frozenset[str]:
    return frozenset(map(variable, known_paths()))


def _tree(values: Mapping[str, str]) -> tuple[Tree, list[str]]:
    known = _known_variables()
    tree: Tree = {}
    faults = []
    for name, value in values.items():
        if name.upper() not in known:
            faults.append(f"{name} is no setting{nearest(name.upper(), known)}")
        elif value.strip() or name.upper() == variable("web.listen"):
            *sections, leaf = name.upper().removeprefix(PREFIX).lower().split("__")
            tree = over(_nested(sections, leaf, value), tree)
    return tree, faults


def _nested(sections: list[str], leaf: str, value: str) -> Tree:
    tree: Tree = {leaf: value}
    for section in reversed(sections):
        tree = {section: tree}
    return tree
