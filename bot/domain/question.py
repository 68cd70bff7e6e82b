"""Something that the bot asks, and what is needed to go on once it is answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.edit import Draft

_MINUTE = 60_000


class Asked(StrEnum):
    """What is asked: what to do with a picture, which of too many, for a preset, which models to compare.

    COMMAND: what an admin's command still needs.
    """

    WHAT = "what"
    TOO_MANY = "too_many"
    PICTURE = "picture"
    NAME = "name"
    RENAME = "rename"
    COMPARE = "compare"
    COMMAND = "command"

    @property
    def keeps(self) -> int:
        """For how many milliseconds an answer is awaited; words that come late are no name any more."""
        return (10 if self in {Asked.NAME, Asked.RENAME, Asked.COMMAND} else 60) * _MINUTE


@dataclass(frozen=True, slots=True)
class Question:
    """A question of one person in one chat; `draft` is what is known of the edit so far.

    `preset`: the name of the one that gets another name. `command`: its name, and the words given so far.
    """

    asked: Asked
    draft: Draft
    preset: str | None = None
    command: str | None = None
