"""The way into the operators' console, as the settings say: where admins reach it, and how they get in."""

import secrets
import socket
from functools import partial
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.config import Settings
from bot.domain.ports import Clock
from bot.services.admin import Admin
from bot.services.sessions import Entrance, Sessions
from bot.storage.database import Database
from bot.web.console import PATH

_TOKEN_BYTES = 32


def entrance(
    settings: Settings, listener: socket.socket | None, database: Database, clock: Clock, admin: Admin
) -> Entrance | None:
    """How admins get into the console; None: it is off, as the HTTP face may be."""
    if listener is None or not settings.web.console:
        return None
    address, near = reached(settings.web.public_url, listener.getsockname(), settings.prefix)
    sessions = Sessions(database, clock, admin, partial(secrets.token_hex, _TOKEN_BYTES))
    return Entrance(sessions, address and address + PATH, near=near)


def reached(public_url: str, listens: tuple[str, int], prefix: str = "") -> tuple[str, bool]:
    """Where the console is, and whether only this machine reaches it.

    Empty where no browser would stay signed in: what needs https they keep for their own machine too, and for
    no other.
    """
    address = public_url or _local(*listens[:2]) + prefix
    near = _is_loopback(urlsplit(address).hostname or "")
    return (address if near or address.startswith("https://") else ""), near


def _local(host: str, port: int) -> str:
    """The address under which this machine reaches what listens there."""
    if ip_address(host).is_unspecified:
        host = "::1" if ":" in host else "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
