"""The console on the database of a bot that grew: 500,000 edits, 1,000,000 entries, 100,000 people."""

import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC
from functools import partial
from pathlib import Path

import pytest

from bot.domain.edit import State
from bot.domain.line import Line
from bot.domain.model import Catalogue, Model
from bot.domain.ports import GatewayHealth
from bot.domain.quota import Allowance, Allowances, Period
from bot.domain.shop import Shop
from bot.services.calls import Calls
from bot.services.console.console import Console, Work
from bot.services.console.opened import Discretion
from bot.services.console.views import Span
from bot.services.switches import Switches
from bot.services.timing import Timing
from bot.storage.browse.edits import Sought
from bot.storage.database import Database
from bot.storage.migrate import migrate
from bot.storage.spool import FolderSpool
from tests.fakes.clock import FakeClock
from tests.fakes.gateway import FakeGateway
from tests.load.big import fill

LIMIT = 0.1
Page = Callable[[], Awaitable[object]]
SOMEBODY = 1_000_007


def console(database: Database, clock: FakeClock, folder: Path) -> Console:
    gateway, allowance = FakeGateway(), Allowance(10, Period.DAY)
    gateway.healths = tuple(GatewayHealth(f"gateway-{number}") for number in range(3))
    models = tuple(Model(f"model-{number}", "M", 1, "chat") for number in range(7))
    shop, line = Shop(Catalogue(models, "model-0")), Line(per_wallet=3, total=200)
    return Console(
        database,
        clock,
        allowances=Allowances(allowance, allowance),
        zone=UTC,
        work=Work(line.places, lambda _: None, Timing(database, clock)),
        gateways=gateway,
        switches=Switches(database, clock, shop, gateway),
        calls=Calls(database, clock, FolderSpool(folder)),
        explain=lambda _: (),
        discretion=Discretion(str),
    )


def pages(told: Console) -> Mapping[str, Page]:
    sought = {
        "done": Sought(State.DONE),
        "cancelled": Sought(State.CANCELLED),
        "of a rare fault": Sought(State.FAILED, "failed-no-room"),
        "of a fault and no model": Sought(None, "failed-timeout", model="model-99"),
        "cancelled of a model": Sought(State.CANCELLED, model="model-2"),
        "waiting of a model": Sought(State.WAITING, model="model-2"),
        "of somebody": Sought(person=SOMEBODY),
    }
    return {
        "live": told.live,
        **{f"figures of a {span}": partial(told.figures, span) for span in Span},
        "people": told.people,
        "people, far down": lambda: told.people("", f"{FakeClock().now() - 10**10}~5"),
        "people by username": lambda: told.people("@user9"),
        "people by a name of many": lambda: told.people("anna"),
        "people by a name of nobody": lambda: told.people("Никто"),
        "somebody": lambda: told.person(SOMEBODY),
        "edits": told.edits,
        "edits, far down": lambda: told.edits(None, f"{FakeClock().now() - 10**10}~x"),
        **{f"edits {name}": partial(told.edits, each) for name, each in sought.items()},
        "an edit": lambda: told.edit("edit-777"),
        "ledger": told.ledger,
        "ledger, far down": lambda: told.ledger(None, f"{FakeClock().now() - 10**10}~x"),
        "ledger of somebody": lambda: told.ledger(f"p{SOMEBODY}"),
        "audit": told.audit,
        "audit of somebody": lambda: told.audit(SOMEBODY),
        "gateways": told.gateways,
        "models": told.models,
    }


@pytest.mark.load
@pytest.mark.timeout(900)
async def test_every_page_answers_within_a_tenth_of_a_second(tmp_path: Path) -> None:
    clock, slow = FakeClock(), {}
    async with Database.open(tmp_path / "darkroom.db") as database:
        await migrate(database, clock.now())
        await database.write(fill, clock.now())
        told = console(database, clock, tmp_path)
        for span in Span:  # as the bot does after its start
            await told.figures(span)
        for name, page in pages(told).items():
            took = min([await _timed(page) for _ in range(3)])
            if took >= LIMIT:
                slow[name] = took
    assert slow == {}


async def _timed(page: Page) -> float:
    began = time.perf_counter()
    await page()
    return time.perf_counter() - began
