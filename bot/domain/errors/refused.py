"""Asked for something that cannot start."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors.base import DarkroomError

_MINUTE = 60_000


class Refused(DarkroomError):
    """Asked for something that cannot start; nothing was held."""

    def silent_until(self, now: int) -> int:
        """Until when the same person need not read it again (epoch ms)."""
        return now


@dataclass(eq=False)
class QuotaUsedUp(Refused):
    """Fewer credits left than the model costs. `renews_at`: epoch ms, None if the allowance never renews."""

    key = "refused-quota"
    price: int
    left: int
    renews_at: int | None


class GroupQuotaUsedUp(QuotaUsedUp):
    """The same of a group's wallet."""

    key = "refused-group-quota"


@dataclass(eq=False)
class CapReached(Refused):
    """A member spent what one may spend of the group's credits in a day: `cap`. `renews_at`: the next one."""

    key = "refused-cap"
    price: int
    left: int
    cap: int
    renews_at: int | None


@dataclass(eq=False)
class NobodyPays(Refused):
    """Somebody without a name asked where no group pays."""

    key = "group-nobody"


@dataclass(eq=False)
class NotEnoughToGive(Refused):
    """More than the balance; free credits are not given away."""

    key = "refused-give"
    balance: int


@dataclass(eq=False)
class TooManyWaiting(Refused):
    """The wallet has as many unfinished edits as `limits.waiting_per_wallet` allows."""

    key = "refused-waiting"
    limit: int

    def silent_until(self, now: int) -> int:
        return now + _MINUTE


@dataclass(eq=False)
class TooFast(Refused):
    """More edits in a minute than one person may ask for: `limit`. `until`: when more may come (epoch ms)."""

    key = "refused-fast"
    limit: int
    until: int

    def silent_until(self, now: int) -> int:
        return max(now, self.until)


@dataclass(eq=False)
class NotAdmitted(Refused):
    """The bot is not open to everybody: `mode` is "invite" or "list"."""

    mode: str

    @property
    def text_key(self) -> str:
        return f"refused-access-{self.mode}"

    def silent_until(self, now: int) -> int:
        return now + 60 * _MINUTE


@dataclass(eq=False)
class InviteVoid(Refused):
    """An invitation that is used up, expired or revoked, or that never was."""

    key = "refused-invite"


@dataclass(eq=False)
class FileTooLarge(Refused):
    """Larger than a bot may download (20,000,000 bytes: SAFETY 1.1)."""

    key = "refused-too-large"
    limit_mb: int


@dataclass(eq=False)
class UnsupportedFile(Refused):
    """A video, a voice message, an archive: no picture."""

    key = "refused-file"


@dataclass(eq=False)
class TooManyPictures(Refused):
    """More pictures than the model takes."""

    key = "refused-pictures"
    given: int
    limit: int
    model: str


@dataclass(eq=False)
class PictureNeeded(Refused):
    """The model edits pictures and makes none from text alone."""

    key = "refused-picture-needed"
    model: str


@dataclass(eq=False)
class PromptNeeded(Refused):
    """Nothing was said about what to do."""

    key = "refused-prompt-needed"


@dataclass(eq=False)
class UnknownModel(Refused):
    """The model is not, or no longer, on offer."""

    key = "refused-model"
    model: str


class PresetProblem(StrEnum):
    """What is wrong with a preset."""

    NAME = "name"
    TAKEN = "taken"
    TOO_MANY = "too-many"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(eq=False)
class PresetRefused(Refused):
    """A preset cannot be saved, renamed or found. `limit`: of a name's length, or of their number."""

    problem: PresetProblem
    limit: int
    name: str

    @property
    def text_key(self) -> str:
        return f"refused-preset-{self.problem}"


@dataclass(eq=False)
class NotYours(Refused):
    """An edit, or `buttons` of another kind, of somebody else: `owner`, whose `name` the face may know."""

    owner: int
    buttons: bool = False

    @property
    def text_key(self) -> str:
        return "refused-not-your-buttons" if self.buttons else "refused-not-yours"

    @property
    def data(self) -> dict[str, object]:
        return {"name": None}


@dataclass(eq=False)
class NotSteering(Refused):
    """Only the administrators of a group choose for it."""

    key = "refused-not-steering"


@dataclass(eq=False)
class MayNotSend(Refused):
    """The group did not let the bot send pictures a moment ago."""

    key = "refused-may-not-send"


@dataclass(eq=False)
class AlreadyEnded(Refused):
    """A button of an edit that has moved on, or that is no longer kept."""

    key = "refused-ended"


@dataclass(eq=False)
class Banned(Refused):
    """An admin shut this person out; `until`: epoch ms, None: for good."""

    until: int | None = None

    @property
    def text_key(self) -> str:
        return "refused-banned-until" if self.until else "refused-banned"

    def silent_until(self, now: int) -> int:
        return now + 60 * _MINUTE
