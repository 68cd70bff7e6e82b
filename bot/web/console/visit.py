"""One admin asks for one page: what its function gets, and what it answers with."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.domain.ports import Clock
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.figures import Figures
from bot.services.fleet import Fleet
from bot.services.office import Office
from bot.services.sessions import Sessions
from bot.texts import Texts
from bot.web.console.render import Renderer

_LONGEST_ONCE = 64
_DONE = {
    "granted": "The credits are there.",
    "limited": "The free credits are set.",
    "banned": "They are shut out, and what they waited for is cancelled.",
    "unbanned": "They are let in again.",
    "switched": "It is switched.",
}
"""What was done, as the page says that comes after it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pages show and steer by. `settings`: those in force as TOML, with secrets masked."""

    sessions: Sessions
    account: Account
    admin: Admin
    office: Office
    fleet: Fleet
    figures: Figures
    texts: Texts
    clock: Clock
    settings: str


@dataclass(frozen=True, slots=True)
class Visit:
    """A request. `admin`: whose, 0 before they are signed in. `form`: what they filled in."""

    tools: Tools
    request: Request
    render: Renderer
    root: str
    admin: int = 0
    form: Mapping[str, str] = field(default_factory=dict)

    @property
    def by_itself(self) -> bool:
        """Whether a part of a page refreshes."""
        return "HX-Request" in self.request.headers

    def asked(self, name: str) -> str:
        """What the address says after its "?"; empty where nothing."""
        return self.request.query_params.get(name, "").strip()

    def page(self, template: str, /, status: int = 200, **data: object) -> Response:
        """A page; `new_once` makes a mark for each form in it."""
        frame = {
            "admin": self.admin,
            "said": _DONE.get(self.asked("done")),
            "new_once": lambda: secrets.token_urlsafe(16),
            "here": self.request.url.path,
        }
        return HTMLResponse(self.render(template, {**frame, **data}), status)

    def to(self, path: str, **asked: str) -> Response:
        """Elsewhere in the console."""
        return RedirectResponse(f"{self.root}{path}{'?' if asked else ''}{urlencode(asked)}", 303)

    def once(self) -> str:
        """The key of the act that this form asks for: sent twice, it is done once.

        Raises:
            ValueError: it is no form of ours.
        """
        mark = self.form.get("once", "")
        if not mark or len(mark) > _LONGEST_ONCE or not mark.isascii():
            raise ValueError("once")
        return f"console:{self.admin}:{mark}"
