"""The commands of the three READMEs, and what is looked at where one cannot be run here."""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import click
import yaml

from bot.cli import cli
from tests.deploy.tools import DEPLOY, ROOT

GUIDES = ("README.md", "bot/README.md", "deploy/README.md")
_BLOCK = re.compile(r"(?ms)^```(?:sh|bash|console|shell)\n(.*?)^```$")
_ANY_BLOCK = re.compile(r"(?ms)^```(\w*)\n")
_PROSE = {"", "toml"}
"""Blocks that are no commands; whatever else appears must be made known here."""


@dataclass(frozen=True)
class Line:
    """A command as it stands there, and its words without `sudo`."""

    text: str
    words: tuple[str, ...]

    @property
    def command(self) -> str:
        """The same for all that is the same."""
        return " ".join(self.words).removeprefix(".venv/bin/")


def blocks(guide: str) -> Iterator[list[Line]]:
    """The commands of each block."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    assert set(_ANY_BLOCK.findall(text)) - {"sh"} <= _PROSE
    for found in _BLOCK.finditer(text):
        lines = found[1].replace("\\\n", " ").splitlines()
        yield [_line(line) for line in lines if shlex.split(line, comments=True)]


def _line(text: str) -> Line:
    words = shlex.split(text, comments=True)
    return Line(text, tuple(words[words[0] == "sudo" :]))


def _darkroom(words: tuple[str, ...]) -> None:
    name, *arguments = words
    command = cli.commands[name]
    command.make_parser(click.Context(command)).parse_args(arguments)


def _compose(words: tuple[str, ...]) -> None:
    file = yaml.safe_load((ROOT / words[words.index("-f") + 1]).read_text(encoding="utf-8"))
    services = file["services"]
    profiles = {profile for service in services.values() for profile in service.get("profiles", [])}
    rest = list(words[words.index("-f") + 2 :])
    if rest[0] == "--profile":
        assert rest[1] in profiles
        rest = rest[2:]
    assert rest[0] in {"up", "exec", "logs"}
    named = [each for each in rest[1:] if not each.startswith("-")][:1]
    assert set(named) <= services.keys()
    if rest[0] == "exec":
        assert rest[2] == "darkroom"
        _darkroom(tuple(rest[3:]))


def docker(words: tuple[str, ...]) -> None:
    """An engine's command: of files and services that are there."""
    if words[1] == "compose":
        _compose(words)
        return
    assert words[1] in {"build", "push"}
    if words[1] == "build":
        assert (ROOT / words[-1] / "Dockerfile").exists()


def kubectl(words: tuple[str, ...]) -> None:
    """Of a folder, a namespace and a deployment that are there."""
    folder = DEPLOY / "kustomize"
    for before, after in pairwise(words):
        if before in {"-k", "kustomize"}:
            assert (ROOT / after / "kustomization.yaml").exists()
        if before == "-n":
            assert f"name: {after}\n" in (folder / "example" / "namespace.yaml").read_text(encoding="utf-8")
        if after.startswith("deployment/"):
            assert f"name: {after.partition('/')[2]}\n" in (folder / "base" / "deployment.yaml").read_text()
    if "--" in words:
        assert words[words.index("--") + 1] == "darkroom"
        _darkroom(words[words.index("--") + 2 :])


def systemd(words: tuple[str, ...]) -> None:
    """Of units that are there."""
    units = [each for each in words if each.startswith("darkroom")]
    assert all((DEPLOY / "systemd" / unit).exists() for unit in units)


def darkroomctl(words: tuple[str, ...]) -> None:
    """A command of Darkroom's."""
    _darkroom(words[1:])


def files(words: tuple[str, ...]) -> None:
    """Of files that are there."""
    ours = [each for each in words if each.startswith("deploy/")]
    assert all((ROOT / each).exists() for each in ours)


def curl(words: tuple[str, ...]) -> None:
    """Of a path of the HTTP face."""
    assert words[-1].startswith("http://127.0.0.1:8080/")
    assert words[-1].rpartition("/")[2] in {"healthz", "readyz", "metrics"}


def make(words: tuple[str, ...]) -> None:
    """Of a target that is there; the Makefile's own tests run what it does."""
    target = next(each for each in words[1:] if not each.startswith(("-", "/")))
    assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"))


LOOKED_AT: dict[str, Callable[[tuple[str, ...]], None]] = {
    "curl": curl,
    "darkroomctl": darkroomctl,
    "docker": docker,
    "drill.sh": files,
    "git": files,
    "install": files,
    "journalctl": systemd,
    "kubectl": kubectl,
    "make": make,
    "pip": files,
    "systemctl": systemd,
    "useradd": files,
}
"""What changes the machine, needs what is not here, or has its own test; `make demo` and `make run` run."""


def looked_at(line: Line) -> Callable[[tuple[str, ...]], None] | None:
    """How to judge a command that is not run; None: run it."""
    return LOOKED_AT.get(Path(line.words[0]).name)
