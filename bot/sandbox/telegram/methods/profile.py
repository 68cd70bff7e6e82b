"""What the bot says about itself: commands for each scope and language, name and descriptions."""

import re

from bot.sandbox.telegram.refusals import Json, bad_request
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.world import CommandsKey

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256
NAME, DESCRIPTION, SHORT_DESCRIPTION = 64, 512, 120


def _language(params: Json) -> str:
    code = str(params.get("language_code", ""))
    if not re.fullmatch(r"(?:[a-z]{2})?", code):  # two letters of ISO 639-1, without a region
        raise bad_request("invalid language code specified")
    return code


def _key(stage: Stage, params: Json) -> CommandsKey:
    scope = params.get("scope", {"type": "default"})
    chat_id = scope.get("chat_id")
    if chat_id is not None:
        chat_id = stage.world.find_chat(chat_id).id
    return str(scope["type"]), chat_id, scope.get("user_id"), _language(params)


def set_commands(stage: Stage, params: Json) -> bool:
    """Replaces the commands of a scope and language."""
    commands = params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"].removeprefix("/").lower()):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"].strip()) <= MAX_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    key = _key(stage, params)
    stage.world.profile.commands[key] = [
        each | {"command": each["command"].removeprefix("/").lower()} for each in commands
    ]
    stage.journal.emit(
        "commands", key[1], scope=key[0], user_id=key[2], language_code=key[3], commands=commands
    )
    return True


def get_commands(stage: Stage, params: Json) -> list[Json]:
    """The commands of exactly this scope and language."""
    return stage.world.profile.commands.get(_key(stage, params), [])


def delete_commands(stage: Stage, params: Json) -> bool:
    """Back to the next wider scope."""
    key = _key(stage, params)
    stage.world.profile.commands.pop(key, None)
    stage.journal.emit("commands", key[1], scope=key[0], user_id=key[2], language_code=key[3], commands=[])
    return True


def _set(texts: dict[str, str], params: Json, name: str, limit: int) -> bool:
    text = str(params.get(name, ""))
    if len(text) > limit:
        raise bad_request(f"{name.upper()}_TOO_LONG")
    texts[_language(params)] = text
    return True


def _get(texts: dict[str, str], params: Json, name: str) -> Json:
    return {name: texts.get(_language(params)) or texts.get("", "")}


METHODS = {
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyName": lambda stage, params: _set(stage.world.profile.names, params, "name", NAME),
    "getMyName": lambda stage, params: _get(stage.world.profile.names, params, "name"),
    "setMyDescription": lambda stage, params: _set(
        stage.world.profile.descriptions, params, "description", DESCRIPTION
    ),
    "getMyDescription": lambda stage, params: _get(stage.world.profile.descriptions, params, "description"),
    "setMyShortDescription": lambda stage, params: _set(
        stage.world.profile.short_descriptions, params, "short_description", SHORT_DESCRIPTION
    ),
    "getMyShortDescription": lambda stage, params: _get(
        stage.world.profile.short_descriptions, params, "short_description"
    ),
}
