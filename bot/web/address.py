"""The address of the HTTP face."""

import errno
import socket

from bot.domain.errors import StartupFault


def bind(listen: str) -> socket.socket:
    """A listening socket on `listen`: `host:port`, `[ipv6]:port`, or `:port` for every address.

    Raises:
        StartupFault: it is taken, not allowed, or not an address of this machine.
    """
    host, _, port = listen.rpartition(":")
    try:
        if host.startswith("["):
            return socket.create_server((host.strip("[]"), int(port)), family=socket.AF_INET6)
        return socket.create_server((host, int(port)))
    except OSError as error:
        raise StartupFault(sentence=f"web.listen: {listen} {_why(error)}") from error


def _why(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "is taken by another program; stop that one, or choose another port (DARKROOM_WEB__LISTEN)"
    if error.errno == errno.EACCES:
        return "is not for this user; choose a port from 1024 on (DARKROOM_WEB__LISTEN)"
    return "is no address of this machine; choose another (DARKROOM_WEB__LISTEN)"
