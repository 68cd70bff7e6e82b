"""Prompts that people keep under a name, to use them again."""

from collections.abc import Sequence

from bot.domain.errors import PresetProblem, PresetRefused
from bot.domain.ports import Clock
from bot.domain.preset import Preset
from bot.storage import presets, turns
from bot.storage.database import Connection, Database
from bot.storage.turns import Turn

MOST = 30
LONGEST_NAME = 32


class Presets:
    """People's presets. Names differ in more than upper and lower case."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def of(self, person: int) -> Sequence[Preset]:
        """A person's own, the oldest first."""
        return await self._database.read(presets.of, person)

    async def last_prompt(self, person: int) -> str:
        """What a person last asked for.

        Raises:
            PresetRefused: nothing yet.
        """
        prompt = await self._database.read(presets.last_prompt, person)
        if not prompt:
            raise _refused(PresetProblem.NOTHING)
        return prompt

    async def save(self, person: int, name: str, prompt: str) -> Preset:
        """Keep a prompt under a name.

        Raises:
            PresetRefused: no name, too long, taken, or as many as fit.
        """
        preset = Preset(_checked(name), prompt)
        return await self._database.write(_save, person, preset, self._clock.now())

    async def rename(self, person: int, old: str, new: str) -> Preset:
        """Give it another name.

        Raises:
            PresetRefused: see `save`; or there is none of the old name.
        """
        return await self._database.write(_rename, person, old, _checked(new))

    async def delete(self, person: int, name: str) -> None:
        """Forget it.

        Raises:
            PresetRefused: there is none of that name.
        """
        if not await self._database.write(presets.delete, person, name):
            raise _refused(PresetProblem.UNKNOWN, name)


def _checked(name: str) -> str:
    """The name in one line."""
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise _refused(PresetProblem.NAME)
    return plain


def _refused(problem: PresetProblem, name: str = "") -> PresetRefused:
    limit = LONGEST_NAME if problem is PresetProblem.NAME else MOST
    return PresetRefused(problem=problem, limit=limit, name=name)


async def _save(conn: Connection, person: int, preset: Preset, now: int) -> Preset:
    await turns.take(conn, Turn.PRESETS)
    known = await presets.of(conn, person)
    _check_free(known, preset.name)
    if len(known) >= MOST:
        raise _refused(PresetProblem.TOO_MANY)
    await presets.insert(conn, person, preset, now)
    return preset


async def _rename(conn: Connection, person: int, old: str, new: str) -> Preset:
    known = await presets.of(conn, person)
    found = next((each for each in known if each.name.casefold() == old.casefold()), None)
    if found is None:
        raise _refused(PresetProblem.UNKNOWN, old)
    _check_free([each for each in known if each is not found], new)
    await presets.rename(conn, person, old, new)
    return Preset(new, found.prompt)


def _check_free(known: Sequence[Preset], name: str) -> None:
    if any(each.name.casefold() == name.casefold() for each in known):
        raise _refused(PresetProblem.TAKEN, name)
