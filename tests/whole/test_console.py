"""The way into the console, and that nobody else finds one: over plain HTTP, at the real bot."""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.chat.limits import Limits, Rule
from bot.chat.traffic import Traffic
from bot.sandbox.telegram import Message
from tests.fakes.clock import FakeClock
from tests.web.test_site import ask
from tests.whole.town import ADMIN, Town, inhabited, outside

pytestmark = pytest.mark.asyncio(loop_scope="module")

ANN = 101
HURRY = Rule(1_000, 1.0, 1_000)
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
)
PAGES = (
    "/",
    "/live",
    "/people",
    "/people/101",
    "/edits",
    "/ledger",
    "/audit",
    "/gateways",
    "/models",
    "/settings",
)
LINK = re.compile(r"http://\S+")


@dataclass
class Answer:
    """Of the console."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Browser:
    """Asks as one would; it keeps the session's cookie, which a client of http would not send back."""

    client: aiohttp.ClientSession
    origin: str
    cookie: str = ""
    set_cookie: str = field(default="", init=False)

    async def get(self, path: str, **headers: str) -> Answer:
        return await self._ask("GET", path, None, headers)

    async def post(self, path: str, headers: Mapping[str, str] | None = None, /, **form: str) -> Answer:
        return await self._ask("POST", path, form, OURS if headers is None else headers)

    async def submit(self, page: str, action: str, **form: str) -> Answer:
        """Fill in one of the forms of a page, as it is there."""
        shown = (await self.get(page)).text
        once = re.search(rf'action="{action}">\s*<input type="hidden" name="once" value="([^"]+)"', shown)
        assert once, shown
        return await self.post(action, once=once[1], **form)

    async def _ask(
        self, method: str, path: str, form: Mapping[str, str] | None, headers: Mapping[str, str]
    ) -> Answer:
        url = path if path.startswith("http") else self.origin + path
        sent = {**headers, **({"Cookie": self.cookie} if self.cookie else {})}
        async with self.client.request(method, url, data=form, headers=sent, allow_redirects=False) as got:
            for name, morsel in SimpleCookie(got.headers.get("Set-Cookie", "")).items():
                self.cookie = f"{name}={morsel.value}" if morsel.value else ""
                self.set_cookie = got.headers["Set-Cookie"]
            return Answer(got.status, {k.lower(): v for k, v in got.headers.items()}, await got.text())


@dataclass
class Place:
    """A bot with a console."""

    town: Town
    clock: FakeClock
    origin: str
    client: aiohttp.ClientSession

    def browser(self) -> Browser:
        return Browser(self.client, self.origin)

    async def link(self) -> str:
        telegram, root = self.town.telegram, self.town.root
        answer = await telegram.wait_for_answer(
            telegram.send_text(root, "/console"), lambda each: bool(LINK.search(each.text or "")), timeout=60
        )
        found = LINK.search(answer.text or "")
        assert found
        return found[0]

    async def signed_in(self) -> Browser:
        browser = self.browser()
        assert (await browser.post(await self.link())).status == 303
        return browser

    async def acts(self) -> list[str]:
        return [
            str(what) for (what,) in await self.town.rows("SELECT what FROM admin_acts ORDER BY at, rowid")
        ]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    clock, folder = FakeClock(), Path(tmp_path_factory.mktemp("console"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.app.Traffic", lambda: Traffic(Limits(overall=HURRY, private=HURRY, group=HURRY)))
        changes = {"DARKROOM_WEB__LISTEN": "127.0.0.1:0", "DARKROOM_MODELS": "nano-banana,gpt-image-1"}
        async with (
            outside(folder) as (telegram, gateway),
            inhabited(telegram, gateway, folder, changes, clock) as town,
            aiohttp.ClientSession() as client,
        ):
            await town.says(town.ann, "/start")
            assert town.app.desk.entrance
            origin = town.app.desk.entrance.address.removesuffix("/console")
            yield Place(town, clock, origin, client)


async def test_who_is_not_signed_in_learns_only_how_one_signs_in(place: Place) -> None:
    stranger, forged = place.browser(), place.browser()
    forged.cookie = f"__Host-console={'0' * 64}"
    for browser in (stranger, forged):
        for path in (*PAGES, "/edits/x", "/nowhere"):
            answer = await browser.get(f"/console{path}")
            assert (answer.status, answer.headers.get("location"), answer.text) == (
                303,
                "/console/sign-in",
                "",
            )
        part = await browser.get("/console/live", **{"HX-Request": "true"})
        assert (part.status, part.headers["hx-redirect"], part.text) == (401, "/console/sign-in", "")
        assert (await browser.post("/console/people/101/grant", credits="5", once="x")).status == 303
    assert (await stranger.get("/console")).headers["location"] == "/console/"
    told = await stranger.get("/console/sign-in")
    assert told.status == 200
    assert "/console" in told.text
    assert "Root" not in told.text
    for answer in (told, part):
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert await place.town.rows("SELECT 1 FROM ledger WHERE kind = 'grant'") == []


async def test_a_link_from_the_chat_signs_in_once_and_only_by_its_button(place: Place) -> None:
    link, browser = await place.link(), place.browser()
    for _ in range(2):  # Telegram and others look at links too
        assert "Sign in as Root" in (await browser.get(link)).text
    for headers in FOREIGN:
        assert (await browser.post(link, headers)).status == 403
    assert browser.cookie == ""
    answer = await browser.post(link)
    assert (answer.status, answer.headers["location"]) == (303, "/console/")
    for part in ("__Host-console=", "HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert part in browser.set_cookie
    for page in PAGES:
        assert (await browser.get(f"/console{page}")).status == 200, page
    assert (await browser.get("/console/nowhere")).status == 404
    again = place.browser()
    assert (await again.post(link)).status == (await again.get(link)).status == 410
    assert (await place.acts())[-1] == "sign-in"
    kept = await place.town.rows("SELECT hash FROM console_sessions")
    assert not [hashed for (hashed,) in kept if str(hashed) in browser.cookie]

    await browser.submit("/console/", "/console/sign-out", where="here")
    assert browser.cookie == ""
    assert (await place.acts())[-1] == "sign-out"


async def test_a_link_is_over_after_five_minutes_or_when_there_is_a_newer_one(place: Place) -> None:
    first = await place.link()
    second, browser = await place.link(), place.browser()
    assert (await browser.get(first)).status == 410
    place.clock.move(5 * 60 - 1)
    assert (await browser.get(second)).status == 200
    place.clock.move(1)
    assert (await browser.post(second)).status == 410
    assert browser.cookie == ""


async def test_a_session_ends_when_nobody_uses_it_and_after_a_week_at_most(place: Place) -> None:
    idle, busy = await place.signed_in(), await place.signed_in()
    for _ in range(15):
        place.clock.move(11 * 3600)
        assert (await busy.get("/console/audit")).status == 200
        await idle.get("/console/live", **{"HX-Request": "true"})  # an open page asks by itself
    assert (await idle.get("/console/")).status == 303
    place.clock.move(3 * 3600)
    assert (await busy.get("/console/")).status == 303


async def test_signing_out_everywhere_ends_all_sessions_and_links_of_that_admin(place: Place) -> None:
    here, there, link = await place.signed_in(), await place.signed_in(), await place.link()
    await here.submit("/console/", "/console/sign-out", where="everywhere")
    assert (await there.get("/console/")).status == 303
    assert (await place.browser().get(link)).status == 410


async def test_who_is_no_admin_any_more_is_out_at_once_and_for_good(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, link = await place.signed_in(), await place.link()
    with monkeypatch.context() as patch:
        patch.setattr(place.town.app.desk.admin, "_admins", frozenset())
        assert (await place.browser().post(link)).status == 410
        assert (await browser.get("/console/")).status == 303
    assert (await browser.get("/console/")).status == 303


async def test_what_an_admin_does_is_done_once_and_written_down(place: Place) -> None:
    browser, town = await place.signed_in(), place.town
    before = await town.left(town.ann)
    shown = (await browser.get("/console/people/101")).text
    marks = dict(re.findall(r'action="/console/people/101/(\w+)">\s*<input[^>]+value="([^"]+)"', shown))
    for _ in range(2):
        form = {"credits": "25", "reason": "<b>for</b> helping", "once": marks["grant"]}
        answer = await browser.post("/console/people/101/grant", **form)
        assert answer.headers["location"] == "/console/people/101?done=granted"
    assert await town.left(town.ann) == before + 25
    page = (await browser.get("/console/people/101?done=granted")).text
    assert "The credits are there." in page
    assert "&lt;b&gt;for&lt;/b&gt; helping" in page

    for headers in FOREIGN:
        refused = await browser.post("/console/people/101/grant", headers, credits="5", once="another")
        assert refused.status == 403
    wrong = {"credits": "a lot", "once": "another"}
    assert "not a number" in (await browser.post("/console/people/101/grant", **wrong)).text
    assert (await browser.post("/console/people/101/grant", credits="5")).status == 400
    assert await town.left(town.ann) == before + 25

    await browser.submit("/console/people/101", "/console/people/101/limit", credits="3")
    await browser.submit("/console/people/101", "/console/people/101/limit", credits="")
    await browser.submit("/console/people/101", "/console/people/101/ban", lasts="1d", reason="spam")
    assert "cannot" in await town.says(town.ann, "hello")
    await browser.submit("/console/people/101", "/console/people/101/unban")
    banned = await browser.post(f"/console/people/{ADMIN}/ban", lasts="", once="mark")
    assert (banned.status, "admin" in banned.text) == (400, True)

    off = {"name": "gpt-image-1", "turn": "off", "once": "m1"}
    on = {"name": "gpt-image-1", "turn": "on", "once": "m2"}
    for form in (off, on, off):  # the third is the first, sent again
        assert (await browser.post("/console/models", **form)).status == 303
    assert "gpt-image-1" in [model.id for model in town.app.desk.account.catalogue.models]
    last = await browser.post("/console/gateways", name="gateway", turn="off", once="g1")
    assert (last.status, "nothing left" in last.text) == (400, True)
    did = ["grant", "limit", "limit", "ban", "unban", "model-off", "model-on"]
    assert (await place.acts())[-len(did) :] == did
    acts = await town.rows("SELECT DISTINCT admin FROM admin_acts")
    assert acts == [(ADMIN,)]


async def test_odd_addresses_and_forms_are_refused_and_reveal_nothing(place: Place) -> None:
    browser = await place.signed_in()
    odd = (
        "/people/0",
        "/people/x",
        f"/people/{'9' * 5000}",
        "/people/1?q=1%00",
        "/edits?older=x",
        "/edits?state=x",
    )
    for path in (*odd, "/edits?person=x", "/ledger?older=1", "/audit?whom=x", "/?span=x"):
        assert (await browser.get(f"/console{path}")).status in {200, 400}, path
    assert (await browser.get("/console/people/0")).status == 400
    assert (await browser.get("/console/edits/..%2f..%2fdarkroom.db")).status == 404
    assert (await browser.post("/console/people/101/ban", lasts="1000y", once="x")).status == 400
    large = await browser.post("/console/people/101/grant", credits="5", once="x", reason="x" * 65_536)
    assert (large.status, "too large" in large.text) == (413, True)
    url, headers = f"{place.origin}/console/models", {**OURS, "Cookie": browser.cookie}
    async with place.client.post(url, json={"name": "x"}, headers=headers) as answer:
        assert answer.status == 415

    port = int(place.origin.rpartition(":")[2])
    style = re.search(
        r'href="(/console/static/\w+/)console.css"', (await browser.get("/console/sign-in")).text
    )
    assert style
    assert (await ask(port, f"{style[1]}console.css"))[0] == 200
    for trick in (
        "../console.css",
        "..%2f..%2fsite.py",
        "%2e%2e/door.py",
        "/etc/passwd",
        "console.css%00",
        "",
    ):
        status, _, body = await ask(port, style[1] + trick)
        assert (status, b"import" in body) in {(404, False), (303, False)}, trick


async def test_the_link_comes_in_private_only_and_for_nobody_but_admins(place: Place) -> None:
    telegram, town = place.town.telegram, place.town
    group = telegram.add_group("Club", [town.ann, town.root])
    assert "/help" in await town.says(town.ann, "/console")
    telegram.send_text(town.ann, "/console@darkroom_bot", chat=group)
    answer = await town.answer(telegram.send_text(town.root, "/console@darkroom_bot", chat=group))
    assert "private chat" in (answer.text or "")
    assert [each.text for each in telegram.answers(group)] == [answer.text], "and nothing for Ann"
    assert await town.rows("SELECT 1 FROM console_links WHERE admin = ?", ANN) == []

    panel = await town.answer(telegram.send_text(town.root, "/admin"))
    before = len(telegram.answers(town.root))
    data = next(each["callback_data"] for each in panel.buttons if "Console" in each["text"])
    telegram.press(town.root, panel, data)
    await telegram.wait_for(lambda: len(telegram.answers(town.root)) > before, timeout=60)
    assert_link(telegram.answers(town.root)[-1])


def assert_link(message: Message) -> None:
    assert LINK.search(message.text or "")
    assert "only on the machine" in (message.text or "")
