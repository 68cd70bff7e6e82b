"""What operators read in the console."""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC
from typing import TypeVar

import pytest

from bot.domain.called import Called, Transcript
from bot.domain.days import last_days
from bot.domain.edit import State
from bot.domain.errors import FaultKind
from bot.domain.people import Person
from bot.domain.ports import GatewayHealth, Progress
from bot.gateway.explain import explained
from bot.services.calls import Calls
from bot.services.console.console import Console, Work
from bot.services.console.opened import Discretion
from bot.services.console.sums import Sums
from bot.services.console.views import FAULTS, Moment, Span, Times
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.storage.browse import Page
from bot.storage.browse.edits import Sought
from bot.storage.database import Connection
from bot.storage.spool import FolderSpool
from bot.texts import source
from tests.services.conftest import ADMIN, ANN, BOB, House
from tests.services.test_develop import working

T = TypeVar("T")
HOUR = 3600
DAY = 24 * HOUR
KEY = "the-secret-key"


def calls_of(house: House) -> Calls:
    return Calls(house.database, house.clock, FolderSpool(house.folder))


def console(house: House, *, prompts: bool = False, calls: Calls | None = None) -> Console:
    return Console(
        house.database,
        house.clock,
        allowances=house.allowances,
        zone=UTC,
        work=Work(house.developer.places, house.developer.progress, Timing(house.database, house.clock)),
        gateways=house.gateway,
        switches=Switches(house.database, house.clock, house.shop, house.gateway),
        calls=calls or calls_of(house),
        explain=explained,
        discretion=Discretion(lambda text: text.replace(KEY, "***"), prompts=prompts),
    )


async def pages(page: Callable[[str | None], Awaitable[Page[T]]]) -> Sequence[Sequence[T]]:
    """All of them, one after the other."""
    found, older = [], None
    for _ in range(100):
        shown = await page(older)
        found.append(shown.lines)
        older = shown.older
        if older is None:
            return found
    raise AssertionError("pages without an end")


async def ended(house: House, edit: str, state: str, *, error: str | None = None, seconds: int = 9) -> None:
    """As if it had been worked on: a second in line, then at the gateway, and delivered in another second."""
    (created,) = [row[0] for row in await house.rows("SELECT created FROM edits WHERE id = ?", edit)]
    assert isinstance(created, int)
    called, answered = created + 1000, created + 1000 + seconds * 1000

    async def end(conn: Connection) -> None:
        await conn.run(
            "UPDATE edits SET state = ?, error = ?, called = ?, answered = ?, ended = ? WHERE id = ?",
            state, error, called, answered if state == "done" else None, answered + 1000, edit,
        )  # fmt: skip

    await house.database.write(end)


async def test_what_is_in_work_tells_its_person_its_place_and_how_far_it_is(house: House) -> None:
    house.gateway.hold()
    house.gateway.progress = (Progress(percent=30), Progress(queue=2))
    async with working(house):
        running = [await house.ask(ANN, f"prompt {number}", model="brush") for number in range(3)]
        waiting = [await house.ask(ANN, f"prompt {number}") for number in (3, 4)]
        await house.gateway.until_asked(3)
        house.clock.move(5)
        now = await console(house).live()
        assert now.total == 5
        shown = {each.edit.id: each for each in now.edits}
        first, last = shown[running[0].id], shown[waiting[1].id]
        assert (first.who.name, first.edit.state, first.percent, first.queue) == ("Ann", "calling", None, 2)
        assert (first.place, first.since, first.usual) == (None, house.clock.now() - 5000, None)
        assert (last.edit.state, last.place, last.percent) == ("waiting", 1, None)
        assert {each.edit.prompt for each in now.edits} == {"<prompt, 8 characters>"}
        open_house = await console(house, prompts=True).live()
        assert {each.edit.prompt for each in open_house.edits} == {f"prompt {number}" for number in range(5)}
        house.gateway.release()
        await house.messenger.until_ended(5)
    assert (await console(house).live()).total == 0


async def test_figures_of_a_day_a_week_and_a_month(house: House) -> None:
    told = console(house)
    for number in range(4):
        await ended(house, (await house.ask(ANN, count=2)).id, "done", seconds=10 * (number + 1))
    house.clock.move(3 * DAY)
    await ended(house, (await house.ask(BOB, model="brush")).id, "failed", error="failed-timeout")
    await ended(house, (await house.ask(BOB)).id, "failed", error="failed-timeout")
    await ended(house, (await house.ask(BOB)).id, "failed", error="failed-result")
    await told.figures(Span.MONTH)
    house.clock.move(2 * HOUR)
    await house.account.meet(Person(ANN, "Ann"))
    await ended(house, (await house.ask(ANN, model="brush")).id, "done", seconds=3)
    await ended(house, (await house.ask(ANN)).id, "cancelled")
    await house.ask(ANN)
    day, week, month = [await told.figures(span) for span in Span]
    assert (day.done, day.failed, day.cancelled, day.unfinished) == (1, 3, 1, 1)
    assert (week.done, month.done, month.credits, month.people, day.people) == (5, 5, 10, 3, 1)
    assert (day.newcomers, month.newcomers, month.success, day.success) == (0, 3, 62, 25)
    assert list(day.errors.items()) == [("failed-timeout", 2), ("failed-result", 1)]
    assert month.gateway == Times(5, 20.0, 40.0)
    assert month.whole == Times(5, 22.0, 42.0)
    assert [len(each.buckets) for each in (day, week, month)] == [24, 7, 30]
    assert [each.failed for each in day.buckets if each.failed] == [3]
    assert [(each.done, each.credits) for each in week.buckets if each.done] == [(4, 8), (1, 2)]
    banana, brush = week.models
    assert (banana.model, banana.done, banana.failed, banana.credits) == ("banana", 4, 2, 8)
    assert (brush.gateway.median, brush.whole.p95) == (3.0, 5.0)
    nothing = await told.figures(Span.DAY)
    house.clock.move(99 * DAY)
    nothing = await told.figures(Span.MONTH)
    assert (nothing.done, nothing.success, nothing.gateway, nothing.models) == (0, None, Times(), [])


async def test_an_hour_that_is_over_is_added_up_once_unless_something_of_it_is_in_work(house: House) -> None:
    told, edit = console(house), await house.ask(ANN)
    house.clock.move(2 * HOUR)
    assert (await told.figures(Span.DAY)).unfinished == 1
    await ended(house, edit.id, "done")
    assert (await told.figures(Span.DAY)).done == 1

    async def forge(conn: Connection) -> None:
        await conn.run("UPDATE edits SET state = 'failed'")

    await house.database.write(forge)
    assert (await told.figures(Span.DAY)).done == 1
    assert (await console(house).figures(Span.DAY)).failed == 1


async def test_a_day_of_many_edits_is_read_by_its_hours_to_the_same_sum(house: House) -> None:
    for number in range(9):
        edit = await house.ask(ANN)
        if number:
            await ended(house, edit.id, "done" if number % 2 else "failed", error=f"failed-{number}")
        house.clock.move(HOUR)
    day, tomorrow = last_days(2, house.clock.now(), UTC)[-1], house.clock.now() + DAY * 1000
    for now in (house.clock.now(), tomorrow):
        whole, by_hours = Sums(house.database), Sums(house.database, at_once=1)
        for _ in range(2):
            assert await whole.of(day, now) == await by_hours.of(day, now)
        by_hours.forget(now)
        assert sum((await by_hours.of(day, now)).edits.values()) == 9
        by_hours.forget(now + 40 * DAY * 1000)


async def test_people_are_found_by_number_username_and_letters_of_their_name(house: House) -> None:
    await house.account.meet(Person(7, "Иван Петров", username="100%_Ivan"))
    house.clock.move(1)
    for number in range(120):
        await house.account.meet(Person(1000 + number, f"Guest {number}", username=f"guest_{number}"))
    told = console(house)

    async def found(query: str) -> list[int]:
        lines = await pages(lambda older: told.people(query, older))
        return [each.who.id for page in lines for each in page]

    assert [len(page) for page in await pages(lambda older: told.people("", older))] == [50, 50, 24]
    assert await found("") == [*reversed(range(1000, 1120)), ADMIN, BOB, ANN, 7]
    assert await found(" 1007 ") == [1007]
    assert await found("@GUEST_11") == [1011, *range(1110, 1120)]
    for query in ("иван", "ПЕТРОВ", "Петр", "0%_i", "100%_ivan", "7"):
        assert 7 in await found(query), query
    assert await found("gUEST 10") == [*reversed(range(1100, 1110)), 1010]
    for query in ("%", "_", "@%", "nobody", "@", "'", "9" * 30, "١٢"):
        assert len(await found(query)) in {0, 1, 50, 121}, query
    assert await found("%") == [7]
    for older in ("x", "1~", "~", "-1~2", "1~x", "9" * 300 + "~1"):
        with pytest.raises(ValueError):  # noqa: PT011  whatever it says
            await told.people("", older)


async def test_one_person_comes_with_statement_edits_and_entries(house: House) -> None:
    for _ in range(12):
        await house.ask(ANN, "words")
        house.clock.move(1)
        await house.submit.cancel_of(ANN)
    await house.admin.limit(by=ADMIN, person=ANN, credits=3, once="limit:1")
    await house.bans.ban(by=ADMIN, person=ANN, lasts=None, reason="rude", once="ban:1")
    told = await console(house).person(ANN)
    assert (told.profile.banned, told.profile.why, told.profile.limit) == (True, "rude", 3)
    assert told.profile.statement.free_left == 3
    assert (len(told.edits.lines), len(told.entries.lines)) == (10, 10)
    assert {each.edit.prompt for each in told.edits.lines} == {"<prompt, 5 characters>"}
    assert {each.prompt for each in told.profile.edits} == {"<prompt, 5 characters>"}
    rest = await console(house).edits(Sought(person=ANN), told.edits.older)
    assert [each.edit.id for each in rest.lines] == ["e2", "e1"]
    stranger = await console(house).person(424242)
    assert (stranger.profile.person.name, stranger.edits.lines, stranger.entries.lines) == ("", [], [])


async def test_edits_are_found_by_all_that_is_asked_for_at_once(house: House) -> None:
    states = [State.DONE, State.FAILED, State.CANCELLED, State.WAITING]
    await house.admin.grant(by=ADMIN, to=ANN, credits=200, reason="", once="grant:1")
    kinds = itertools.cycle(itertools.product(states, ("banana", "brush"), (ANN, ADMIN)))
    for number, (state, model, person) in zip(range(130), kinds, strict=False):
        house.clock.move(3600 if number % 5 else 0)
        edit = await house.ask(person, model=model)
        if state is not State.WAITING:
            error = "failed-timeout" if number % 3 else "failed-result"
            await ended(house, edit.id, state, error=error if state is State.FAILED else None)
    told = console(house)
    (everything,) = [[each for page in await pages(lambda older: told.edits(None, older)) for each in page]]
    assert len(everything) == 130
    assert [each.edit.created for each in everything] == sorted(
        (each.edit.created for each in everything), reverse=True
    )
    wishes = itertools.product(
        (None, *states, State.CALLING), (None, "failed-timeout"), (None, ANN), (None, "brush", "none")
    )
    for sought in itertools.starmap(Sought, wishes):
        lines = [each for page in await pages(lambda older: told.edits(sought, older)) for each in page]  # noqa: B023  awaited at once
        assert [each.edit.id for each in lines] == [
            each.edit.id
            for each in everything
            if sought.state in {None, each.edit.state}
            and sought.error in {None, each.edit.error}
            and sought.person in {None, each.edit.person}
            and sought.model in {None, each.edit.model}
        ], sought


async def test_an_edit_opened_shows_its_course_its_entries_and_what_was_said(house: House) -> None:
    calls = calls_of(house)
    edit = await house.ask(ANN, "a prompt", count=2)
    house.clock.move(10)
    answer = 'HTTP/1.1 429 -\r\nretry-after: 7\r\n\r\n{"error":{"message":"slow down ' + KEY + '"}}'
    said = Transcript('POST http://g/v1/x HTTP/1.1\r\n\r\n{"model":"x"}', answer)
    await calls.heard(Called(edit.id, "g1", "banana", 2.5, FaultKind.TIMEOUT, 0, Transcript("POST /")))
    await calls.heard(Called(edit.id, "g2", "banana", 1.0, FaultKind.RATE_LIMITED, 429, said))
    await calls.write()
    await ended(house, edit.id, "failed", error="failed-rate-limited")
    told = await console(house, calls=calls).edit(edit.id)
    assert told
    assert (told.edit.prompt, told.who.name, told.options) == ("<prompt, 8 characters>", "Ann", {"count": 2})
    start = house.clock.now() - 10_000
    assert told.course == [
        Moment(start, "waiting"),
        Moment(start + 1000, "calling"),
        Moment(start + 11_000, "failed"),
    ]
    assert [(each.gateway, each.fault, each.took) for each in told.calls] == [
        ("g1", "timeout", 2500),
        ("g2", "rate_limited", 1000),
    ]
    assert [(each.kind, each.credits) for each in told.entries] == [("hold", -2)]
    assert told.said
    assert told.said.request == said.request
    assert KEY not in (told.said.answer or "")
    facts = {each.name: each.value for each in told.said.facts}
    assert (facts["status"], facts["error_kind"], facts["retry_after"]) == ("429", "rate_limited", "7")
    assert KEY not in str(facts)
    await calls.heard(Called(edit.id, "g1", "banana", 0.1, FaultKind.UPSTREAM, 0, Transcript("POST /again")))
    again = await console(house, calls=calls).edit(edit.id)
    assert again
    assert again.said
    assert (again.said.request, again.said.answer, again.said.facts) == ("POST /again", None, [])
    for unknown in ("", "../darkroom.db", "e999"):
        assert await console(house).edit(unknown) is None


async def test_the_ledger_and_the_acts_name_who_is_meant_and_who_did_it(house: House) -> None:
    for number in range(60):
        await house.admin.grant(by=ADMIN, to=ANN, credits=1, reason=f"why {number}", once=f"grant:{number}")
    house.clock.move(1)
    await house.bans.ban(by=ADMIN, person=BOB, lasts=None, reason="rude", once="ban:1")
    await house.admin.grant(by=None, to=BOB, credits=2, reason="", once="grant:shell")
    await house.groups.meet(-5, "Friends", None)
    for wallet in ("g-5", "g-6"):
        await house.database.write(_a_gift, wallet)
    told = console(house)
    entries = await pages(lambda older: told.ledger(None, older))
    assert [len(page) for page in entries] == [50, 13]
    newest, *_ = entries[0]
    assert (newest.who.name, newest.credits, newest.admin) == ("Bob", 2, None)
    assert [each.who.name for each in entries[1][-2:]] == ["", "Friends"]
    assert sum(len(page) for page in await pages(lambda older: told.ledger(f"p{ANN}", older))) == 60
    acts = [each for page in await pages(lambda older: told.audit(None, older)) for each in page]
    assert [(each.what, each.whom and each.whom.name, each.why) for each in acts[:2]] in (
        [("grant", "Bob", None), ("ban", "Bob", "rude")],
        [("ban", "Bob", "rude"), ("grant", "Bob", None)],
    )
    assert {each.admin and each.admin.name for each in acts} == {"Root", None}
    assert len((await told.audit(BOB)).lines) == 2


async def _a_gift(conn: Connection, wallet: str) -> None:
    await conn.run("INSERT INTO wallets (id, period) VALUES (?, 0)", wallet)
    await conn.run(
        "INSERT INTO ledger (key, wallet, at, kind, paid, period) VALUES (?, ?, 0, 'gift', 1, 0)",
        f"x:{wallet}", wallet,
    )  # fmt: skip


async def test_gateways_and_models_tell_their_last_day(house: House) -> None:
    house.gateway.healths = (GatewayHealth("g1"), GatewayHealth("g2", fault=FaultKind.AUTH))
    calls = calls_of(house)
    await calls.heard(Called("old", "g1", "banana", 2.0))
    house.clock.move(25 * HOUR)
    for number in range(20):
        await calls.heard(Called("e1", "g1", "banana", float(number)))
    await calls.heard(Called("e1", "g1", "brush", 4.0, FaultKind.TIMEOUT))
    await calls.write()
    await calls.write()
    await ended(house, (await house.ask(ANN)).id, "done")
    told = console(house, calls=calls)
    first, second = await told.gateways()
    assert (first.calls, first.faults, first.times) == (21, {"timeout": 1}, Times(20, 9.0, 18.0))
    assert [(each.model, each.calls, each.faults) for each in first.models] == [
        ("banana", 20, {}),
        ("brush", 1, {"timeout": 1}),
    ]
    assert (second.health.fault, second.calls, second.times.median) == (FaultKind.AUTH, 0, None)
    switches = Switches(house.database, house.clock, house.shop, house.gateway)
    await switches.model("brush", on=False, by=ADMIN, once="off:1")
    models = {each.model.id: each for each in await told.models()}
    assert (models["banana"].edits, models["banana"].done, models["banana"].default) == (1, 1, True)
    assert (models["brush"].gateways, models["brush"].flaw) == (["g1", "g2"], None)
    sentences = source("en")
    assert [each for each in FAULTS if f"\n{each} =" not in sentences] == []
