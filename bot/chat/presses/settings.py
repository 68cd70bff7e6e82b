"""Presses under /settings."""

from bot.chat.groups import check_steers
from bot.chat.keyboards import settings as keyboards
from bot.chat.keyboards.data import short
from bot.chat.keyboards.settings import DEFAULT, OF_GROUP
from bot.chat.presses.press import Pressed
from bot.chat.settings import Board, of, own
from bot.domain import settings
from bot.domain.people import Preferences
from bot.domain.settings import Setting


async def press(pressed: Pressed) -> str | None:
    """A setting: its values. One of them: it counts from now on. Neither: all settings."""
    owner, *named = pressed.parts
    board, say = await _board(pressed, owner), pressed.context.say
    if len(named) != 1:
        if named:
            board = await _chosen(board, *named)
        await pressed.reword(*board.shown())
        return say("settings-saved") if named else None
    setting = Setting(named[0])
    words = say(f"settings-{setting}-ask", model=board.model.title)
    await pressed.reword(words, keyboards.values(say, board.owner, setting, board.model, board.preferences))
    return None


async def _board(pressed: Pressed, owner: str) -> Board:
    """Whose settings they are, if it is theirs to press.

    Raises:
        NotYours: they are somebody else's.
        NotSteering: they are a group's, and this is none of its administrators.
    """
    if owner == OF_GROUP:
        return of(await check_steers(pressed.context), pressed.context)
    pressed.check_owner(owner)
    return own(pressed.context)


async def _chosen(board: Board, name: str, word: str) -> Board:
    if name == DEFAULT:
        return await board.keep(Preferences())
    setting = Setting(name)
    known = {short(each): each for each in settings.values(setting, board.model)}
    if word != DEFAULT and word not in known:
        raise ValueError(word)
    return await board.keep(settings.choose(setting, known.get(word), board.preferences))
