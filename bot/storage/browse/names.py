"""Who is who on a page: one question for all of them."""

from collections.abc import Collection, Mapping

from bot.domain.people import is_of_group, person_of
from bot.storage.browse import Who
from bot.storage.database import Connection


async def of_people(conn: Connection, people: Collection[int]) -> Mapping[int, Who]:
    """All of these, be they known or not."""
    if not people:
        return {}
    known = await conn.all(
        f"SELECT id, name, username FROM people WHERE id IN ({_marks(people)})",  # noqa: S608  question marks
        *people,
    )
    named = {row["id"]: Who(row["id"], row["name"], row["username"]) for row in known}
    return {each: named.get(each, Who(each)) for each in people}


async def of_wallets(conn: Connection, wallets: Collection[str]) -> Mapping[str, Who]:
    """Whose these wallets are: people, and groups by the id that their wallet began with."""
    people = {wallet: person_of(wallet) for wallet in wallets}
    who = await of_people(conn, {each for each in people.values() if each is not None})
    titles = await _titles(conn, {int(wallet[1:]): wallet for wallet in wallets if is_of_group(wallet)})
    return {wallet: titles[wallet] if person is None else who[person] for wallet, person in people.items()}


async def _titles(conn: Connection, groups: Mapping[int, str]) -> Mapping[str, Who]:
    if not groups:
        return {}
    rows = await conn.all(
        f"""
        SELECT coalesce(wallet, 'g' || id) AS wallet, title FROM groups
        WHERE title <> '' AND (id IN ({_marks(groups)}) OR wallet IN ({_marks(groups)}))
        """,  # noqa: S608  question marks
        *groups, *groups.values(),
    )  # fmt: skip
    titles = {row["wallet"]: row["title"] for row in rows}
    return {wallet: Who(chat, titles.get(wallet, "")) for chat, wallet in groups.items()}


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))
