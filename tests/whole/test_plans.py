"""However much a bot remembers, what it asks of its database all day is answered along an index.

A day in its life, from its start on: each statement that it runs is looked at as SQLite would run it. One of
the storage that no part of the day runs is named below, with why; or it is on small tables alone.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot import storage
from bot.app import build
from bot.sandbox.gateway import Reply
from bot.sandbox.telegram import Message, User
from bot.services.alerts import Alerts
from bot.services.calls import Calls
from bot.services.console.console import Console
from bot.services.console.views import Span
from bot.services.keeper import Keeper
from bot.services.reconcile import Reconciler
from bot.storage.migrate import shipped
from tests.plans import SMALL, Asked, Planned
from tests.whole.test_stars import SHOP, bought
from tests.whole.town import (
    ADMIN,
    PHOTO,
    Town,
    duty_of,
    environment,
    hurried,
    is_final,
    living,
    outside,
    settings,
)

pytestmark = [
    pytest.mark.sqlite,  # its own way to tell how it reads
    pytest.mark.asyncio(loop_scope="module"),
]

PLENTY = {
    **SHOP,
    "DARKROOM_WEB__LISTEN": "127.0.0.1:0",  # and so the console is on
    "DARKROOM_QUOTA__FREE": "500",
    "DARKROOM_GROUPS__PAYER": "group",
    "DARKROOM_GROUPS__MEMBER_CAP": "50",
    "DARKROOM_LIMITS__PER_MINUTE": "100",
}
DECLINED = Reply(400, {"error": {"code": "moderation_blocked", "message": "safety"}})

EXCUSED = {
    "calls.tallies": "the calls of an hour, from the index alone",
    "edits.compared": "a handful of edits, of one comparison",
    "edits.spenders": "for a group that asks for it: the edits that it paid for in a period",
    "figures._times": "an hour or a day at a time, from the index alone",
    "figures.people": "for an admin: the days that they ask about, from the index alone",
    "figures.spent": "one line for each of the days",
    "figures.tallies": "an hour or a day at a time, from the index alone",
    "messages.results": "the few messages of one edit",
    "people.by_username": "for an admin: those who were last seen under one name",
    "presets.of": "the presets of one person, who may keep so many",
    "questions.newest": "what one person was asked in one chat lately",
}
"""What sorts or counts rows of a table that grows, and why these are few."""
NOT_TODAY = {
    "counts and compares all there is: for operators, and every six hours beside the work": (
        *("audit.counts", "audit.differences"),
    ),
    "on one row, by its key": (
        *("edits.take", "groups.prefer", "inbox.letter", "inbox.park", "invites.came", "invites.let_in"),
        *("ledger.wallet", "ledger.was_given", "payments.marked", "payments.move", "payments.wanted_back"),
        *("people.prefer", "questions.drop", "questions.reopen"),
    ),
    "on the invitations that there are, for admins": ("invites.get", "invites.newest"),
    "on the calls of one edit, for the console: see tests/storage/test_browse.py": ("calls.of_edit",),
    "along payments_person, for the few who want something back": ("payments.of",),
    "one row, whichever it is": ("payments.exist",),
    "on the troubles that there are, and of each a row": ("alerts.keep",),
    "on a row for each process": ("leases.beat", "leases.take"),
    "on a row for each migration": ("migrate._apply", "migrate._known"),
    "for PostgreSQL alone": (
        *("queue.drop", "queue.forsaken_edits", "queue.forsaken_updates", "queue.is_there", "queue.lanes"),
        *("queue.line_up", "queue.put", "queue.rounds", "queue.waiting"),
    ),
    "reads all there is, while the bot is stopped": (
        *("move._batch", "move._counts", "move._found", "move._insert", "move._ledgers", "move._number"),
        *("move._table", "move._tables", "move._wallets"),
    ),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A statement in the code: `edits.insert`, its lines, and the tables that it names."""

    name: str
    file: Path
    lines: range
    tables: frozenset[str]

    def made(self, asked: Asked) -> bool:
        return asked.file == self.file and asked.line in self.lines


def sites() -> Iterator[Site]:
    folder = Path(storage.__file__).parent
    tables = set(re.findall(r"CREATE TABLE (\w+)", "".join(shipped().values())))
    for file in sorted(folder.glob("*.py")):
        source = file.read_text()
        for function in ast.walk(ast.parse(source)):
            if isinstance(function, ast.AsyncFunctionDef):
                for call in filter(_asks, ast.walk(function)):
                    assert isinstance(call, ast.Call)
                    assert call.end_lineno
                    words = set(re.findall(r"\w+", ast.get_source_segment(source, call) or ""))
                    lines = range(call.lineno, call.end_lineno + 1)
                    yield Site(f"{file.stem}.{function.name}", file, lines, frozenset(words & tables))


def _asks(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"all", "one", "run"}
        and ast.unparse(node.func.value) == "conn"
    )


async def picture(town: Town, request: Message) -> Message:
    found = await town.answer(request, lambda each: bool(each.file_id))
    await town.idle()
    return found


async def press(town: Town, user: User, message: Message, label: str) -> None:
    """The first button that begins so."""
    labels = [each["text"] for each in message.buttons]
    pressed = town.telegram.press(user, message, next(each for each in labels if each.startswith(label)))
    await town.telegram.wait_for(lambda: pressed.answers, timeout=60)


async def edits(town: Town) -> None:
    """All the ways to one, and the ways in which they end."""
    ann, telegram = town.ann, town.telegram
    first = await picture(town, telegram.send_photo(ann, PHOTO, "sepia"))
    second = await picture(town, telegram.send_text(ann, "brighter", reply_to=first))
    await press(town, ann, second, "↩ Undo")
    await picture(town, telegram.send_text(ann, "/again"))
    await picture(town, telegram.send_album(ann, [PHOTO, PHOTO], "a collage")[0])
    asked = await town.answer(telegram.send_photo(ann, PHOTO))
    await press(town, ann, asked, asked.buttons[0]["text"])
    await picture(town, asked)
    await town.answer(telegram.send_photo(ann, PHOTO))
    await picture(town, telegram.send_text(ann, "as a stamp"))
    offered = telegram.send_text(ann, "/compare a watercolour", reply_to=first)
    asked = await town.answer(offered, lambda each: bool(each.buttons))
    await press(town, ann, asked, "Compare · ")
    await picture(town, offered)
    town.gateway.script(DECLINED)
    declined = telegram.send_photo(ann, PHOTO, "no")
    await town.answer(declined, lambda each: each.reply_to is declined and is_final(each))
    await town.idle()
    town.gateway.hold()
    telegram.send_photo(ann, PHOTO, "never mind")
    await town.gateway.until(lambda: town.gateway.held == 1)
    await town.says(ann, "/cancel")
    town.gateway.release()
    await town.idle()


async def commands(town: Town) -> None:
    for words in ("/quota", "/history", "/settings", "/model", "/presets", "/language", "/privacy", "/buy"):
        await town.says(town.ann, words)
    for words in (
        *("/stats 30", "/user 101", "/user @ming", "/models", "/gateways", "/admin"),
        *("/grant 101 5 thanks", "/limit 101 20", "/ban 102 rude", "/user 102", "/unban 102"),
    ):
        await town.says(town.root, words)


async def choices(town: Town) -> None:
    desk, ann = town.app.desk, town.ann.id
    await desk.account.choose_model(ann, desk.account.catalogue.default)
    await desk.account.choose_language(ann, "en")
    await desk.account.mark_reachable(ann, reachable=True)
    await desk.presets.last_prompt(ann)
    await desk.presets.save(ann, "Stamp", "as a stamp")
    await desk.presets.rename(ann, "Stamp", "Stamps")
    await desk.presets.delete(ann, "Stamps")


async def groups(town: Town) -> None:
    group = town.telegram.add_group("Club", [town.ann, town.ming], administrators=[town.ann])
    await picture(town, town.telegram.send_photo(town.ann, PHOTO, "/edit sepia", chat=group))
    await town.answer(town.telegram.send_text(town.ann, "/quota@darkroom_bot", chat=group))
    await town.app.desk.groups.choose_model(group.id, None)
    await town.app.desk.groups.closed(group.id)
    await town.app.desk.submit.cancel_in(group.id)
    moved = town.telegram.migrate(group, by=town.ann)
    await town.answer(town.telegram.send_text(town.ann, "/quota@darkroom_bot", chat=moved))
    await town.app.desk.groups.left(moved.id)


async def news(town: Town) -> None:
    asked = town.telegram.send_text(town.root, "/broadcast Hello!")
    control = await town.answer(asked, lambda each: bool(each.buttons))
    await press(town, town.root, control, "📣 Send to")
    await town.telegram.wait_for(lambda: not control.buttons, timeout=60)


async def duties(town: Town) -> None:
    """A round of what else runs every few seconds or minutes."""
    app = town.app
    await duty_of(app, Keeper).sweep()
    await duty_of(app, Alerts).round()
    await duty_of(app, Reconciler).round()
    await duty_of(app, Calls).write()
    for span in Span:
        await duty_of(app, Console).figures(span)
    await duty_of(app, Console).gateways()
    await app.desk.office.switches.restore()
    await app.gauges.read()
    await app.pulse.beat()


async def farewell(town: Town) -> None:
    await bought(town, town.ann)
    await town.app.desk.privacy.forget(town.ann.id, update=1)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Asked]:
    """All that was asked of the database in a day."""
    folder = tmp_path_factory.mktemp("plans")
    async with outside(folder) as (telegram, gateway):
        people = [
            telegram.add_user(name, id=number, username=name.lower(), language_code="en")
            for name, number in (("Ann", 101), ("Ming", 102), ("Root", ADMIN))
        ]
        environ = environment(telegram, gateway, folder) | PLENTY
        async with build(settings(environ), traffic=hurried()) as app:
            app.database.engine = planned = Planned(app.database.engine)
            async with living(app):
                town = Town(telegram, gateway, app, *people)
                for part in (edits, commands, choices, groups, news, duties, farewell):
                    await part(town)
    return planned.asked


async def test_nothing_that_is_asked_all_day_takes_the_longer_the_more_there_ever_was(
    asked: list[Asked],
) -> None:
    faults: dict[str, set[str]] = {}
    for site in sites():
        found = {fault for each in asked if site.made(each) for fault in each.faults}
        if found:
            faults.setdefault(site.name, set()).update(found)
    assert {name: found for name, found in faults.items() if name not in EXCUSED} == {}
    assert faults.keys() == EXCUSED.keys(), "an excuse that nobody needs"
    assert not any(fault.startswith("SCAN") for found in faults.values() for fault in found)


async def test_every_statement_is_run_by_the_day_or_named_with_why_it_is_not(asked: list[Asked]) -> None:
    every = [site for site in sites() if not (site.tables and site.tables <= SMALL)]
    missed = {site.name for site in every if not any(map(site.made, asked))}
    named = {name for names in NOT_TODAY.values() for name in names}
    assert missed - named == set()
    assert named - {site.name for site in every} == set(), "there is no such statement"


@pytest.mark.parametrize(
    ("steps", "faults"),
    [
        (["SCAN edits"], 1),
        (["SCAN edits USING COVERING INDEX edits_figures"], 1),
        (["SEARCH people USING AUTOMATIC COVERING INDEX (id=?)"], 1),
        (["SEARCH edits USING INDEX edits_wallet (wallet=?)", "USE TEMP B-TREE FOR ORDER BY"], 1),
        (["SEARCH edits USING INDEX edits_person (person=?)"], 0),
        (["SCAN edits USING INDEX edits_unfinished", "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY"], 0),
        (["SCAN alerts", "USE TEMP B-TREE FOR ORDER BY"], 0),
        (["MATERIALIZE found", "SEARCH names USING INDEX people_newest (met<?)", "SCAN found"], 0),
    ],
)
async def test_the_rule_sees_what_would_get_slow(steps: list[str], faults: int) -> None:
    assert len(Asked(Path(), 1, tuple(steps)).faults) == faults
