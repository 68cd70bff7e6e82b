"""Files and environment -> one frozen Settings; only app and cli read it (DESIGN 5).

Written on pydantic alone: pydantic-settings stops at the first variable that it cannot decode, and an
operator should read every fault at once.
"""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from bot.config import faults, sources
from bot.config.sections import Gateway, Model, Pack
from bot.config.settings import SHORT_NAME, Settings
from bot.config.several import TABLE, several
from bot.config.show import masked, sample, secrets_of
from bot.domain.errors import StartupFault

__all__ = [
    "SHORT_NAME",
    "Gateway",
    "Model",
    "Pack",
    "Settings",
    "load",
    "load_all",
    "masked",
    "one_of",
    "sample",
    "secrets_of",
]


def load(*, config_file: Path | None, environ: Mapping[str, str], bot: str = "") -> Settings:
    """The settings of one bot; `bot` names it where there are several.

    Raises:
        StartupFault: see `load_all`, or there is no such bot.
    """
    return one_of(load_all(config_file=config_file, environ=environ), bot)


def one_of(bots: Mapping[str, Settings], bot: str) -> Settings:
    """The settings of that bot, or of the only one, whose name is empty.

    Raises:
        StartupFault: there is no such bot.
    """
    if bot not in bots:
        raise StartupFault(_which(bot, bots), exit_code=2)
    return bots[bot]


def load_all(*, config_file: Path | None, environ: Mapping[str, str]) -> Mapping[str, Settings]:
    """The settings in force: the environment over a folder of secrets over a TOML file.

    Those of each bot of [[bots]] by its name; without [[bots]] those of the only one, whose name is empty.
    `config_file` must exist; None takes `darkroom.toml` of the working directory, if it is there.

    Raises:
        StartupFault: with a line for each fault; no line holds a secret.
    """
    found = (
        sources.from_file(config_file),
        sources.from_secrets(environ),
        sources.from_environment(environ),
    )
    tree: sources.Tree = {}
    lines: list[str] = []
    for layer, wrong in found:
        tree = sources.over(layer, tree)
        lines += wrong
    tree.setdefault("telegram", {})
    given = tree.pop(TABLE, None)
    if given:
        bots, wrong = several(given, tree)
    else:
        bots, wrong = _only(tree)
    if lines := [*lines, *wrong]:
        raise StartupFault(sentence="\n".join(lines))
    return bots


def _only(tree: sources.Tree) -> tuple[Mapping[str, Settings], list[str]]:
    lines = []
    if not tree.get("gateway") and not tree.get("gateways"):
        tree.pop("gateway", None)
        lines.append(faults.missing("gateway.base_url"))
    try:
        return {"": Settings.model_validate(tree)}, lines
    except ValidationError as error:
        return {}, [*lines, *faults.lines(error, tree)]


def _which(bot: str, bots: Mapping[str, Settings]) -> str:
    if "" in bots:
        return f"There is no bot {bot}: the settings have no [[bots]]."
    names = ", ".join(bots)
    if bot:
        return f"There is no bot {bot}; there are: {names}."
    return f"There are several bots; say which one with --bot: {names}."
