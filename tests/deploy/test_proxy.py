"""A real nginx and a real Caddy before the HTTP face: the world reaches what it may, and nothing else."""

import asyncio
import re
import socket
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from io import BytesIO
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from yarl import URL

from tests.deploy.tools import DEPLOY, of_machine, said

NGINX = """
daemon off; pid {folder}/nginx.pid; error_log stderr;{user}
events {{}}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/darkroom.conf;
}}
"""
PASSED = [
    ("POST", "/telegram"),
    ("GET", "/m/1.abc/an-edit/fit-1.png"),
    ("GET", "/console"),
    ("POST", "/console/edits"),
]
KEPT_OUT = [
    ("GET", "/"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/metrics"),
    ("GET", "/telegram"),
    ("POST", "/telegram/more"),
    ("POST", "/m/1.abc/an-edit/fit-1.png"),
    ("GET", "/consoles"),
    ("GET", "/m/../metrics"),
    ("GET", "/console/%2e%2e/metrics"),
]


def nginx(folder: Path, port: int, behind: int) -> list[str]:
    program = of_machine("nginx", "nginx")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    making = (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=bot.example.com"
    )
    said("openssl", *making.split(), "-keyout", key, "-out", certificate)
    text = (DEPLOY / "proxy" / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"listen \S*(80|443)( ssl http2)?;", "", text)
    text = text.replace("server_tokens", f"listen 127.0.0.1:{port} ssl http2;\n    server_tokens")
    text = re.sub(r"/etc/letsencrypt\S+fullchain.pem", str(certificate), text)
    text = re.sub(r"/etc/letsencrypt\S+privkey.pem", str(key), text)
    (folder / "darkroom.conf").write_text(text.replace("127.0.0.1:8080", f"127.0.0.1:{behind}"))
    user = " user root;" if Path("/proc/self").stat().st_uid == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user))
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    said(*command, "-t")
    return command


def caddy(folder: Path, port: int, behind: int) -> list[str]:
    return _caddy(folder, port, "Caddyfile", "bot.example.com {", {"127.0.0.1:8080": f"127.0.0.1:{behind}"})


def caddy_before_many(folder: Path, port: int, behind: int) -> list[str]:
    """Of two addresses that the name has here, nobody answers on one (IPv6)."""
    there = {
        "name intake": "name localhost",
        "port 8080": f"port {behind}",
        "web:8080": f"127.0.0.1:{behind}",
    }
    return _caddy(folder, port, "Caddyfile.scaled", "{$DOMAIN:bot.example.com} {", there)


def _caddy(folder: Path, port: int, name: str, site: str, there: dict[str, str]) -> list[str]:
    program, file = of_machine("caddy", "caddy"), DEPLOY / "proxy" / name
    said(program, "adapt", "--validate", "--adapter", "caddyfile", "--config", file)
    text = file.read_text(encoding="utf-8")
    assert said(program, "fmt", file) == text
    for ours, here in {site: f"http://127.0.0.1:{port} {{\n\tbind 127.0.0.1", **there}.items():
        assert ours in text
        text = text.replace(ours, here)
    (folder / "Caddyfile").write_text(f"{{\n\tadmin off\n\tstorage file_system {folder}\n}}\n{text}")
    return [program, "run", "--config", str(folder / "Caddyfile")]


@asynccontextmanager
async def face() -> AsyncIterator[tuple[int, list[tuple[str, str]]]]:
    """Stands where the HTTP face is, and remembers who came."""
    came: list[tuple[str, str]] = []

    async def take(request: web.Request) -> web.Response:
        came.append((request.method, request.path))
        assert request.headers["X-Forwarded-For"] == "127.0.0.1"
        await request.read()
        return web.Response(text="the face")

    app = web.Application(client_max_size=4_000_000)
    app.router.add_route("*", "/{path:.*}", take)
    runner = web.AppRunner(app)
    await runner.setup()
    listener = socket.create_server(("127.0.0.1", 0))
    await web.SockSite(runner, listener).start()
    try:
        yield listener.getsockname()[1], came
    finally:
        await runner.cleanup()


@asynccontextmanager
async def serving(command: list[str], port: int) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(*command, stderr=subprocess.DEVNULL)
    try:
        async with asyncio.timeout(60):
            while True:
                with suppress(OSError):
                    (await asyncio.open_connection("127.0.0.1", port))[1].close()
                    break
                await asyncio.sleep(0.02)
        yield
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.parametrize(
    ("proxy", "scheme"), [(nginx, "https"), (caddy, "http"), (caddy_before_many, "http")]
)
async def test_the_world_reaches_hook_pictures_and_console_and_nothing_else(
    proxy: Callable[[Path, int, int], list[str]], scheme: str, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with face() as (behind, came), serving(proxy(tmp_path, port, behind), port):
        connector = aiohttp.TCPConnector(ssl=False)
        async with aiohttp.ClientSession(f"{scheme}://127.0.0.1:{port}", connector=connector) as world:
            for method, path in KEPT_OUT:
                url = URL(f"{scheme}://127.0.0.1:{port}{path}", encoded=True)
                async with world.request(method, url) as answer:
                    assert answer.status in {400, 403, 404, 405}, path
            assert came == []
            for method, path in PASSED:
                async with world.request(
                    method, path, data=BytesIO(b"x" * 900_000 * (method == "POST"))
                ) as answer:
                    assert (answer.status, await answer.text()) == (200, "the face"), path
            assert came == PASSED
            with suppress(aiohttp.ClientConnectionError):  # cut off in the middle of it
                async with world.post("/telegram", data=BytesIO(b"x" * 2_000_000)) as answer:
                    assert answer.status >= 400
