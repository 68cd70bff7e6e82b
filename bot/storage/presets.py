"""Prompts that people keep under a name."""

from collections.abc import Sequence

from bot.domain.preset import Preset
from bot.storage.database import Connection


async def of(conn: Connection, person: int) -> Sequence[Preset]:
    """A person's presets, in the order in which they were saved."""
    rows = await conn.all(
        "SELECT name, prompt FROM presets WHERE person = ? ORDER BY created, folded", person
    )
    return [Preset(row["name"], row["prompt"]) for row in rows]


async def insert(conn: Connection, person: int, preset: Preset, now: int) -> None:
    """Keep a preset whose name is free."""
    await conn.run(
        "INSERT INTO presets (person, folded, name, prompt, created) VALUES (?, ?, ?, ?, ?)",
        person, preset.name.casefold(), preset.name, preset.prompt, now,
    )  # fmt: skip


async def rename(conn: Connection, person: int, old: str, new: str) -> bool:
    """Give a preset another name that is free; False if there is none of the old name."""
    return bool(
        await conn.run(
            "UPDATE presets SET folded = ?, name = ? WHERE person = ? AND folded = ?",
            new.casefold(), new, person, old.casefold(),
        )
    )  # fmt: skip


async def delete(conn: Connection, person: int, name: str) -> bool:
    """Forget one; False if there is none of that name."""
    return bool(
        await conn.run("DELETE FROM presets WHERE person = ? AND folded = ?", person, name.casefold())
    )


async def forget(conn: Connection, person: int) -> None:
    """Forget all of a person's."""
    await conn.run("DELETE FROM presets WHERE person = ?", person)


async def last_prompt(conn: Connection, person: int) -> str | None:
    """What a person last asked for."""
    row = await conn.one(
        "SELECT prompt FROM edits WHERE person = ? AND prompt <> '' ORDER BY created DESC, id DESC LIMIT 1",
        person,
    )
    return row["prompt"] if row else None
