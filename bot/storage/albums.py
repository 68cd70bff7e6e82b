"""Pictures of albums that are not whole yet."""

from collections.abc import Sequence

import orjson

from bot.domain.album import Album, Piece
from bot.storage.database import Connection


async def add(conn: Connection, piece: Piece, due: int) -> None:
    """Keep one more message of an album, which is whole at `due` if no other comes."""
    await conn.run(
        """
        INSERT INTO album_updates (update_id, chat, album, message, person, body) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        piece.update, *piece.album, piece.message, piece.person, orjson.dumps(piece.body).decode(),
    )  # fmt: skip
    await conn.run(
        """
        INSERT INTO albums (chat, album, due) VALUES (?, ?, ?)
        ON CONFLICT (chat, album) DO UPDATE SET due = excluded.due
        """,
        *piece.album, due,
    )  # fmt: skip


async def waiting(conn: Connection) -> Sequence[tuple[Album, int]]:
    """All albums and when they are whole, the soonest first."""
    rows = await conn.all("SELECT chat, album, due FROM albums ORDER BY due")
    return [(Album(row["chat"], row["album"]), row["due"]) for row in rows]


async def postpone(conn: Connection, due: int) -> None:
    """Let none be whole before that time."""
    await conn.run("UPDATE albums SET due = ? WHERE due < ?", due, due)


async def of(conn: Connection, chat: int, person: int) -> Sequence[Album]:
    """The albums of a person in a chat."""
    rows = await conn.all(
        """
        SELECT album FROM album_updates WHERE person = ? AND chat = ?
        GROUP BY album ORDER BY min(update_id)
        """,
        person, chat,
    )  # fmt: skip
    return [Album(chat, row["album"]) for row in rows]


async def pieces(conn: Connection, album: Album) -> Sequence[Piece]:
    """An album's messages, in order."""
    rows = await conn.all(
        "SELECT * FROM album_updates WHERE chat = ? AND album = ? ORDER BY message, update_id", *album
    )
    return [
        Piece(album, row["update_id"], row["message"], row["person"], orjson.loads(row["body"]))
        for row in rows
    ]


async def drop(conn: Connection, album: Album, updates: Sequence[int]) -> None:
    """Those messages were handled; the album goes with its last one."""
    for update in updates:
        await conn.run("DELETE FROM album_updates WHERE update_id = ?", update)
    await conn.run(
        """
        DELETE FROM albums WHERE chat = ? AND album = ?
            AND NOT EXISTS (SELECT 1 FROM album_updates WHERE chat = albums.chat AND album = albums.album)
        """,
        *album,
    )  # fmt: skip


async def forget(conn: Connection, person: int) -> None:
    """Forget what a person sent."""
    await conn.run("DELETE FROM album_updates WHERE person = ?", person)
    await conn.run(
        """
        DELETE FROM albums WHERE NOT EXISTS
            (SELECT 1 FROM album_updates WHERE chat = albums.chat AND album = albums.album)
        """
    )
