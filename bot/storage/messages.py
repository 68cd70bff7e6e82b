"""The messages that edits left in chats: results, and words with buttons. A reply finds its edit by them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.edit import Edit
from bot.domain.ports import Sent
from bot.storage.database import Connection

_WORDS = -1


@dataclass(frozen=True, slots=True)
class Trace:
    """What a message shows: the picture at `position` among an edit's results; None: words."""

    edit: str
    position: int | None


async def keep(conn: Connection, edit: Edit, sent: Iterable[Sent]) -> None:
    """Note what was sent for an edit."""
    for each in sent:
        await conn.run(
            """
            INSERT INTO messages (chat, message, edit, position, file_id) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (chat, message) DO NOTHING
            """,
            each.chat or edit.place.chat, each.message, edit.id,
            _WORDS if each.position is None else each.position, each.file_id,
        )  # fmt: skip


async def results(conn: Connection, edit: Edit) -> Sequence[Sent]:
    """Where an edit's pictures are, in their order; of each the first message in the edit's own chat."""
    rows = await conn.all(
        """
        SELECT chat, message, position, file_id FROM messages WHERE edit = ? AND position >= 0
        ORDER BY position, CASE WHEN chat = ? THEN 0 ELSE 1 END, message
        """,
        edit.id, edit.place.chat,
    )  # fmt: skip
    first: dict[int, Sent] = {}
    for row in rows:
        sent = Sent(row["message"], row["file_id"], row["position"], row["chat"])
        first.setdefault(row["position"], sent)
    return list(first.values())


async def find(conn: Connection, chat: int, message: int) -> Trace | None:
    """What a message shows; None where it is none of ours, or nothing that can be gone on from."""
    row = await conn.one("SELECT edit, position FROM messages WHERE chat = ? AND message = ?", chat, message)
    if row is None:
        return None
    return Trace(row["edit"], None if row["position"] == _WORDS else row["position"])
