"""The floor: a bare script that makes the bot's calls with the bot's bytes, and nothing else.

aiohttp, uvloop, orjson and pybase64; no framework, no database, no disk, no limits, nothing checked.
Usage: python -m bot.bench.floor URL TOKEN
"""

import asyncio
import sys
from typing import Any

import aiohttp
import orjson
import pybase64
import uvloop

_PREFIX = "![image]("
_DATA = "data:image/png;base64,"
_FORM = (
    '--b\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n%d\r\n'
    '--b\r\nContent-Disposition: form-data; name="reply_parameters"\r\n\r\n{"message_id":%d}\r\n'
    '--b\r\nContent-Disposition: form-data; name="caption"\r\n\r\nHere it is\r\n'
    '--b\r\nContent-Disposition: form-data; name="photo"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
)
_REQUEST = (
    b'{"model":"nano-banana","stream":true,"messages":[{"role":"user","content":[{"type":"text","text":%s},'
    b'{"type":"image_url","image_url":{"url":"data:image/jpeg;base64,%s"}}]}]}'
)


class Floor:
    """One session for all calls."""

    def __init__(self, http: aiohttp.ClientSession, url: str, token: str) -> None:
        self._http, self._url, self._token = http, url, token

    async def poll(self) -> None:
        """Take updates for ever, each a task of its own."""
        offset = 0
        async with asyncio.TaskGroup() as edits:
            while True:
                for update in await self._call("getUpdates", offset=offset, timeout=30):
                    offset = update["update_id"] + 1
                    edits.create_task(self._edit(update["message"]))

    async def _edit(self, message: dict[str, Any]) -> None:
        chat = message["chat"]["id"]
        async with asyncio.TaskGroup() as beside:
            status = beside.create_task(self._tell(chat, message["message_id"]))
            file = await self._call("getFile", file_id=message["photo"][-1]["file_id"])
            photo = await self._get(f"{self._url}/file/bot{self._token}/{file['file_path']}")
            picture = await self._developed(orjson.dumps(message["caption"]), photo)
            form = (_FORM % (chat, message["message_id"])).encode()
            await self._post(
                f"{self._url}/bot{self._token}/sendPhoto",
                b"".join((form, picture, b"\r\n--b--\r\n")),
                "multipart/form-data; boundary=b",
            )
        await self._call("deleteMessage", chat_id=chat, message_id=status.result())

    async def _tell(self, chat: int, message: int) -> int:
        reply = {"message_id": message}
        said = await self._call("sendMessage", chat_id=chat, text="On its way ...", reply_parameters=reply)
        status = int(said["message_id"])
        await self._call("sendChatAction", chat_id=chat, action="upload_photo")
        await self._call("editMessageText", chat_id=chat, message_id=status, text="Being made ...")
        return status

    async def _developed(self, wish: bytes, photo: bytes) -> bytes:
        body = _REQUEST % (wish, pybase64.b64encode(photo))
        answer = await self._post(f"{self._url}/v1/chat/completions", body, "application/json")
        if answer.startswith(b"data:"):
            deltas = (orjson.loads(event[6:])["choices"][0]["delta"] for event in answer.split(b"\n\n")[:-2])
            content = "".join(delta.get("content", "") for delta in deltas)
        else:
            content = orjson.loads(answer)["choices"][0]["message"]["content"]
        spelled = content[len(_PREFIX) : -1]
        if spelled.startswith(_DATA):
            return pybase64.b64decode(spelled[len(_DATA) :], validate=True)
        return await self._get(spelled)

    async def _call(self, method: str, **fields: Any) -> Any:
        url = f"{self._url}/bot{self._token}/{method}"
        return orjson.loads(await self._post(url, orjson.dumps(fields), "application/json"))["result"]

    async def _post(self, url: str, body: bytes, kind: str) -> bytes:
        async with self._http.post(url, data=body, headers={"Content-Type": kind}) as answer:
            return await answer.read()

    async def _get(self, url: str) -> bytes:
        async with self._http.get(url) as answer:
            return await answer.read()


async def _main(url: str, token: str) -> None:
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        await Floor(http, url, token).poll()


if __name__ == "__main__":
    uvloop.run(_main(*sys.argv[1:]))
