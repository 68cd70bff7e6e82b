"""The shell commands: plain sentences, the documented exit codes, and nothing secret."""

import asyncio
import importlib
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner, Result

import bot
from bot.cli import cli
from bot.config import Settings
from bot.domain.errors import StartupFault, UnknownPerson
from bot.domain.role import Role
from bot.systemd import Systemd
from bot.web import health

TOKEN = "7312345678:AAFakeTokenOfThirtyAndSomeCharsXyz_-9"
KEY = "the-gateways-key"
LEAST = {
    "DARKROOM_TELEGRAM__TOKEN": TOKEN,
    "DARKROOM_GATEWAY__BASE_URL": "http://127.0.0.1:9/v1",
    "DARKROOM_GATEWAY__API_KEY": KEY,
}
PARTS = {
    "backup": "bot.upkeep:backup",
    "bench": "bot.bench.command:bench",
    "check": "bot.upkeep:check",
    "config": "bot.config:masked",
    "demo": "bot.sandbox.demo:main",
    "explain": "bot.gateway.recordings:explain_all",
    "grant": "bot.upkeep:grant",
    "healthcheck": "bot.web.health:from_outside",
    "move": "bot.moving:move",
    "restore": "bot.upkeep:restore",
    "run": "bot.app:run",
    "stats": "bot.upkeep:stats",
}

Darkroom = Callable[..., Result]


@pytest.fixture
def darkroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Darkroom:
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("DARKROOM_")]:
        monkeypatch.delenv(name)

    def darkroom(*arguments: str, **environ: str) -> Result:
        return CliRunner().invoke(cli, arguments, env={**LEAST, **environ}, prog_name="darkroom")

    return darkroom


@dataclass
class Finding:
    subject: str
    well: bool
    sentence: str


class FakeApp(ModuleType):
    """Stands where bot.app and bot.upkeep are: tells what it was called with, or raises what it is given."""

    def __init__(self) -> None:
        super().__init__("bot.app")
        self.error: Exception | None = None
        self.role: Role | None = None
        self.findings = [Finding("token", well=True, sentence=f"@darkroom_bot with {TOKEN}")]

    async def run(self, settings: Settings, systemd: Systemd, role: Role) -> None:
        self.role = role
        if self.error:
            raise self.error

    async def check(self, settings: Settings) -> list[Finding]:
        return self.findings

    async def stats(self, settings: Settings, days: int) -> str:
        return f"{days} days of {settings.database}"

    async def grant(self, settings: Settings, user: str, credits: int) -> str:  # noqa: A002  # the design's word
        if user == "@nobody":
            raise UnknownPerson(person=user)
        return f"{user} now has {credits}"


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeApp]:
    fake = FakeApp()
    for name in ("app", "upkeep"):
        monkeypatch.setitem(sys.modules, f"bot.{name}", fake)
        monkeypatch.setattr(bot, name, fake, raising=False)
    root = logging.getLogger()
    before = root.handlers, root.level
    yield fake
    root.handlers, level = before
    root.setLevel(level)
    logging.captureWarnings(capture=False)


@pytest.mark.parametrize("command", cli.commands)
def test_every_command_that_is_listed_has_its_part(command: str) -> None:
    module, name = PARTS[command].split(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_every_command_explains_itself(darkroom: Darkroom) -> None:
    for command in cli.commands:
        result = darkroom(command, "--help")
        assert result.exit_code == 0
        assert "Usage: darkroom" in result.output


def test_missing_settings_are_sentences_and_exit_78(darkroom: Darkroom) -> None:
    result = darkroom("config", DARKROOM_TELEGRAM__TOKEN="", DARKROOM_QUOTA__FREE="abc")
    assert result.exit_code == 78
    token, quota = result.stderr.splitlines()
    assert token.startswith(
        "telegram.token is missing: set DARKROOM_TELEGRAM__TOKEN, or token under [telegram]"
    )
    assert quota == "quota.free: should be a whole number, 0 or more"


def test_a_file_of_settings_that_is_not_there_exits_78(darkroom: Darkroom) -> None:
    result = darkroom("--config", "other.toml", "config")
    assert (result.exit_code, result.stderr) == (78, "other.toml: there is no such file\n")


def test_a_wrong_option_exits_2(darkroom: Darkroom) -> None:
    assert darkroom("run", "--fast").exit_code == 2
    assert darkroom("demo", "--out", "x.png").exit_code == 2
    assert darkroom("demo", "--once", "photo.jpg").exit_code == 2


def test_config_shows_what_is_in_force_without_secrets(darkroom: Darkroom) -> None:
    result = darkroom("config", DARKROOM_QUOTA__FREE="3")
    assert result.exit_code == 0
    assert "free = 3" in result.stdout
    assert TOKEN not in result.output
    assert KEY not in result.output


def test_the_sample_needs_no_settings_and_loads(darkroom: Darkroom, tmp_path: Path) -> None:
    sample = darkroom("config", "--sample", DARKROOM_TELEGRAM__TOKEN="", DARKROOM_GATEWAY__BASE_URL="")
    (tmp_path / "sample.toml").write_text(sample.stdout, encoding="utf-8")
    assert darkroom("--config", "sample.toml", "config").exit_code == 0


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ((), Role.ALL),
        (("--role", "all"), Role.ALL),
        (("--role", "intake"), Role.INTAKE),
        (("--role", "worker"), Role.WORKER),
        (("--role", "web"), Role.WEB),
    ],
)
def test_a_process_does_what_its_role_says(
    darkroom: Darkroom, app: FakeApp, words: tuple[str, ...], role: Role
) -> None:
    assert darkroom("run", *words).exit_code == 0
    assert app.role is role


def test_a_bot_that_ends_well_exits_0(darkroom: Darkroom, app: FakeApp) -> None:
    assert darkroom("run").exit_code == 0


def test_a_fault_at_the_start_is_a_sentence_even_from_within_a_task_group(
    darkroom: Darkroom, app: FakeApp
) -> None:
    fault = StartupFault(sentence=f"web.listen: 127.0.0.1:8080 is taken ({TOKEN})")
    app.error = ExceptionGroup("tasks", [ExceptionGroup("more", [fault])])
    result = darkroom("run")
    assert (result.exit_code, result.output) == (78, "web.listen: 127.0.0.1:8080 is taken (***)\n")


def test_a_fault_that_is_no_configuration_exits_as_it_says(darkroom: Darkroom, app: FakeApp) -> None:
    app.error = StartupFault(sentence="Telegram cannot be reached", exit_code=1)
    assert darkroom("run").exit_code == 1


def test_a_bug_is_one_log_line_without_the_token(
    darkroom: Darkroom, app: FakeApp, capfd: pytest.CaptureFixture[str]
) -> None:
    app.error = RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    result = darkroom("run", DARKROOM_LOG__FORMAT="json")
    told = result.output + capfd.readouterr().err
    assert result.exit_code == 1
    assert "the bot was stopped by an error" in told
    assert TOKEN not in told


def test_a_bug_in_any_other_command_shows_its_trace_without_the_token(
    darkroom: Darkroom, app: FakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def check(settings: Settings) -> list[Finding]:
        raise RuntimeError(f"/bot{TOKEN}/getMe {KEY}")

    monkeypatch.setattr(app, "check", check)
    result = darkroom("check")
    assert result.exit_code == 1
    assert "RuntimeError: /bot***/getMe ***" in result.stderr


def test_check_prints_a_line_each_and_fails_when_one_does(darkroom: Darkroom, app: FakeApp) -> None:
    good = darkroom("check")
    assert (good.exit_code, good.stdout) == (0, "ok    token: @darkroom_bot with ***\n")
    app.findings.append(Finding("disk", well=False, sentence="data is full"))
    bad = darkroom("check")
    assert bad.exit_code == 1
    assert bad.stdout.splitlines()[1] == "FAULT disk: data is full"


def test_grant_tells_what_came_of_it_and_takes_negative_numbers(darkroom: Darkroom, app: FakeApp) -> None:
    assert darkroom("grant", "7", "-5").stdout == "7 now has -5\n"
    assert darkroom("grant", "7", "many").exit_code == 2
    refused = darkroom("grant", "@nobody", "5")
    assert refused.exit_code == 1
    assert "@nobody" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_healthcheck_says_in_one_line_how_the_bot_is(darkroom: Darkroom, tmp_path: Path) -> None:
    now = time.time_ns() // 1_000_000
    (tmp_path / "data").mkdir()
    health.write(tmp_path / "data", health.Heartbeat(now, now, os.getpid()))
    assert (darkroom("healthcheck").exit_code, darkroom("healthcheck").stdout) == (0, "well\n")
    health.write(tmp_path / "data", health.Heartbeat(now, now - 90_000, os.getpid()))
    ill = darkroom("healthcheck")
    assert ill.exit_code == 1
    assert ill.stdout.startswith("the last write to the database was 9")


def test_the_bot_runs_on_uvloop_where_there_is_one(
    darkroom: Darkroom, app: FakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    loops: list[str] = []

    async def run(*_: object) -> None:
        loops.append(type(asyncio.get_running_loop()).__module__)

    monkeypatch.setattr(app, "run", run)
    darkroom("run")
    assert loops == ["uvloop" if sys.platform != "win32" else "asyncio"]


def test_python_m_bot_is_the_same_command(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert ran.stdout == f"darkroom, version {bot.__version__}\n"


@pytest.mark.parametrize("command", ["['healthcheck']", "['explain', '/dev/null']"])
def test_small_commands_do_not_load_the_bot(command: str) -> None:
    script = (
        f"import sys; from bot.cli import cli; cli({command}, standalone_mode=False);"
        "print(*{'telegram', 'httpx', 'aiohttp', 'PIL', 'starlette', 'babel'} & {*sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **LEAST},
    )
    assert ran.stdout.splitlines()[1:] == [""], ran


def test_no_two_commands_or_options_are_hidden() -> None:
    assert not [name for name, command in cli.commands.items() if command.hidden or not command.help]
    assert isinstance(cli, click.Group)


@pytest.fixture
def two(tmp_path: Path) -> None:
    tables = (
        f'[[bots]]\nname = "{name}"\ntelegram.token = "{n}:abc"\n' for n, name in enumerate(("shop", "club"))
    )
    (tmp_path / "darkroom.toml").write_text("".join(tables))


@pytest.mark.usefixtures("two")
def test_of_several_bots_a_command_speaks_to_the_one_that_is_named(darkroom: Darkroom, app: FakeApp) -> None:
    assert darkroom("stats", "--bot", "club").stdout == "7 days of sqlite:///data/club/darkroom.db\n"
    unnamed, unknown = darkroom("stats"), darkroom("grant", "7", "5", "--bot", "clab")
    assert (unnamed.exit_code, unknown.exit_code) == (2, 2)
    assert unnamed.stderr == "There are several bots; say which one with --bot: shop, club.\n"
    assert unknown.stderr == "There is no bot clab; there are: shop, club.\n"


@pytest.mark.usefixtures("two")
def test_check_config_and_healthcheck_tell_of_all_bots_by_their_names(
    darkroom: Darkroom, app: FakeApp, tmp_path: Path
) -> None:
    app.findings = [Finding("token", well=True, sentence="is there")]
    assert darkroom("check").stdout == "ok    shop token: is there\nok    club token: is there\n"
    assert darkroom("check", "--bot", "club").stdout == "ok    club token: is there\n"
    shown = darkroom("config").stdout
    assert shown.index("# [[bots]] shop\n") < shown.index('data_dir = "data/club"')
    now = time.time_ns() // 1_000_000
    (tmp_path / "data/shop").mkdir(parents=True)
    health.write(tmp_path / "data/shop", health.Heartbeat(now, now, os.getpid()))
    told = darkroom("healthcheck")
    assert told.exit_code == 1
    assert told.stdout == "club: no bot has run here: there is no readable data/club/heartbeat\n"
    assert darkroom("healthcheck", "--bot", "shop").exit_code == 0
