"""/sim: the control side over HTTP, for the chat page and for other processes. JSON in and out."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.telegram.check import Upload
from bot.sandbox.telegram.control import Control
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.methods.sending import ALBUM
from bot.sandbox.telegram.people import Chat, User
from bot.sandbox.telegram.reading import read_call
from bot.sandbox.telegram.refusals import ApiError, Json
from bot.sandbox.telegram.watch import Watch, chat_json
from bot.sandbox.telegram.writing import Where

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FAULT_FIELDS = ("retry_after", "migrate_to_chat_id", "delay", "drop", "body", "times")


def routes(control: Control) -> list[web.RouteDef]:
    """The routes under /sim; also for another application of the same event loop, such as the chat page's."""
    watch, sim = Watch(control), _Sim(control)
    table: list[tuple[str, str, Handler]] = [
        ("GET", "/sim/state", watch.state),
        ("GET", "/sim/chat/{chat}", watch.chat),
        ("GET", "/sim/file/{file_id}", watch.file),
        ("GET", "/sim/events", watch.events),
        ("GET", "/sim/calls", watch.calls),
        ("GET", "/sim/commands", watch.commands),
        ("POST", "/sim/users", sim.add_user),
        ("POST", "/sim/groups", sim.add_group),
        ("POST", "/sim/topics", sim.add_topic),
        ("POST", "/sim/text", sim.text),
        ("POST", "/sim/photo", sim.photo),
        ("POST", "/sim/document", sim.document),
        ("POST", "/sim/album", sim.album),
        ("POST", "/sim/edit", sim.edit),
        ("POST", "/sim/delete", sim.delete),
        ("POST", "/sim/press", sim.press),
        ("POST", "/sim/pay", sim.pay),
        ("POST", "/sim/stop", sim.stop),
        ("POST", "/sim/block", sim.block),
        ("POST", "/sim/update", sim.update),
        ("POST", "/sim/faults", sim.add_fault),
        ("DELETE", "/sim/faults", sim.clear_faults),
    ]
    return [web.route(method, path, _guarded(handler)) for method, path, handler in table]


def _guarded(handler: Handler) -> Handler:
    """Only pages and programs of this machine may play; faults of a request become 400 with a reason."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        names = [urlsplit(f"//{request.host}").hostname, urlsplit(origin).hostname if origin else "localhost"]
        if not LOOPBACK.issuperset(names):
            return _problem(403, "only from this machine")
        try:
            return await handler(request)
        except ApiError as error:
            return _problem(error.status, error.description)
        except (LookupError, ValueError, TypeError) as error:
            return _problem(400, f"{type(error).__name__}: {error}")

    return guarded


def _problem(status: int, reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=status)


class _Sim:
    def __init__(self, control: Control) -> None:
        self.control = control
        self.world = control.world

    async def add_user(self, request: web.Request) -> web.Response:
        fields = await request.json()
        return web.json_response(self.control.add_user(**fields).to_json())

    async def add_group(self, request: web.Request) -> web.Response:
        """title, members, administrators, anonymous: lists of user ids; kind, is_forum, bot_status."""
        fields = await request.json()
        for name in ("members", "administrators", "anonymous"):
            fields[name] = [self.world.users[user_id] for user_id in fields.get(name, [])]
        return web.json_response(chat_json(self.control.add_group(**fields)))

    async def add_topic(self, request: web.Request) -> web.Response:
        body = await request.json()
        topic = self.control.add_topic(self.world.find_chat(body["chat"]), body["name"], self._user(body))
        return web.json_response({"topic": topic})

    async def text(self, request: web.Request) -> web.Response:
        body, _ = await read_call(request)
        return _shown(self.control.send_text(self._user(body), body["text"], **self._where(body)))

    async def photo(self, request: web.Request) -> web.Response:
        body, uploads = await read_call(request)
        [file] = _files(body, uploads)
        sent = self.control.send_photo(
            self._user(body), file.data, body.get("caption", ""), **self._where(body)
        )
        return _shown(sent)

    async def document(self, request: web.Request) -> web.Response:
        body, uploads = await read_call(request)
        [file] = _files(body, uploads)
        content = self.control.document((file.name, file.data, file.mime_type), body.get("caption", ""))
        return _shown(self.control.send_content(self._user(body), content, **self._where(body)))

    async def album(self, request: web.Request) -> web.Response:
        """Several files; photos unless `as_documents`; the caption stands at the first or `caption_at`."""
        body, uploads = await read_call(request)
        contents = [
            self.control.document((file.name, file.data, file.mime_type))
            if _flag(body, "as_documents")
            else self.control.photo(file.data)
            for file in _files(body, uploads)
        ]
        if not ALBUM.start <= len(contents) < ALBUM.stop:
            raise ValueError("an album has 2 to 10 items")
        contents[int(body.get("caption_at", 0))].text = str(body.get("caption", ""))
        sent = self.control.send_contents(self._user(body), contents, **self._where(body))
        return web.json_response([message.view() for message in sent])

    async def edit(self, request: web.Request) -> web.Response:
        body = await request.json()
        message = self._message(body)
        self.control.edit_message(message, body["text"])
        return _shown(message)

    async def delete(self, request: web.Request) -> web.Response:
        self.control.delete_message(self._message(await request.json()))
        return web.json_response({})

    async def press(self, request: web.Request) -> web.Response:
        body = await request.json()
        press = self.control.press(self._user(body), self._message(body), body["button"])
        return web.json_response({"query_id": press.id})

    async def stop(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.control.stop_draft(self._user(body), body.get("draft_id"))
        return web.json_response({})

    async def pay(self, request: web.Request) -> web.Response:
        body = await request.json()
        checkout = self.control.pay(self._user(body), self._message(body))
        return web.json_response({"charge_id": checkout.charge_id, "query_id": checkout.id})

    async def block(self, request: web.Request) -> web.Response:
        body = await request.json()
        act = self.control.block if body.get("blocked", True) else self.control.unblock
        act(self._user(body))
        return web.json_response({})

    async def update(self, request: web.Request) -> web.Response:
        self.control.push(await request.json())
        return web.json_response({})

    async def add_fault(self, request: web.Request) -> web.Response:
        body = await request.json()
        known: dict[str, Any] = {name: body[name] for name in FAULT_FIELDS if name in body}
        self.control.fail_next(
            body.get("method", "*"), body.get("status"), body.get("description", ""), **known
        )
        return web.json_response({})

    async def clear_faults(self, _request: web.Request) -> web.Response:
        self.control.faults.clear()
        return web.json_response({})

    # Reading a request

    def _user(self, body: Any) -> User:
        return self.world.users[int(body["user"])]

    def _chat(self, body: Any) -> Chat | None:
        """None stands for the person's private chat."""
        given = body.get("chat")
        return None if given in (None, "") or int(given) > 0 else self.world.find_chat(int(given))

    def _where(self, body: Json) -> Where:
        where: Where = {"anonymous": _flag(body, "anonymous")}
        if chat := self._chat(body):
            where["chat"] = chat
        if body.get("reply_to"):
            where["reply_to"] = int(body["reply_to"])
        if body.get("topic"):
            where["topic"] = int(body["topic"])
        return where

    def _message(self, body: Json) -> Message:
        chat_id = int(body.get("chat") or body["user"])
        message = self.world.message(chat_id, int(body["message_id"]))
        if message is None:
            raise LookupError("no such message")
        return message


def _flag(body: Json, name: str) -> bool:
    return str(body.get(name, "")).lower() in ("1", "true", "on")


def _shown(message: Message) -> web.Response:
    return web.json_response(message.view())


def _files(body: Json, uploads: dict[str, Upload]) -> list[Upload]:
    """Multipart files in their order, or in JSON "files": [{"data": base64, "name", "mime_type"}]."""
    try:
        given = [
            Upload(
                each.get("name", "file"),
                each.get("mime_type", "application/octet-stream"),
                base64.b64decode(each["data"], validate=True),
            )
            for each in body.get("files", [])
        ]
    except binascii.Error as error:
        raise ValueError("data is no base64") from error
    files = [*uploads.values(), *given]
    if not files:
        raise ValueError("a file is missing")
    return files
