"""Every command of the READMEs does what it says: word for word, in a fresh folder, with the sandbox."""

import asyncio
import os
import re
import shlex
import shutil
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import config
from bot.sandbox import stack
from bot.sandbox.effects import sample
from bot.sandbox.stack import Stack
from tests.deploy.commands import GUIDES, Line, blocks, looked_at
from tests.deploy.tools import ROOT, SCRIPTS

STAY = {"make demo", "make run", "darkroom run"}
"""What runs until it is told to stop."""


class Shell:
    """A folder as an operator has it after a clone, and what they exported; the world is the sandbox."""

    def __init__(self, folder: Path, world: Stack) -> None:
        self.folder, self.world = folder, world
        self._state = folder.parent / "exported"
        ours = ("DARKROOM_", "MAKE", "MFLAGS", "ARGS")  # `make test` hands its own arguments on
        known = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        told = stack.bot_settings(world.telegram, world.gateway, world.people[1])
        self._environ = known | told | {"PATH": f"{SCRIPTS}:{known['PATH']}", "TMPDIR": str(folder.parent)}
        self._filled_in = {  # what an operator writes in its place
            "123456:the-token-from-BotFather": stack.TOKEN,
            "https://gateway.example.com/v1": world.gateway.base_url,
            "the-key": world.gateway.key,
        }

    def begin(self) -> None:
        """A new block: nothing is exported yet."""
        self._state.write_text("")

    @asynccontextmanager
    async def started(self, line: Line) -> AsyncIterator[asyncio.subprocess.Process]:
        """A command at work, in a group of its own."""
        text = line.text
        for placeholder, value in self._filled_in.items():
            text = text.replace(placeholder, value)
        state = shlex.quote(str(self._state))
        process = await asyncio.create_subprocess_exec(
            *("bash", "-euo", "pipefail", "-c", f". {state}\n{text}\nexport -p > {state}"),
            cwd=self.folder,
            env=self._environ,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGTERM)
                await process.communicate()

    async def run(self, line: Line) -> None:
        """To its end, which must be a good one."""
        async with asyncio.timeout(60), self.started(line) as process:
            told, _ = await process.communicate()
            assert process.returncode == 0, f"{line.text}\n{told.decode()}"

    async def stay(self, line: Line) -> None:
        """Until it is ready, then stop it."""
        polls = len(self.world.telegram.calls_of("getUpdates"))
        async with asyncio.timeout(60), self.started(line) as process:
            assert process.stdout
            if "demo" in line.text:
                banner = await process.stdout.readuntil(b"Ctrl+C ends it.")
                assert b"Darkroom is here:  http://127.0.0.1:" in banner
            else:
                telegram = self.world.telegram
                await telegram.wait_for(lambda: len(telegram.calls_of("getUpdates")) > polls, timeout=60)
            os.killpg(process.pid, signal.SIGTERM)
            told, _ = await process.communicate()
            assert b"stopping" in told or b"nothing is left behind" in told, told


@pytest.fixture
async def shell(tmp_path: Path) -> AsyncIterator[Shell]:
    folder = tmp_path / "darkroom"
    (folder / ".venv").mkdir(parents=True)
    for each in ("Makefile", "README.md", "bot", "pyproject.toml", "requirements.lock"):
        (folder / each).symlink_to(ROOT / each)
    (folder / "requirements-build.lock").symlink_to(ROOT / "requirements-build.lock")
    shutil.copytree(ROOT / "deploy", folder / "deploy")
    (folder / ".venv" / "bin").symlink_to(SCRIPTS)
    (folder / ".venv" / "runtime.stamp").touch()  # it is set up: the tests of make see to that
    (folder / "photo.jpg").write_bytes(sample("cat").data)
    not_understood = folder / "data" / "spool" / "an-edit" / "answer.http"
    not_understood.parent.mkdir(parents=True)
    shutil.copy(ROOT / "tests/wire/answers/p42_err_400_image_fetch_failed.http", not_understood)
    async with stack.opened() as world:
        yield Shell(folder, world)


@pytest.mark.parametrize("guide", GUIDES)
async def test_every_command_of_the_guides_does_what_it_says(guide: str, shell: Shell) -> None:
    earlier = GUIDES[: GUIDES.index(guide)]
    done = {line.command for each in earlier for block in blocks(each) for line in block}
    for block in blocks(guide):
        shell.begin()
        for line in block:
            command = line.command
            if command in done:
                continue
            done.add(command)
            judge = None if "--once" in command else looked_at(line)
            if command in STAY:
                await shell.stay(line)
            elif judge:
                judge(line.words)
            else:
                await shell.run(line)


def test_the_settings_that_the_guides_show_are_settings(tmp_path: Path) -> None:
    told = (ROOT / "deploy/README.md").read_text(encoding="utf-8") + (ROOT / "README.md").read_text()
    assert told.count("```toml") >= 1
    least = {"DARKROOM_TELEGRAM__TOKEN": "1:abc", "DARKROOM_GATEWAY__BASE_URL": "http://x"}
    for number, table in enumerate(re.findall(r"(?ms)^```toml\n(.*?)^```$", told)):
        file = tmp_path / f"{number}.toml"
        file.write_text(table)
        config.load_all(config_file=file, environ=least)


@pytest.mark.parametrize("guide", GUIDES)
def test_no_link_of_the_guides_leads_nowhere(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, anchor = target.partition("#")
        if path.startswith("https:"):
            continue
        file = (ROOT / guide).parent / path if path else ROOT / guide
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"(?m)^#+ (.*)$", file.read_text(encoding="utf-8"))
            slugs = {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
            assert anchor in slugs, target
