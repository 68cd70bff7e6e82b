"""What a process does, where several make one bot."""

from enum import StrEnum


class Role(StrEnum):
    """`all` does everything; the others share it out, and need a database that they share."""

    ALL = "all"
    INTAKE = "intake"
    WORKER = "worker"
    WEB = "web"

    @property
    def takes_updates(self) -> bool:
        """Whether Telegram posts to it, and it handles what people send."""
        return self in {Role.ALL, Role.INTAKE}

    @property
    def does_edits(self) -> bool:
        """Whether it asks gateways and delivers; of these, one does what must be done once."""
        return self in {Role.ALL, Role.WORKER}

    @property
    def shows_pages(self) -> bool:
        """Whether it has the console, and pictures under public links."""
        return self in {Role.ALL, Role.WEB}
