"""Under the list of the last edits."""

from collections.abc import Sequence

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Button, Say, Verb, keyboard, pack
from bot.services.history import Page

_BESIDE = 5


def listed(
    say: Say, person: int, page: Page, results: Sequence[tuple[int, str]]
) -> InlineKeyboardMarkup | None:
    """A button for each result that has no link, by its number in the list; the pages before and after."""
    numbers: list[Button] = [(str(number), pack(Verb.SHOW, edit)) for number, edit in results]
    rows = [numbers[start : start + _BESIDE] for start in range(0, len(numbers), _BESIDE)]
    turns: list[Button] = []
    if page.number:
        turns.append((say("button-newer"), pack(Verb.HISTORY, person, page.number - 1)))
    if page.older:
        turns.append((say("button-older"), pack(Verb.HISTORY, person, page.number + 1)))
    rows += [turns] if turns else []
    return keyboard(rows) if rows else None
