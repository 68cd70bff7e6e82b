"""Many people at once: Telegram's limits kept, first words at once, little memory.

The bot is a process of its own; Telegram and the gateway are in this one. Telegram enforces its limits: 30
messages a second in all, which is less than a thousand people who write in the same second need. So they
come at a pace that fits: an edit is two messages (status, result), and progress takes what is left.
"""

import asyncio
import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

import pybase64
import pytest

from bot.sandbox.effects import sample
from bot.sandbox.gateway import GatewayServer, Reply
from bot.sandbox.telegram import FloodLimits, TelegramServer
from tests.whole.test_process import polled, running
from tests.whole.town import TOKEN, environment

_MB = 1024


@dataclass
class Figures:
    """What came of a load."""

    people: int
    results: int
    most_in_flight: int
    first_words: list[float]
    last_words: list[float]
    refused: int
    calls: dict[str, int]
    resident_mb: int

    @property
    def p95(self) -> float:
        return quantiles(self.first_words, n=20)[-1]

    def __str__(self) -> str:
        per_edit = {method: round(count / self.people, 2) for method, count in sorted(self.calls.items())}
        first, last = quantiles(self.first_words, n=20), quantiles(self.last_words, n=20)
        return (
            f"{self.people} people, {self.results} results, at most {self.most_in_flight} in flight;"
            f" first words p50 {first[9]:.2f} s, p95 {first[-1]:.2f} s, worst {max(self.first_words):.2f} s;"
            f" answer to result p95 {last[-1]:.2f} s; 429: {self.refused};"
            f" resident at most {self.resident_mb} MB; calls per edit: {per_edit}"
        )


async def loaded(folder: Path, *, people: int, per_second: float, seconds: float) -> Figures:
    """So many people send one photo each, so many a second, and each answer takes so many seconds."""
    photo = sample("cat").data
    async with TelegramServer(TOKEN, flood_limits=FloodLimits()) as telegram, GatewayServer() as gateway:
        gateway.script(_answer(photo, seconds), times=0)
        crowd = [telegram.add_user(f"P{number}", id=10_000 + number) for number in range(people)]
        environ = environment(telegram, gateway, folder) | {"DARKROOM_LOG__LEVEL": "warning"}
        most = 0
        async with running(folder, environ) as bot:
            await polled(telegram)
            asked: dict[int, float] = {}
            begin = asyncio.get_running_loop().time()
            for number, user in enumerate(crowd):
                wait = begin + number / per_second - asyncio.get_running_loop().time()
                await asyncio.sleep(max(0.0, wait))
                asked[user.id] = telegram.stage.now()
                telegram.send_photo(user, photo, "sepia")
                most = max(most, gateway.in_flight)
            async with asyncio.timeout(60 + 2 * seconds):
                while len(_first(telegram, "sendPhoto")) < people:
                    most = max(most, gateway.in_flight)
                    await asyncio.sleep(0.2)
            resident = _most_resident(bot.process.pid)
        assert telegram.violations == []
        status, results = _first(telegram, "sendMessage"), _first(telegram, "sendPhoto")
        return Figures(
            people=people,
            results=len(results),
            most_in_flight=most,
            first_words=[status[each] - moment for each, moment in asked.items()],
            last_words=[results[each] - status[each] - seconds for each in asked],
            refused=sum(call.status == 429 for call in telegram.calls),
            calls=_counted(telegram),
            resident_mb=resident,
        )


def _answer(photo: bytes, seconds: float) -> Reply:
    url = f"data:image/jpeg;base64,{pybase64.b64encode(photo).decode()}"
    message = {"content": None, "images": [{"type": "image_url", "image_url": {"url": url}}]}
    return Reply(200, {"choices": [{"message": message}]}, delay=seconds)


def _first(telegram: TelegramServer, method: str) -> dict[int, float]:
    """When each chat first saw a call of that kind."""
    first: dict[int, float] = {}
    for call in telegram.calls_of(method):
        if call.ok:
            first.setdefault(int(call.params["chat_id"]), call.time)
    return first


def _counted(telegram: TelegramServer) -> dict[str, int]:
    counted: dict[str, int] = {}
    for call in telegram.calls:
        if "chat_id" in call.params:
            counted[call.method] = counted.get(call.method, 0) + 1
    return counted


def _most_resident(pid: int) -> int:
    """Megabytes of memory that the process had at its largest."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    (kilobytes,) = [line.split()[1] for line in lines if line.startswith("VmHWM")]
    return int(kilobytes) // _MB


@pytest.fixture(autouse=True)
def many_files() -> Any:
    """Sockets of both sides are in the thousand."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def keeps_its_promises(figures: Figures) -> bool:
    return (
        figures.results == figures.people
        and figures.refused == 0
        and figures.p95 < 1
        and figures.resident_mb < 300
    )


@pytest.mark.slow
async def test_forty_people_within_six_seconds_are_all_served_within_telegrams_limits(tmp_path: Path) -> None:
    figures = await loaded(tmp_path, people=40, per_second=7, seconds=2)
    sys.stdout.write(f"{figures}\n")
    assert (figures.results, figures.refused) == (figures.people, 0), figures


@pytest.mark.load
@pytest.mark.timeout(600)
async def test_a_thousand_chats_with_two_hundred_edits_in_flight(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = await loaded(tmp_path, people=1_000, per_second=7, seconds=30)
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")
    assert figures.most_in_flight >= 195, figures
    assert keeps_its_promises(figures), figures
