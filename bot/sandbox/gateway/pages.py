"""What the gateway serves besides its API: models, finished pictures, and its web page."""

import orjson
from aiohttp import web

from bot.sandbox.gateway import refusals, sending
from bot.sandbox.gateway.control import Control
from bot.sandbox.gateway.desk import Settings
from bot.sandbox.gateway.files import FileStore
from bot.sandbox.gateway.journal import Call, Journal
from bot.sandbox.gateway.models import MODELS
from bot.sandbox.gateway.refusals import Refused

_PAGE = (
    b"<!doctype html><html lang=zh><head><title>New API</title></head><body><div id=root></div></body></html>"
)
_SINCE = 1626777600


class Pages:
    """The handlers of everything that is no image request."""

    def __init__(self, settings: Settings, journal: Journal, control: Control, files: FileStore) -> None:
        self._settings = settings
        self._journal = journal
        self._control = control
        self._files = files

    def routes(self) -> list[web.RouteDef]:
        """To be added last: anything unknown ends here."""
        return [
            web.get("/v1/models", self._models),
            web.get("/files/{name}", self._file),
            web.get("/files/download/{name}", self._file),
            web.route("*", "/{rest:.*}", self._elsewhere),
        ]

    async def _models(self, request: web.Request) -> web.StreamResponse:
        try:
            self._settings.authorize(request)
        except Refused as refusal:
            return await sending.refused(request, refusal)
        data = [_described(name) for name in self._settings.models]
        return await sending.whole(
            request, 200, orjson.dumps({"object": "list", "success": True, "data": data})
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        call = Call(0, request.method, request.path, request.query_string, request.headers)
        if reply := await self._control.reply_to(call):
            response = await sending.scripted(request, reply)
        else:
            response = await self._found(request)
        self._journal.downloads.append((request.path, response.status))
        self._journal.changed()
        return response

    async def _found(self, request: web.Request) -> web.StreamResponse:
        file = self._files.get(request.match_info["name"])
        if file is None:
            return await sending.whole(request, 404, b"404 page not found", {"Content-Type": "text/plain"})
        if file.query and request.rel_url.raw_query_string != file.query:
            denied = b'<?xml version="1.0"?><Error><Code>AuthenticationFailed</Code></Error>'
            return await sending.whole(request, 403, denied, {"Content-Type": "application/xml"})
        headers = {"Content-Type": file.mime, "Cache-Control": "public, max-age=86400"}
        if request.path.startswith("/files/download/"):
            headers["Content-Disposition"] = f'attachment; filename="{request.match_info["name"]}"'
        return await sending.whole(request, 200, file.data, headers)

    async def _elsewhere(self, request: web.Request) -> web.StreamResponse:
        """A wrong path is the gateway's web page with 200, except under /v1 (E-HTML-200)."""
        if request.path.startswith("/v1/"):
            refusal = refusals.bad_request(f"Invalid URL ({request.method} {request.path})", "", "")
            return await sending.refused(request, Refused(404, refusal.body))
        return await sending.whole(request, 200, _PAGE, {"Content-Type": "text/html; charset=utf-8"})


def _described(name: str) -> dict[str, object]:
    kinds = ["openai", "image-generation"] if MODELS[name].images_api else ["openai"]
    entry = {"id": name, "object": "model", "created": _SINCE, "owned_by": "sandbox"}
    return {**entry, "supported_endpoint_types": kinds}
