"""/sim as the chat page uses it, and delivery by webhook."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from aiohttp import web

from bot.sandbox.telegram import TelegramServer
from bot.sandbox.telegram.pictures import blank_png

TOKEN = "100200300:sandbox"
PICTURE = blank_png(40, 30)


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(TOKEN) as server:
        yield server


@pytest.fixture
async def http(telegram: TelegramServer) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=telegram.url) as client:
        yield client


async def call(http: httpx.AsyncClient, method: str, **params: Any) -> Any:
    response = await http.post(f"/bot{TOKEN}/{method}", json=params)
    assert response.status_code == 200, response.text
    return response.json()["result"]


async def play(http: httpx.AsyncClient, act: str, **fields: Any) -> Any:
    response = await http.post(f"/sim/{act}", json=fields)
    assert response.status_code == 200, response.text
    return response.json()


async def test_a_page_holds_a_whole_conversation(http: httpx.AsyncClient, telegram: TelegramServer) -> None:
    ann = await play(http, "users", first_name="Ann", language_code="zh")
    user = ann["id"]
    await play(http, "text", user=user, text="/start")
    sent = (
        await http.post(
            "/sim/photo", data={"user": str(user), "caption": "sepia"}, files={"file": ("a.png", PICTURE)}
        )
    ).json()
    assert sent["caption"] == "sepia"
    keyboard = {"inline_keyboard": [[{"text": "Again", "callback_data": "again"}]]}
    answer = await call(http, "sendMessage", chat_id=user, text="done", reply_markup=keyboard)
    press = await play(http, "press", user=user, message_id=answer["message_id"], button="Again")
    await call(http, "answerCallbackQuery", callback_query_id=press["query_id"], text="ok")
    updates = await call(http, "getUpdates")
    assert [min(update) for update in updates] == ["message", "message", "callback_query"]
    chat = (await http.get(f"/sim/chat/{user}")).json()
    assert [message["from_bot"] for message in chat["messages"]] == [False, False, True]
    assert chat["messages"][2]["markup"] == keyboard
    file = await http.get(f"/sim/file/{sent['file_id']}")
    assert (file.content, file.headers["content-type"]) == (PICTURE, "image/png")
    state = (await http.get("/sim/state")).json()
    assert (state["bot"]["username"], state["users"]) == ("darkroom_bot", [ann])
    calls = (await http.get("/sim/calls", params={"method": "sendMessage"})).json()["calls"]
    assert [each["params"]["text"] for each in calls] == ["done"]
    assert telegram.violations == []


async def test_groups_albums_documents_replies_and_raw_updates(
    http: httpx.AsyncClient, telegram: TelegramServer
) -> None:
    ann = (await play(http, "users", first_name="Ann"))["id"]
    bob = (await play(http, "users", first_name="Bob", id=77, username="bob"))["id"]
    group = await play(http, "groups", title="Friends", members=[ann], administrators=[bob], is_forum=True)
    assert group["members"][str(bob)] == "creator"
    topic = (await play(http, "topics", chat=group["id"], name="Art", user=bob))["topic"]
    data = base64.b64encode(PICTURE).decode()
    album = await play(
        http, "album", user=ann, chat=group["id"], topic=topic, caption="two", files=[{"data": data}] * 2
    )
    assert [message.get("caption") for message in album] == ["two", None]
    assert {message["message_thread_id"] for message in album} == {topic}
    document = await play(
        http,
        "document",
        user=bob,
        chat=group["id"],
        anonymous=True,
        reply_to=album[0]["message_id"],
        files=[{"data": data, "name": "x.png", "mime_type": "image/png"}],
    )
    assert document["from"]["username"] == "GroupAnonymousBot"
    assert document["reply_to_message"]["caption"] == "two"
    await play(http, "edit", chat=group["id"], message_id=album[0]["message_id"], text="both")
    await play(http, "delete", chat=group["id"], message_id=album[1]["message_id"])
    shown = (await http.get(f"/sim/chat/{group['id']}")).json()["messages"]
    assert [message.get("caption") for message in shown] == [None, "both", None]
    await play(http, "update", update_id=5, poll={})
    await play(http, "block", user=ann)
    updates = await call(http, "getUpdates")
    kinds, topic_opened = [min(update) for update in updates], updates[1]
    assert kinds == ["my_chat_member", "message", "poll", "my_chat_member"]
    assert "forum_topic_created" in topic_opened["message"], "privacy mode keeps the rest back"


async def test_events_come_as_they_happen_and_again_after_a_reconnect(
    http: httpx.AsyncClient, telegram: TelegramServer
) -> None:
    ann = telegram.add_user("Ann")
    telegram.send_text(ann, "/start")
    seen = []
    async with http.stream("GET", "/sim/events?since=0") as stream:
        await call(http, "sendChatAction", chat_id=ann.id, action="typing")
        sent = await call(http, "sendMessage", chat_id=ann.id, text="waiting")
        place = {"chat_id": ann.id, "message_id": sent["message_id"]}
        await call(http, "editMessageText", **place, text="working")
        await call(http, "deleteMessage", **place)
        await call(http, "sendMessageDraft", chat_id=ann.id, draft_id=1, text="so far")
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                seen.append(json.loads(line.removeprefix("data: ")))
            if len(seen) == 6:
                break
    assert [event["kind"] for event in seen] == ["message", "action", "message", "edit", "delete", "draft"]
    assert seen[3]["message"]["text"] == "working"
    async with http.stream("GET", "/sim/events", headers={"Last-Event-ID": "5"}) as stream:
        lines = stream.aiter_lines()
        assert [await anext(lines) for _ in range(4)][2:] == ["id: 6", "event: draft"]


async def test_faults_by_http(http: httpx.AsyncClient, telegram: TelegramServer) -> None:
    await play(http, "faults", method="getMe", status=500, times=2)
    assert [(await http.get(f"/bot{TOKEN}/getMe")).status_code for _ in range(3)] == [500, 500, 200]
    await play(http, "faults", status=500)
    await http.delete("/sim/faults")
    assert (await http.get(f"/bot{TOKEN}/getMe")).status_code == 200


async def test_only_this_machine_plays_and_mistakes_are_named(
    http: httpx.AsyncClient, telegram: TelegramServer
) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "rebound.example"}):
        assert (await http.post("/sim/users", json={"first_name": "x"}, headers=headers)).status_code == 403
    ours = await http.get("/sim/state", headers={"Origin": "http://127.0.0.1:8080"})
    assert ours.status_code == 200
    missing = await http.post("/sim/text", json={"user": 1, "text": "x"})
    assert (missing.status_code, missing.json()) == (400, {"error": "KeyError: 1"})
    user = telegram.add_user("Ann").id
    bad = await http.post("/sim/photo", data={"user": str(user)}, files={"file": ("a.png", b"no picture")})
    assert bad.json() == {"error": "Bad Request: IMAGE_PROCESS_FAILED"}


async def test_the_menu_shows_the_commands_of_the_narrowest_scope(
    http: httpx.AsyncClient, telegram: TelegramServer
) -> None:
    ann, bob = telegram.add_user("Ann"), telegram.add_user("Bob", language_code="zh-hans")
    await call(http, "setMyCommands", commands=[{"command": "help", "description": "Help"}])
    telegram.send_text(ann, "/start")
    scope = {"type": "chat", "chat_id": ann.id}
    await call(http, "setMyCommands", commands=[{"command": "admin", "description": "Run it"}], scope=scope)
    shown = [(await http.get("/sim/commands", params={"user": user.id})).json() for user in (ann, bob)]
    assert [menu[0]["command"] for menu in shown] == ["admin", "help"]


class Hook:
    """A webhook that answers what the test wants, and remembers."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.secrets: set[str | None] = set()
        self.answers: list[web.Response] = []
        self.gate: dict[int, asyncio.Event] = {}

    async def take(self, request: web.Request) -> web.Response:
        message = (await request.json())["message"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.seen.append(message["text"])
        if gate := self.gate.get(message["chat"]["id"]):
            await gate.wait()
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[tuple[Hook, str]]:
    handler = Hook()
    app = web.Application()
    app.router.add_post("/hook", handler.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    yield handler, f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def test_a_webhook_gets_every_update_in_order_with_the_secret(
    http: httpx.AsyncClient, telegram: TelegramServer, hook: tuple[Hook, str]
) -> None:
    handler, url = hook
    ann, bob = telegram.add_user("Ann"), telegram.add_user("Bob")
    handler.gate[ann.id] = asyncio.Event()
    telegram.send_text(ann, "a1")
    await call(http, "setWebhook", url=url, secret_token="S3cret-_")
    refused = await http.get(f"/bot{TOKEN}/getUpdates")
    assert refused.status_code == 409
    assert refused.json()["description"].startswith("Conflict: can't use getUpdates method while webhook")
    telegram.send_text(ann, "a2")
    telegram.send_text(bob, "b1")
    await telegram.wait_for(lambda: "b1" in handler.seen)
    assert "a2" not in handler.seen, "a chat waits for its own 2xx, and holds up nobody else"
    handler.gate[ann.id].set()
    await telegram.wait_for(lambda: not telegram.pending)
    assert [each for each in handler.seen if each.startswith("a")] == ["a1", "a2"]
    assert handler.secrets == {"S3cret-_"}


async def test_a_webhook_that_fails_gets_the_update_again_when_it_wants_it(
    http: httpx.AsyncClient, telegram: TelegramServer, hook: tuple[Hook, str]
) -> None:
    handler, url = hook
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    telegram.stage.webhook.sleep = sleep
    handler.answers = [
        web.Response(status=500),
        web.Response(status=500),
        web.Response(status=503, headers={"Retry-After": "7"}),
    ]
    await call(http, "setWebhook", url=url)
    telegram.send_text(telegram.add_user("Ann"), "a1")
    await telegram.wait_for(lambda: not telegram.pending)
    assert handler.seen == ["a1"] * 4
    assert pauses == [0.0, 2.0, 7.0]
    info = await call(http, "getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"
    assert info["pending_update_count"] == 0
    await call(http, "deleteWebhook")
    telegram.send_text(telegram.world.users[5_000_001], "a2")
    assert [update["message"]["text"] for update in await call(http, "getUpdates")] == ["a2"]


async def test_webhooks_that_telegram_does_not_take(http: httpx.AsyncClient) -> None:
    for params, words in (
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:9000/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (
            {"url": "https://example.org/hook", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ):
        answer = await http.post(f"/bot{TOKEN}/setWebhook", json=params)
        assert answer.json()["description"] == f"Bad Request: {words}"
