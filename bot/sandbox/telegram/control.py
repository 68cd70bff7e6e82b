"""What a test or the chat page does with this Telegram: acts, observation and faults."""

from collections.abc import Callable
from typing import TypedDict, TypeVar, Unpack

from bot.sandbox.telegram.acts import Acts
from bot.sandbox.telegram.faults import EVERY_METHOD, Drop, Fault, Faults
from bot.sandbox.telegram.journal import Call
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import Chat, User
from bot.sandbox.telegram.refusals import Json
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.updates import Update
from bot.sandbox.telegram.world import Draft

T = TypeVar("T")
WITHIN = 60.0


class FaultFields(TypedDict, total=False):
    """See `Fault`."""

    retry_after: int | None
    migrate_to_chat_id: int | None
    delay: float
    drop: Drop | None
    body: str | None
    times: int
    where: Callable[[Json], bool]


class Control(Acts):
    """The outside of this Telegram. All of it on the server's event loop; only waiting is asynchronous."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.journal = stage.journal
        self.faults = Faults()

    @property
    def calls(self) -> list[Call]:
        """Every API call so far, file downloads included (method "download")."""
        return list(self.journal.calls)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.journal.calls if call.method == method]

    @property
    def violations(self) -> list[str]:
        """Calls that broke the Bot API's contract, or used what is not simulated: tests expect none."""
        return self.journal.violations

    @property
    def pending(self) -> list[Update]:
        """Updates that the bot has not confirmed yet."""
        return self.stage.updates.pending

    def messages(self, chat: Chat | User | int) -> list[Message]:
        """What a person sees in the chat now, oldest first; of a User, their private chat."""
        return self.world.messages(chat if isinstance(chat, int) else chat.id)

    def answers(self, chat: Chat | User | int) -> list[Message]:
        """The bot's messages in the chat now."""
        return [message for message in self.messages(chat) if message.from_bot]

    def drafts(self, user: User) -> list[Draft]:
        """What the bot is writing to this person now."""
        return self.world.drafts(user.id)

    def file_bytes(self, file_id: str) -> bytes:
        """Raises LookupError for an unknown id."""
        stored = self.world.files.get(file_id)
        if stored is None:
            raise LookupError(f"no file {file_id}")
        return stored.data

    async def wait_for(self, predicate: Callable[[], T | None], timeout: float = WITHIN) -> T:  # noqa: ASYNC109 - see Journal
        """The first true value of `predicate`, asked after every call and event; or TimeoutError."""
        return await self.journal.wait_for(predicate, timeout)

    async def wait_for_answer(
        self,
        after: Message,
        predicate: Callable[[Message], bool] = lambda _message: True,
        timeout: float = WITHIN,  # noqa: ASYNC109 - see Journal
    ) -> Message:
        """The bot's first message in that chat, newer than `after`, that `predicate` accepts."""

        def found() -> Message | None:
            later = (each for each in self.answers(after.chat) if each.message_id > after.message_id)
            return next((each for each in later if predicate(each)), None)

        return await self.wait_for(found, timeout)

    # Faults

    def fail_next(
        self,
        method: str = EVERY_METHOD,
        status: int | None = None,
        description: str = "",
        **fields: Unpack[FaultFields],
    ) -> Fault:
        """The next calls of `method` fail, come late or lose their connection; see `Fault`."""
        fault = Fault(method, status, description, **fields)
        self.faults.add(fault)
        return fault
