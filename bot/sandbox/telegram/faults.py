"""Faults on demand: the next calls fail, are answered late, or lose their connection."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.telegram.refusals import ApiError, Json
from bot.sandbox.telegram.updates import OTHER_POLL

Drop = Literal["before", "after"]
EVERY_METHOD = "*"


def any_call(_params: Json) -> bool:
    """Whatever its parameters are."""
    return True


@dataclass(slots=True)
class Fault:
    """What happens to the next `times` calls of `method` ("*": any but getUpdates) that `where` accepts.

    With a `status`, the call is refused without being carried out. Without one it is carried out, then
    answered `delay` seconds late, or never: `drop="after"`. `drop="before"` cuts the connection before
    anything happened.
    `body` replaces the answer's JSON, as when a proxy answers in HTML.
    """

    method: str = EVERY_METHOD
    status: int | None = None
    description: str = ""
    retry_after: int | None = None
    migrate_to_chat_id: int | None = None
    delay: float = 0.0
    drop: Drop | None = None
    body: str | None = None
    times: int = 1
    where: Callable[[Json], bool] = field(default=any_call, repr=False)

    def refusal(self) -> ApiError | None:
        if self.status is None:
            return None
        known = {"retry_after": self.retry_after, "migrate_to_chat_id": self.migrate_to_chat_id}
        parameters = {key: value for key, value in known.items() if value is not None}
        return ApiError(self.status, self.description or _words(self.status, self.retry_after), **parameters)

    def hits(self, method: str, params: Json) -> bool:
        if self.method == EVERY_METHOD:
            return method != "getUpdates" and self.where(params)
        return self.method.lower() == method.lower() and self.where(params)


class Faults:
    """The faults that wait for their call, first in, first out."""

    def __init__(self) -> None:
        self.waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def take(self, method: str, params: Json) -> Fault | None:
        for fault in self.waiting:
            if fault.hits(method, params):
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        self.waiting.clear()


def _words(status: int, retry_after: int | None) -> str:
    known = {
        400: "Bad Request",
        401: "Unauthorized",
        403: "Forbidden: bot was blocked by the user",
        404: "Not Found",
        409: f"Conflict: {OTHER_POLL}",
        429: f"Too Many Requests: retry after {retry_after}",
        502: "Bad Gateway",
    }
    return known.get(status, "Internal Server Error")
