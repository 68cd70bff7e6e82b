"""Who wants to be forgotten is: in no file of the disk is a word, a name or a picture left."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.domain.album import Album, Piece
from bot.domain.edit import Draft, Place
from bot.domain.errors import AlreadyEnded
from bot.domain.people import Person
from bot.domain.ports import Outcome, Request
from bot.domain.question import Asked, Question
from bot.services.albums import Albums
from bot.services.audit import audited
from bot.services.presets import Presets
from bot.services.privacy import Keeps, Privacy
from bot.services.questions import Questions
from bot.storage.spool import FolderSpool
from bot.storage.sqlite import Sqlite
from tests.fakes.gateway import one_picture
from tests.services.conftest import ADMIN, ANN, BOB, House, photo
from tests.services.test_develop import working

CANARY = "CANARY"


def privacy(house: House) -> Privacy:
    return Privacy(
        house.database,
        house.clock,
        FolderSpool(house.folder),
        allowances=house.allowances,
        worker=house.developer,
        keeps=Keeps(24, 48),
    )


async def letter(house: House, text: str = "/privacy delete") -> int:
    """The update that asks for it, as it stands in the inbox."""
    update = next(house.updates)
    sender = {"id": ANN, "first_name": f"{CANARY}-first"}
    await house.inbox.store([{"update_id": update, "message": {"from": sender, "text": f"{text} {CANARY}"}}])
    return update


async def leaks(house: House, *words: str) -> Sequence[str]:
    """Files that still hold one of the words, and where the database is no file, its tables."""
    files = [path for path in house.folder.rglob("*") if path.is_file()]
    found = [path.name for path in files if any(word.encode() in path.read_bytes() for word in words)]
    if not isinstance(house.database.engine, Sqlite):
        for table in sorted(await house.database.read(lambda conn: conn.tables())):
            rows = await house.rows(f"SELECT CAST({table} AS TEXT) FROM {table}")
            found += [table for (row,) in rows if any(word in str(row) for word in words)]
    return found


def spoken(request: Request) -> Outcome:
    return Outcome(one_picture(request).pictures, text=request.prompt[:20])


async def a_long_life(house: House) -> None:
    """Ann and Bob by turns, so that their rows share pages; one of Ann's letters was parked."""
    spool = FolderSpool(house.folder)
    await house.account.meet(Person(ANN, f"{CANARY}-name", username=f"{CANARY}_username"))
    (house.folder / "photo.png").write_bytes(b"not a picture")
    house.messenger.photos = {f"{CANARY}-file": house.folder / "photo.png"}
    house.gateway.answer = spoken
    async with working(house):
        for number in range(60):
            await house.ask(ADMIN, "other people's words " * (1 + number % 9))
            house.clock.move(24 * 3600)
            edit = await house.ask(ANN, f"{CANARY}-prompt-{number} " * (1 + number * 7 % 60))
            await spool.write(f"{edit.id}/out-1.png", f"{CANARY}-pixels".encode())
            await house.messenger.until_ended(2 * (number + 1))
        await house.ask(ANN, f"{CANARY}-unusable", sources=(photo(f"{CANARY}-file"),))
        await house.messenger.until_ended(121)
    await house.admin.grant(by=ADMIN, to=ANN, credits=5, reason=f"{CANARY}-reason", once="grant:1")
    await what_was_asked_and_kept(house)
    parked = await letter(house, "nobody can read this")
    await house.inbox.park(parked, "message: TypeError")


async def what_was_asked_and_kept(house: House) -> None:
    """A question about a picture, a preset, and half an album."""
    draft = Draft(ANN, Place(ANN, 1), f"{CANARY}-draft", (photo(f"{CANARY}-asked"),))
    await Questions(house.database, house.clock).put(Question(Asked.WHAT, draft), 2)
    await Presets(house.database, house.clock).save(ANN, f"{CANARY}-preset", f"{CANARY}-kept")
    await house.bans.ban(by=ADMIN, person=ANN, lasts=1, reason=f"{CANARY}-rude", once="ban:9")
    await house.bans.unban(by=ADMIN, person=ANN, once="unban:9")
    piece = Piece(Album(ANN, f"{CANARY}-album"), next(house.updates), 3, ANN, {"caption": f"{CANARY}-half"})
    await Albums(house.database, house.clock).add(piece)


async def test_no_word_name_or_picture_is_left_in_any_file(house: House) -> None:
    await a_long_life(house)
    assert await leaks(house, CANARY)
    update = await letter(house)
    assert await privacy(house).forget(ANN, update=update) == 0
    assert await leaks(house, CANARY) == []
    assert await house.inbox.pending(5) == []


async def test_credits_other_people_and_the_ban_stay(house: House) -> None:
    await a_long_life(house)
    before = await house.account.statement(ANN)
    others = await house.rows("SELECT prompt FROM edits WHERE person <> ? ORDER BY id", ANN)
    results = await house.rows("SELECT count(*) FROM messages JOIN edits ON id = edit WHERE person <> ?", ANN)
    await privacy(house).forget(ANN, update=await letter(house))
    assert await house.account.statement(ANN) == before
    assert await house.rows("SELECT prompt FROM edits WHERE person <> ? ORDER BY id", ANN) == others
    assert await house.rows("SELECT count(*) FROM messages") == results
    assert (await audited(house.database)).differences == []
    known = await house.account.get(ANN)
    assert known
    assert (known.name, known.username, known.banned) == ("", None, False)


async def test_what_is_in_work_is_cancelled_first_in_every_state_and_given_back(house: House) -> None:
    house.gateway.hold()
    async with working(house):
        edits = [await house.ask(ANN, f"{CANARY} {number}") for number in range(5)]
        await house.gateway.until_asked(3)
        assert await privacy(house).forget(ANN, update=await letter(house)) == 5
        assert house.gateway.closed == 3
        await house.messenger.until_ended(5)
        assert {edit.id for edit in house.messenger.withdrawn} == {edit.id for edit in edits}
    assert set((await house.states()).values()) == {"cancelled"}
    assert (await house.account.statement(ANN)).free_left == 10
    assert (await audited(house.database)).differences == []
    assert await leaks(house, CANARY) == []


async def test_a_delivery_under_way_ends_without_a_trace(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def endless(*_: object) -> None:
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr(house.messenger, "deliver", endless)
    async with working(house):
        await house.ask(ANN, CANARY)
        await begun.wait()
        assert await privacy(house).forget(ANN, update=await letter(house)) == 1
    assert set((await house.states()).values()) == {"cancelled"}
    assert await leaks(house, CANARY) == []


async def test_after_a_crash_in_the_middle_the_same_update_does_it_all(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_long_life(house)
    update = await letter(house)

    async def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(FolderSpool, "drop", crash)
        with pytest.raises(KeyboardInterrupt):
            await privacy(house).forget(ANN, update=update)
    assert [each.update for each in await house.inbox.pending(5)] == [update]
    house.restart()
    await privacy(house).forget(ANN, update=update)
    assert await leaks(house, CANARY) == []


async def test_an_old_button_finds_nothing_to_do_again(house: House) -> None:
    async with working(house):
        edit = await house.ask(ANN)
        await house.messenger.until_ended(1)
    await privacy(house).forget(ANN, update=await letter(house))
    with pytest.raises(AlreadyEnded):
        await house.submit.again(edit.id, person=ANN, place=Place(ANN, 1), update=next(house.updates))


async def test_what_is_asked_for_afterwards_is_a_new_life(house: House) -> None:
    async with working(house):
        await house.ask(ANN, "old")
        await house.messenger.until_ended(1)
        await privacy(house).forget(ANN, update=await letter(house))
        await house.ask(ANN, "new")
        await house.ask(BOB, "new")
        await house.messenger.until_ended(3)
    assert await house.rows("SELECT prompt FROM edits ORDER BY created, id") == [("",), ("new",), ("new",)]
