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
from bot.config.show import masked, sample, secrets_of
from bot.domain.errors import StartupFault

__all__ = ["SHORT_NAME", "Gateway", "Model", "Pack", "Settings", "load", "masked", "sample", "secrets_of"]


def load(*, config_file: Path | None, environ: Mapping[str, str]) -> Settings:
    """The settings in force: the environment over a folder of secrets over a TOML file.

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
    if not tree.get("gateway") and not tree.get("gateways"):
        tree.pop("gateway", None)
        lines.append(faults.missing("gateway.base_url"))
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        lines += faults.lines(error, tree)
    if lines:
        raise StartupFault(sentence="\n".join(lines))
    return settings
