"""Accepted, and ended without a picture."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors.base import DarkroomError


class EditFailed(DarkroomError):
    """An accepted edit ended without a picture; its hold is released."""


class FaultKind(StrEnum):
    """What a gateway's refusal means: the kinds of wire/ERRORS.md, section 1."""

    AUTH = "auth"
    QUOTA = "quota"
    RATE_LIMITED = "rate_limited"
    CONTENT_POLICY = "content_policy"
    BAD_REQUEST = "bad_request"
    UPSTREAM = "upstream"
    TIMEOUT = "timeout"
    NO_IMAGE = "no_image"


@dataclass(eq=False)
class GatewayFault(EditFailed):
    """The gateway gave no picture.

    `retry_after` in seconds; `detail` is for the operator (redacted, cut), `text` the model's own words.
    `gateway`: the one that was asked last.
    """

    kind: FaultKind
    status: int | None = None
    retry_after: float | None = None
    detail: str = ""
    text: str | None = None
    gateway: str = ""

    @property
    def text_key(self) -> str:
        return f"failed-{self.kind.replace('_', '-')}"


class PictureProblem(StrEnum):
    """Why a file cannot be used as a picture."""

    EMPTY = "empty"
    NO_PICTURE = "no-picture"
    DAMAGED = "damaged"
    TOO_MANY_PIXELS = "too-many-pixels"
    TOO_LARGE = "too-large"
    GONE = "gone"


@dataclass(eq=False)
class InputFault(EditFailed):
    """The person's picture cannot be used."""

    problem: PictureProblem
    detail: str = ""

    @property
    def text_key(self) -> str:
        return f"failed-input-{self.problem}"


@dataclass(eq=False)
class ResultFault(EditFailed):
    """The gateway's picture cannot be used, or its link cannot be followed.

    People read one sentence for all problems: a guarded link must not tell what it met (SAFETY 3.1).
    `blocked`: the host that a link led to and that is not public; for the operator.
    """

    key = "failed-result"
    problem: PictureProblem
    detail: str = ""
    blocked: str = ""


@dataclass(eq=False)
class DeliveryFault(EditFailed):
    """Telegram did not take the result.

    `unreachable`: the person cannot be written to at all. `unknown`: Telegram may have taken it all the same.
    """

    key = "failed-delivery"
    unreachable: bool = False
    unknown: bool = False
    detail: str = ""


@dataclass(eq=False)
class GroupClosed(EditFailed):
    """The bot may not send pictures in the group, or is not in it any more: `gone`."""

    gone: bool
    detail: str = ""

    @property
    def text_key(self) -> str:
        return "failed-group-gone" if self.gone else "failed-group-right"


@dataclass(eq=False)
class NoRoom(EditFailed):
    """The disk did not take a picture. `detail` is for the operator."""

    key = "failed-no-room"
    detail: str = ""


@dataclass(eq=False)
class ModelGone(EditFailed):
    """The model went off the catalogue while the edit waited."""

    key = "failed-model-gone"
    model: str


@dataclass(eq=False)
class Interrupted(EditFailed):
    """A stop or a crash cut the call off, and asking the gateway again was not allowed."""

    key = "failed-interrupted"


@dataclass(eq=False)
class Remembered(EditFailed):
    """What an edit failed of, as its row knows it; under `incident`, the edit's id, the log has more."""

    reason: str
    incident: str

    @property
    def text_key(self) -> str:
        return self.reason


@dataclass(eq=False)
class Unexpected(EditFailed):
    """A bug; the log has more under `incident`."""

    key = "failed-unexpected"
    incident: str
