"""The part of /sim that only looks: chats, files, calls, and events as they come."""

import json
from contextlib import suppress

from aiohttp import web

from bot.sandbox.telegram.control import Control
from bot.sandbox.telegram.people import Chat
from bot.sandbox.telegram.refusals import Json

KEEP_ALIVE = 15.0


class Watch:
    """Handlers of the GET routes."""

    def __init__(self, control: Control) -> None:
        self.world = control.world
        self.journal = control.journal

    async def state(self, _request: web.Request) -> web.Response:
        """Everybody and everything, for a page that starts."""
        profile = self.world.profile
        texts = {
            "name": profile.names.get(""),
            "description": profile.descriptions.get("", ""),
            "short_description": profile.short_descriptions.get("", ""),
        }
        return web.json_response(
            {
                "bot": self.world.bot.to_json() | texts,
                "users": [user.to_json() for user in self.world.users.values() if not user.is_bot],
                "chats": [chat_json(chat) for chat in self.world.chats.values()],
                "violations": self.journal.violations,
                "last_event": self.journal.last_number,
            }
        )

    async def chat(self, request: web.Request) -> web.Response:
        chat = self.world.find_chat(int(request.match_info["chat"]))
        messages = [message.view() for message in self.world.messages(chat.id)]
        return web.json_response(
            {
                "chat": chat_json(chat),
                "messages": messages,
                "drafts": [draft.to_json() for draft in self.world.drafts(chat.id)],
                "last_event": self.journal.last_number,
            }
        )

    async def file(self, request: web.Request) -> web.Response:
        stored = self.world.files.get(request.match_info["file_id"])
        if stored is None:
            return web.json_response({"error": "no such file"}, status=404)
        # A document of anybody must not run as a page of this origin.
        shown = stored.mime_type if stored.mime_type.startswith("image/") else "application/octet-stream"
        headers = {
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox",
            "Content-Type": shown,
        }
        return web.Response(body=stored.data, headers=headers)

    async def calls(self, request: web.Request) -> web.Response:
        """Query: method."""
        wanted = request.query.get("method")
        calls = [call.to_json() for call in self.journal.calls if wanted in (None, call.method)]
        return web.json_response({"calls": calls, "violations": self.journal.violations})

    async def commands(self, request: web.Request) -> web.Response:
        """Query: user, chat (default: private). The commands in this person's menu there."""
        user = self.world.users[int(request.query["user"])]
        chat_id = int(request.query.get("chat", user.id))
        chat = Chat(user.id, "private") if chat_id == user.id else self.world.find_chat(chat_id)
        return web.json_response(self.world.commands_for(chat, user))

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events after `since` (or Last-Event-ID); without one, from now on."""
        since = request.headers.get("Last-Event-ID", request.query.get("since"))
        number = int(since) if since else self.journal.last_number
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        await response.write(b": here\n\n")
        with suppress(ConnectionResetError):  # the page went away
            while not self.journal.closed:
                for event in self.journal.since(number):
                    number = event.number
                    line = f"id: {number}\nevent: {event.kind}\ndata: {json.dumps(event.to_json())}\n\n"
                    await response.write(line.encode())
                if number == self.journal.last_number:
                    await self.journal.next_change(KEEP_ALIVE)
                    await response.write(b": alive\n\n") if number == self.journal.last_number else None
        return response


def chat_json(chat: Chat) -> Json:
    """A chat as the page needs it."""
    return chat.to_json() | {
        "members": {str(key): value for key, value in chat.members.items()},
        "topics": chat.topics,
    }
