"""Under /compare: which models; and under what came of it: which one to keep."""

from collections.abc import Iterable, Sequence

from telegram import InlineKeyboardMarkup

from bot.chat.keyboards.data import Say, Verb, keyboard, marked, pack, price_of, short
from bot.chat.keyboards.questions import in_rows
from bot.domain.comparison import FEWEST
from bot.domain.model import Model


def models(
    say: Say, person: int, offered: Sequence[Model], chosen: Sequence[Model], price: int
) -> InlineKeyboardMarkup:
    """The models that can be compared, and the way to begin, with what that costs in all."""
    names = "".join(short(each.id) for each in chosen)
    buttons = [
        (
            marked(say("model-option", title=each.title, price=price_of(each)), each in chosen),
            pack(Verb.COMPARE, person, names, short(each.id)),
        )
        for each in offered
    ]
    rows = in_rows(buttons)
    if len(chosen) >= FEWEST:
        rows.append([(say("compare-start", price=price), pack(Verb.COMPARE_START, person, names, price))])
    return keyboard(rows)


def named(offered: Iterable[Model], names: str) -> list[Model]:
    """The models that `names` stands for, in its order; without those that are not offered any more."""
    known = {short(each.id): each for each in offered}
    each_name = len(short(""))
    parts = [names[at : at + each_name] for at in range(0, len(names), each_name)]
    return [known[part] for part in parts if part in known]


def keep(say: Say, person: int, compared: Iterable[Model]) -> InlineKeyboardMarkup:
    """Each model whose picture came: to be one's own from now on."""
    buttons = [
        (say("compare-keep", model=each.title), pack(Verb.KEEP, person, short(each.id))) for each in compared
    ]
    return keyboard(in_rows(buttons))
