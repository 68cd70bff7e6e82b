"""One edit as a person makes it, told as it happens."""

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox import conversation
from bot.sandbox.effects import SAMPLES, sample
from bot.sandbox.telegram import ApiError, Message, TelegramServer, User

READY_WITHIN, ANSWER_WITHIN = 60.0, 120.0


@dataclass(frozen=True, slots=True)
class Result:
    """The picture that came, and the suffix of its kind (".png")."""

    data: bytes
    suffix: str


def picture(name: Path) -> bytes | None:
    """The bytes of a file, or of the sample with this name; None where there is neither."""
    if name.is_file():
        return name.read_bytes()
    return sample(str(name)).data if str(name) in SAMPLES else None


async def one_edit(
    telegram: TelegramServer, person: User, request: tuple[str, bytes, str], say: Callable[[str], None]
) -> Result | None:
    """Sends (file name, bytes, caption) as this person, once the bot listens, and waits for the answer.

    None where the bot's last word was no picture, or did not come in time; what is said tells why.
    """
    heard = telegram.journal.last_number

    def last_word(sent: Message) -> Message | None:
        """Asked after each event, it tells them."""
        nonlocal heard
        for event in telegram.journal.since(heard):
            heard = event.number
            for line in conversation.lines(event, telegram.bot.first_name):
                say(line)
        return _last_word(telegram, sent)

    try:
        await telegram.wait_for(lambda: telegram.calls_of("getUpdates"), READY_WITHIN)
        sent = _send(telegram, person, request)
        answer = await telegram.wait_for(lambda: last_word(sent), ANSWER_WITHIN)
    except TimeoutError as error:
        say(f"The bot did not answer: {error}.")
        return None
    file = telegram.world.files.get(answer.file_id or "")
    return Result(file.data, Path(file.path).suffix) if file else None


def _send(telegram: TelegramServer, person: User, request: tuple[str, bytes, str]) -> Message:
    name, data, caption = request
    try:
        return telegram.send_photo(person, data, caption)
    except ApiError:  # what Telegram takes for no photo goes as a file, as in the apps
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return telegram.send_content(person, telegram.document((name, data, kind), caption))


def _last_word(telegram: TelegramServer, request: Message) -> Message | None:
    """The bot's answer that stays: a picture, or words that are no (silent) status."""
    later = (each for each in telegram.answers(request.chat) if each.message_id > request.message_id)
    return next((each for each in later if each.file_id or not each.silent), None)
