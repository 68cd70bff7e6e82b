"""What calls tell operators: a line each in the log, and signs for the alarm; nothing that people wrote."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.domain.alert import OF_GATEWAYS, Happened, Sign, Trouble, Well, What
from bot.domain.edit import Options
from bot.domain.errors import FaultKind, GatewayFault, ResultFault
from bot.domain.meter import SILENT
from bot.domain.model import Model
from bot.domain.ports import Outcome, Request
from bot.gateway.address import Address
from bot.gateway.client import HttpGateway
from bot.gateway.download import Downloader
from bot.gateway.guard import only_public
from bot.gateway.health import Attempt, Breaker, Health, Reached
from bot.gateway.http import transport
from bot.gateway.policy import GiveUp, Try
from bot.gateway.signs import Signs
from bot.gateway.writer import Writer
from tests.fakes.spool import FakeSpool
from tests.gateway.raw import Server, serving
from tests.gateway.test_client import PNG, answers, chat, error, in_turn, pictures

PROMPT = "a canary prompt"
REQUEST = Request("e1", Model("banana", "Banana", 1, "chat"), PROMPT, (), Options())
FIRST, SECOND = Address("first", "http://a", ("k1", "k2")), Address("second", "http://b", ())


def judged(fault: GatewayFault, then: Try | None = None, health: Health | None = None) -> list[Sign]:
    """The signs of an edit whose call of the first gateway, by its second key, had that fault."""
    heard: list[Sign] = []
    signs = Signs((FIRST, SECOND), heard.append, SILENT, lambda: 0.0)
    attempt = Attempt("first", 1, fault, Reached.ANSWERED)
    signs.judged(REQUEST, attempt, then or GiveUp(fault), health or Health())
    return heard


TROUBLES = [
    (GatewayFault(FaultKind.AUTH, 401), Trouble(What.KEY, "first", key=2)),
    (GatewayFault(FaultKind.AUTH, 403), Trouble(What.RIGHT, "first", "banana", 2)),
    (GatewayFault(FaultKind.QUOTA, 402), Trouble(What.CREDIT, "first", key=2)),
    (GatewayFault(FaultKind.BAD_REQUEST, 400), Trouble(What.REQUEST, "first", "banana")),
    (GatewayFault(FaultKind.UPSTREAM, detail="certificate: expired"), Trouble(What.CERTIFICATE, "first")),
    (GatewayFault(FaultKind.UPSTREAM, 502), None),
    (GatewayFault(FaultKind.TIMEOUT), None),
    (GatewayFault(FaultKind.RATE_LIMITED, 429), None),
    (GatewayFault(FaultKind.CONTENT_POLICY, 400), None),
    (GatewayFault(FaultKind.NO_IMAGE), None),
]


@pytest.mark.parametrize(("fault", "trouble"), TROUBLES, ids=str)
def test_what_an_operator_has_to_see_to_is_told_to_the_alarm(
    fault: GatewayFault, trouble: Trouble | None
) -> None:
    heard = judged(fault)
    assert [each.trouble for each in heard if isinstance(each, Happened)] == ([trouble] if trouble else [])
    assert fault.gateway == "first"


def test_what_is_asked_once_more_of_the_same_gateway_may_yet_be_well() -> None:
    fault = GatewayFault(FaultKind.BAD_REQUEST, 400)
    assert judged(fault, Try(FIRST, 1, changed=True)) == []
    assert judged(fault, Try(FIRST, 0)) != []
    assert judged(fault, Try(SECOND, 0)) != []


def test_a_breaker_that_opened_is_told_with_who_stands_in() -> None:
    health = Health({("first", "banana"): Breaker(4, 20.0)})
    (sign,) = judged(GatewayFault(FaultKind.TIMEOUT), health=health)
    trouble = Trouble(What.BREAKER, "first", "banana")
    assert sign == Happened(trouble, "e1", facts={"fault": "timeout", "others": 1})


class Bench:
    def __init__(self, folder: Path) -> None:
        self.spool, self.heard, self.free = FakeSpool(folder), list[Sign](), transport()
        self.guarded = transport(guard=only_public)

    async def develop(self, server: Server, *keys: str) -> Outcome:
        async with HttpGateway(
            [Address("first", server.url, keys)],
            writer=Writer(),
            spool=self.spool,
            downloader=Downloader(self.guarded, self.free, self.spool, pause=0),
            alarm=self.heard.append,
        ) as gateway:
            return await gateway.develop(REQUEST, lambda _: None)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    await bench.guarded.aclose()
    await bench.free.aclose()


async def test_a_refused_key_and_the_picture_by_the_next_one_are_two_signs_and_two_lines_without_the_prompt(
    bench: Bench,
) -> None:
    refused = answers(error("invalid_api_key", f"not for {PROMPT}"), 401)
    with capture_logs() as log:
        async with serving(in_turn(refused, answers(pictures(PNG)))) as server:
            outcome = await bench.develop(server, "k1", "k2")
    assert outcome.gateway == "first"
    bad, good = bench.heard
    assert bad == Happened(
        Trouble(What.KEY, "first", key=1),
        "e1",
        facts={"status": 401, "keys": 2, "others": None, "detail": "invalid_api_key not for …"},
    )
    assert good == Well(OF_GATEWAYS, "first", "banana", 2)
    assert [(each["event"], each["gateway"], each["model"], each["edit"]) for each in log] == [
        ("gateway failed", "first", "banana", "e1"),
        ("gateway answered", "first", "banana", "e1"),
    ]
    assert PROMPT not in str(log)


async def test_a_link_into_a_private_network_is_told_with_its_host(bench: Bench) -> None:
    async with serving(answers(chat("![x](http://127.0.0.2:9/a.png?token=canary)"))) as server:
        with pytest.raises(ResultFault) as raised:
            await bench.develop(server)
    assert raised.value.blocked == "127.0.0.2"
    assert bench.heard[-1] == Happened(Trouble(What.PRIVATE, "first", name="127.0.0.2"), "e1")
    assert "canary" not in str(bench.heard)
