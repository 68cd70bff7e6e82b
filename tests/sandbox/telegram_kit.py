"""Plain HTTP with the sandbox's Telegram."""

import json
from typing import Any

import httpx

from bot.sandbox.telegram import TelegramServer, User

TOKEN = "100200300:sandbox"
KINDS = ["message", "callback_query", "my_chat_member", "chat_member", "stopped_message_generation"]
Reply = tuple[int, Any]


class Client:
    """Calls methods with JSON bodies, or forms where there are files."""

    def __init__(self, telegram: TelegramServer, http: httpx.AsyncClient) -> None:
        self.telegram = telegram
        self.http = http
        self.ann: User = telegram.add_user("Ann")
        telegram.send_text(self.ann, "/start")
        self._offset = 0

    async def __call__(self, method: str, **params: Any) -> Reply:
        response = await self.http.post(f"{self.telegram.base_url}{TOKEN}/{method}", json=params)
        return _reply(response)

    async def upload(self, method: str, files: dict[str, bytes], **params: Any) -> Reply:
        response = await self.http.post(
            f"{self.telegram.base_url}{TOKEN}/{method}",
            data={
                key: value if isinstance(value, str) else json.dumps(value) for key, value in params.items()
            },
            files={key: (f"{key}.bin", data) for key, data in files.items()},
        )
        return _reply(response)

    async def updates(self) -> list[dict[str, Any]]:
        """What has come since the last time."""
        status, updates = await self("getUpdates", offset=self._offset, allowed_updates=KINDS)
        assert status == 200, updates
        self._offset = max((each["update_id"] + 1 for each in updates), default=self._offset)
        return list(updates)

    async def messages(self) -> list[dict[str, Any]]:
        return [each["message"] for each in await self.updates() if "message" in each]

    async def say(self, **params: Any) -> Reply:
        return await self("sendMessage", **({"chat_id": self.ann.id, "text": "hi"} | params))


def _reply(response: httpx.Response) -> Reply:
    body = response.json()
    assert body["ok"] is (response.status_code == 200)
    assert body.get("error_code", 200) == response.status_code
    return response.status_code, body.get("result", body.get("description"))
