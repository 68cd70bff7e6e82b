"""What the bot asks people: kept for an hour, also over a restart."""

from bot.domain.ports import Clock
from bot.domain.question import Asked, Question
from bot.storage import questions
from bot.storage.database import Database


class Questions:
    """Of a person's questions in a chat, the last waits for the next words; the buttons of all work."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    async def put(self, question: Question, update: int) -> int:
        """Keep a question that the update leads to; those before wait for no words any more.

        Returns what stands for its message until that was sent.
        """
        coming = -update  # no message has such an id
        expires = self._clock.now() + question.asked.keeps
        await self._database.write(questions.put, question, coming, expires)
        return coming

    async def sent(self, chat: int, coming: int, message: int) -> None:
        """It was asked, in that message."""
        await self._database.write(questions.sent, chat, coming, message)

    async def drop(self, chat: int, coming: int) -> None:
        """It could not be asked."""
        await self._database.write(questions.drop, chat, coming)

    async def at(self, chat: int, message: int, person: int) -> Question | None:
        """What that message asked that person."""
        return await self._database.read(questions.at, chat, message, person, self._clock.now())

    async def waiting(
        self, chat: int, person: int, update: int, *asked: Asked
    ) -> tuple[int, Question] | None:
        """The question, if it is one of these, that waits for that update's answer, and its message."""
        now = self._clock.now()
        found = await self._database.read(questions.newest, chat, person, update, now)
        return found if found and found[1].asked in asked else None

    async def answered(self, chat: int, message: int, update: int) -> None:
        """That update answers it; handled again after a crash, the same update still does."""
        await self._database.write(questions.answer, chat, message, update)

    async def reopen(self, chat: int, message: int, update: int) -> None:
        """Nothing came of that answer: the question waits again."""
        await self._database.write(questions.reopen, chat, message, update)

    async def close(self, chat: int, person: int) -> None:
        """No question waits for the next words of that person there."""
        await self._database.write(questions.replace, chat, person)
