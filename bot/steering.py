"""The operators' console, as the settings say: where admins reach it, how they get in, and what it steers."""

import secrets
import socket
from collections.abc import Sequence
from functools import partial
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot import config
from bot.chat.context import Desk
from bot.config import Settings
from bot.domain.ports import Clock
from bot.services.admin import Admin
from bot.services.console.console import Console
from bot.services.sessions import Entrance, Sessions
from bot.storage.database import Database
from bot.web.console.site import PATH, console
from bot.web.console.visit import Tools
from bot.web.site import Judge, Part

_TOKEN_BYTES = 32


def entrance(
    settings: Settings, listener: socket.socket | None, database: Database, clock: Clock, admin: Admin
) -> Entrance | None:
    """How admins get into the console; None: it is off, as the HTTP face may be."""
    if listener is None or not settings.web.console:
        return None
    address = settings.web.public_url or _local(listener)
    sessions = Sessions(database, clock, admin, partial(secrets.token_hex, _TOKEN_BYTES))
    near = _is_loopback(address)
    # A browser keeps what only https may keep also for its own machine, and nowhere else over http.
    kept = near or address.startswith("https://")
    return Entrance(sessions, address + PATH if kept else "", near=near)


def parts(settings: Settings, desk: Desk, reads: Console, judge: Judge) -> Sequence[Part]:
    """The console's part of the HTTP face; `judge` tells how the bot is."""
    way = desk.entrance
    if way is None or not way.address:
        return ()
    tools = Tools(
        sessions=way.sessions,
        account=desk.account,
        admin=desk.admin,
        office=desk.office,
        fleet=desk.fleet,
        console=reads,
        texts=desk.texts,
        clock=desk.clock,
        verdict=judge,
        settings=config.masked(settings),
    )
    return console(tools, address=way.address, zone=settings.quota.allowance.zone)


def _local(listener: socket.socket) -> str:
    """The address under which this machine reaches what listens there."""
    host, port = listener.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _is_loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
