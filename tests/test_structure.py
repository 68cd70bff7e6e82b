"""The shape of the house: sizes, documentation, layers, what is shipped, and what is locked."""

import ast
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import conftest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "bot").rglob("*.py"))

LONGEST_FILE = 250
LONGEST_FUNCTION = 60
LONGER_FILES: dict[str, int] = {}
PARTS_OF_OTHERS = {"fluent-syntax", "pydantic-core", "yarl"}
"""Distributions that fluent.runtime, pydantic and aiohttp are made of; they hand out their values."""
ONE_FOR_MANY = "opentelemetry-"
"""How distributions begin that share one package, so that nobody can tell which of them is used."""
LONGER_FUNCTIONS: dict[str, int] = {}

ASKS = {"store", "darkroom"}
"""Fixtures by which a test runs on either database; in tests/whole all do."""

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-build.lock",
    *(f"deploy/extras/{extra}.lock" for extra in EXTRAS),
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{_name(path)}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_files_are_short_enough_to_be_read_at_once() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: n for name, n in lengths.items() if n > LONGER_FILES.get(name, LONGEST_FILE)} == {}
    assert [name for name in LONGER_FILES if lengths.get(name, 0) <= LONGEST_FILE] == [], (
        "no exception needed"
    )


def test_functions_are_short_enough_to_be_held_in_mind() -> None:
    lengths = {name: lines for path in SOURCES for name, lines in _functions(path)}
    assert {name: n for name, n in lengths.items() if n > LONGER_FUNCTIONS.get(name, LONGEST_FUNCTION)} == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        _name(path)
        for path in SOURCES
        if (text := path.read_text(encoding="utf-8")).strip() and not ast.get_docstring(ast.parse(text))
    ]
    assert silent == []


def test_imports_only_go_down() -> None:
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    ran = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_wheel_ships_every_file_of_the_package(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    ours = {
        _name(path)
        for path in (ROOT / "bot").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert ours - shipped == set()
    assert {Path(name).suffix for name in shipped} >= {".ftl", ".sql", ".toml", ".json"}


def _locked(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"(?m)^([a-z0-9-]+)==(\S+)", text))


def _asked(group: str) -> Iterator[Requirement]:
    for each in PROJECT["dependency-groups"][group]:
        if isinstance(each, dict):
            yield from _asked(each["include-group"])
        else:
            yield Requirement(each)


def test_every_dependency_is_used_and_every_used_one_is_asked_for() -> None:
    homes = {module: {*map(_canonical, dists)} for module, dists in packages_distributions().items()}
    used = set().union(*(homes.get(module, set()) for path in SOURCES for module in _imported(path)))
    everything = chain(PROJECT["project"]["dependencies"], *EXTRAS.values())
    asked = {_canonical(Requirement(each).name) for each in everything}
    assert asked - used == {"tzdata"}, "data, not code"
    others = {each for each in used - asked - {"darkroom"} if not each.startswith(ONE_FOR_MANY)}
    assert others <= PARTS_OF_OTHERS


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name.split(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_are_in_step_with_what_the_project_asks_for(lock: str) -> None:
    runtime = [Requirement(each) for each in PROJECT["project"]["dependencies"]]
    asked = {
        "requirements.lock": runtime,
        "requirements-dev.lock": [*runtime, *_asked("dev")],
        "requirements-build.lock": list(_asked("build")),
        **{f"deploy/extras/{extra}.lock": list(map(Requirement, asked)) for extra, asked in EXTRAS.items()},
    }[lock]
    locked = _locked(lock)
    stale = [str(each) for each in asked if locked.get(_canonical(each.name), "0") not in each.specifier]
    assert stale == [], "run: make lock"


def test_the_locks_agree_with_each_other() -> None:
    whole = _locked("requirements-dev.lock").items()
    assert all(_locked(lock).items() <= whole for lock in LOCKS), "run: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_the_locks_hold_a_hash_for_everything_and_name_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    entries = re.split(r"(?m)^(?=[a-z0-9-]+==)", text)[1:]
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_what_is_to_run_on_both_databases_is_there_and_asks_for_one() -> None:
    files = [path for path in (ROOT / "tests").rglob("test_*.py") if path.parent.name not in conftest.ON_BOTH]
    functions = [
        (path, node)
        for path in files
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    asking = {
        node.name
        for path, node in functions
        if path.parent.name == "whole" or ASKS & {each.arg for each in node.args.args}
    }
    assert conftest.WHOLE_ON_BOTH - asking == set()
