"""How long the runtime takes to import, and its size on disk."""

import re
import sys
from asyncio import create_subprocess_exec
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from time import perf_counter

import bot
from bot.bench.figures import Figure, Goal
from bot.bench.subject import around

_MB = 1_000_000
_AS_RUN_DOES = "import bot.cli\nwith bot.cli.importing():\n    import bot.app"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


async def imported(times: int) -> Figure:
    """Seconds of a process that only imports what `darkroom run` does."""
    seconds = []
    environ = around({})
    for _ in range(times + 1):
        began = perf_counter()
        process = await create_subprocess_exec(sys.executable, "-c", _AS_RUN_DOES, env=environ)
        await process.wait()
        seconds.append(perf_counter() - began)
    return Figure("runtime", "import", "s", seconds[1:], goals=(Goal(0.9),))  # the first one filled the cache


def on_disk() -> Figure:
    """Megabytes of this package and of all that it requires, compiled files too."""
    sizes = [_size(path) for path in Path(bot.__file__).parent.rglob("*")]
    for each in _required("darkroom", {}).values():
        sizes += [_size(Path(str(file.locate()))) for file in each.files or ()]
    return Figure("runtime", "on disk", "MB", [sum(sizes) / _MB], goals=(Goal(130.0),))


def _required(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """What `name` requires here and now, and what that requires, without extras."""
    for each in distribution(name).requires or ():
        asked = _NAME.match(each)
        if asked is None or asked[0] in found or "extra ==" in each:
            continue
        try:
            found[asked[0]] = distribution(asked[0])
        except PackageNotFoundError:  # of another system or Python
            continue
        _required(asked[0], found)
    return found


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
