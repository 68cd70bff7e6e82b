"""One admin asks for one page: what its function gets, and what it answers with."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.domain.ports import Clock
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.console.console import Console
from bot.services.fleet import Fleet
from bot.services.office import Office
from bot.services.sessions import Sessions
from bot.texts import FALLBACK, Texts
from bot.web.console.door import refreshes
from bot.web.console.render import Renderer
from bot.web.health import Verdict

SIGN_IN = "/sign-in"
_LONGEST_ONCE = 64
_DONE = {
    "granted": "The credits are there.",
    "limited": "The free credits are set.",
    "banned": "They are shut out, and what they waited for is cancelled.",
    "unbanned": "They are let in again.",
    "switched": "It is switched.",
}
"""What was done, as the page says that comes after it."""
_FAULTS = {
    400: "The address or the form says something that cannot be.",
    404: "There is no such page.",
    408: "The form came too slowly.",
    413: "The form is too large.",
    415: "That was no form.",
    500: "Something went wrong here; the log has the details.",
    503: "The database does not answer. The log has the details; try again in a moment.",
}


@dataclass(frozen=True, slots=True)
class Tools:
    """What the pages show and steer by.

    `verdict`: how the bot is. `settings`: those in force as TOML, with secrets masked.
    """

    sessions: Sessions
    account: Account
    admin: Admin
    office: Office
    fleet: Fleet
    console: Console
    texts: Texts
    clock: Clock
    verdict: Callable[[], Verdict]
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

    def asked(self, name: str) -> str:
        """What the address says after its "?"; empty where nothing."""
        return self.request.query_params.get(name, "").strip()

    def page(self, template: str, /, **data: object) -> Response:
        """A page; `new_once` makes a mark for each form in it."""
        frame = {
            "admin": self.admin,
            "said": _DONE.get(self.asked("done")),
            "new_once": lambda: secrets.token_urlsafe(16),
        }
        return HTMLResponse(self.render(template, {**frame, **data}))

    def fault(self, status: int, sentence: str = "") -> Response:
        """The page that says what went wrong; without a sentence what that status of HTTP means here."""
        response = self.page("fault.html", sentence=sentence or _FAULTS[status])
        response.status_code = status
        return response

    def turned_away(self) -> Response:
        """For who is not signed in: they learn how one gets in, and nothing else."""
        if refreshes(self.request):
            return Response(status_code=401, headers={"HX-Redirect": f"{self.root}{SIGN_IN}"})
        return self.to(SIGN_IN)

    def why(self, error: str) -> str:
        """Why an edit failed, in a few words, by its text key."""
        return self.tools.texts.say(FALLBACK, "why", error=error)

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
