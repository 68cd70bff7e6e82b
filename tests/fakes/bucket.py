"""An S3-like service on a real port: keeps objects, takes them in parts too, and hands them out.

Who reads by a link has to present it: it recomputes the signature of each one by AWS Signature Version 4,
written from Amazon's description: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
"""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Self
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape

from aiohttp import web
from obstore.store import S3Store

from bot.storage.s3 import s3

ACCESS_KEY, SECRET_KEY, REGION = "AKIDEXAMPLE", "the-buckets-secret", "eu-test-1"


@dataclass
class Kept:
    data: bytes
    content_type: str
    changed: datetime


@dataclass
class FakeBucket:
    """Objects by name, uploads in work, and every request: method, path, and the Authorization header."""

    endpoint: str = ""
    objects: dict[str, Kept] = field(default_factory=dict)
    uploads: dict[str, dict[int, bytes]] = field(default_factory=dict)
    requests: list[tuple[str, str, str]] = field(default_factory=list)
    refuse: tuple[int, str] | None = None
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    pause: asyncio.Event | None = None
    now: datetime = field(default_factory=lambda: datetime.now(UTC))  # noqa: TID251  obstore signs by the real time

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Self]:
        bucket = cls()
        app = web.Application(client_max_size=0)
        app.router.add_route("*", "/pictures{name:.*}", bucket._answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        bucket.endpoint = _address(runner)
        try:
            yield bucket
        finally:
            await runner.cleanup()

    def opened(self, setting: str) -> S3Store:
        """The way to it."""
        way = {"region": REGION, "access_key": ACCESS_KEY, "secret_key": SECRET_KEY}
        return s3("pictures", setting=setting, endpoint=self.endpoint, **way)

    async def _answer(self, request: web.Request) -> web.Response:
        name = request.match_info["name"].lstrip("/")
        proof = request.headers.get("Authorization", "")
        self.requests.append((request.method, request.path, proof))
        self.asked.set()
        if self.pause:
            await self.pause.wait()
        if self.refuse:
            status, body = self.refuse
            return web.Response(status=status, text=body, content_type="application/xml")
        if "X-Amz-Signature" in request.query:
            return self._handed_out(request, name)
        if not proof.startswith(f"AWS4-HMAC-SHA256 Credential={ACCESS_KEY}/"):
            return web.Response(status=403)
        return await self._obeyed(request, name)

    async def _obeyed(self, request: web.Request, name: str) -> web.Response:
        if "uploads" in request.query or "uploadId" in request.query:
            return await self._in_parts(request, name)
        if request.method == "PUT":
            return await self._put(request, name)
        if request.method in {"GET", "HEAD"}:
            return self._read(request, name) if name else self._listed(request.query.get("prefix", ""))
        text = await request.text()
        gone = [each for each in self.objects if each == name or f"<Key>{escape(each)}</Key>" in text]
        return _xml(f"<DeleteResult>{''.join(self._deleted(each) for each in gone)}</DeleteResult>")

    async def _put(self, request: web.Request, name: str) -> web.Response:
        if source := request.headers.get("x-amz-copy-source"):
            found = self.objects.get(unquote(source).lstrip("/").removeprefix("pictures/"))
            if found is None:
                return web.Response(status=404)
            self.objects[name] = replace(found, changed=self.now)
            return _xml('<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>')
        data = await request.read()
        self.objects[name] = Kept(data, request.headers.get("Content-Type", ""), self.now)
        return web.Response(headers={"ETag": f'"{hashlib.sha256(data).hexdigest()}"'})

    async def _in_parts(self, request: web.Request, name: str) -> web.Response:
        number = request.query.get("uploadId", "")
        if not number:
            number = f"upload-{len(self.requests)}"
            self.uploads[number] = {}
            return _xml(
                f"<InitiateMultipartUploadResult><UploadId>{number}</UploadId></InitiateMultipartUploadResult>"
            )
        if request.method == "PUT":
            part = request.query["partNumber"]
            self.uploads[number][int(part)] = await request.read()
            return web.Response(headers={"ETag": f'"{part}"'})
        parts = self.uploads.pop(number)
        if request.method == "DELETE":
            return web.Response(status=204)
        whole = b"".join(parts[each] for each in sorted(parts))
        self.objects[name] = Kept(whole, "", self.now)
        return _xml('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>')

    def _read(self, request: web.Request, name: str) -> web.Response:
        kept = self.objects.get(name)
        if kept is None:
            return web.Response(status=404)
        headers = {"ETag": '"x"', "Last-Modified": f"{kept.changed:%a, %d %b %Y %H:%M:%S} GMT"}
        span = request.http_range
        if request.method == "HEAD":
            return web.Response(headers=headers | {"Content-Length": str(len(kept.data))})
        if span.start is None:
            return web.Response(body=kept.data, headers=headers)
        if span.start >= len(kept.data):
            return web.Response(status=416)
        piece = kept.data[span]
        headers["Content-Range"] = f"bytes {span.start}-{span.start + len(piece) - 1}/{len(kept.data)}"
        return web.Response(status=206, body=piece, headers=headers)

    def _deleted(self, name: str) -> str:
        del self.objects[name]
        return f"<Deleted><Key>{escape(name)}</Key></Deleted>"

    def _listed(self, prefix: str) -> web.Response:
        rows = "".join(
            f"<Contents><Key>{escape(name)}</Key><LastModified>{kept.changed:%Y-%m-%dT%H:%M:%S.000Z}"
            f'</LastModified><ETag>"x"</ETag><Size>{len(kept.data)}</Size></Contents>'
            for name, kept in self.objects.items()
            if name.startswith(prefix)
        )
        return _xml(
            f"<ListBucketResult><Name>pictures</Name><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>"
        )

    def _handed_out(self, request: web.Request, name: str) -> web.Response:
        query = dict(request.query)
        given = query.pop("X-Amz-Signature", "")
        signed_at = datetime.strptime(query["X-Amz-Date"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        late = self.now > signed_at + timedelta(seconds=int(query["X-Amz-Expires"]))
        if late or not hmac.compare_digest(given, _signature(request.host, request.path, query)):
            return web.Response(status=403)
        kept = self.objects[name]
        return web.Response(body=kept.data, content_type=kept.content_type)


def _signature(host: str, path: str, query: dict[str, str]) -> str:
    pairs = sorted((quote(key, safe=""), quote(value, safe="")) for key, value in query.items())
    canonical = "\n".join(
        [
            "GET",
            quote(path, safe="/"),
            "&".join(f"{key}={value}" for key, value in pairs),
            f"host:{host}\n",
            "host",
            "UNSIGNED-PAYLOAD",
        ]
    )
    date = query["X-Amz-Date"]
    scope = f"{date[:8]}/{REGION}/s3/aws4_request"
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    key = f"AWS4{SECRET_KEY}".encode()
    for part in (date[:8], REGION, "s3", "aws4_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, f"AWS4-HMAC-SHA256\n{date}\n{scope}\n{digest}".encode(), "sha256").hex()


def _xml(text: str) -> web.Response:
    return web.Response(text=text, content_type="application/xml")


def _address(runner: web.AppRunner) -> str:
    host, port = runner.addresses[0][:2]
    return f"http://{host}:{port}"
