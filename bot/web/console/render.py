"""Templates, and how they write numbers, times and people."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from itertools import pairwise
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.domain.ports import Clock
from bot.storage.acts import What
from bot.storage.browse.acts import ActLine
from bot.web.console.files import all_files

_TEMPLATES = Path(__file__).with_name("templates")
_UNITS = (86_400, "d"), (3600, "h"), (60, "min"), (1, "s")
_FEW = 10


class Renderer:
    """Fills templates in; everything in them is escaped.

    `root`: where the console begins, "/console". `zone`: of all times, as it is for quotas.
    """

    def __init__(self, root: str, clock: Clock, zone: tzinfo) -> None:
        self._clock, self._zone = clock, zone
        self._environment = Environment(
            loader=FileSystemLoader(_TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.globals |= {"root": root, "file": self._file, "zone": str(zone)}
        self._environment.filters |= {
            "ago": self._ago,
            "details": self._details,
            "iso": iso,
            "lasts": lasts,
            "moment": self._moment,
            "number": number,
            "signed": signed,
            "took": took,
        }
        self._root = root

    def __call__(self, template: str, data: Mapping[str, object]) -> str:
        """The page."""
        return self._environment.get_template(template).render(data)

    def _file(self, name: str) -> str:
        return f"{self._root}/static/{all_files()[name].mark}/{name}"

    def _ago(self, at: int) -> str:
        """How long ago a moment (epoch ms) was, or how long it is until then."""
        seconds = (self._clock.now() - at) / 1000
        return f"in {lasts(-seconds)}" if seconds < 0 else f"{lasts(seconds)} ago"

    def _moment(self, at: int) -> str:
        return datetime.fromtimestamp(at / 1000, self._zone).strftime("%Y-%m-%d %H:%M:%S")

    def hour(self, at: int) -> str:
        """The hour that a moment is in."""
        return datetime.fromtimestamp(at / 1000, self._zone).strftime("%H:%M")

    def day(self, at: int) -> str:
        """The day that a moment is in."""
        moment = datetime.fromtimestamp(at / 1000, self._zone)
        return f"{moment.day} {moment:%b}"

    def _details(self, act: ActLine) -> str:
        """What an act was about; a ban's is the moment when it ends."""
        details = act.details or ""
        if act.what == What.BAN and details.isdecimal():
            return f"until {self._moment(int(details))}"
        return details


def lasts(seconds: float) -> str:
    """A length of time in its largest unit, with the next one where it has fewer than ten of the first."""
    whole = round(seconds)
    for (unit, name), (smaller, smaller_name) in pairwise(_UNITS):
        count, rest = divmod(whole, unit)
        if count:
            more = f" {rest // smaller} {smaller_name}" if count < _FEW and rest >= smaller else ""
            return f"{count} {name}{more}"
    return f"{whole} s"


def took(milliseconds: int) -> str:
    """A length of time, short ones with tenths of a second."""
    seconds = milliseconds / 1000
    return f"{seconds:.1f} s" if seconds < _FEW else lasts(seconds)


def iso(at: int) -> str:
    """A moment (epoch ms) for machines."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def number(value: float) -> str:
    """With narrow spaces between thousands."""
    return f"{value:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def signed(value: int) -> str:
    """A change: always with its sign."""
    return f"{'+' if value > 0 else '−' if value < 0 else '±'}{number(abs(value))}"
