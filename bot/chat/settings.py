"""The words of /settings, for the command and its buttons: whose settings they are, and how they stand."""

from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.chat.context import Context
from bot.chat.keyboards import settings as keyboards
from bot.chat.keyboards.settings import OF_GROUP
from bot.domain import settings
from bot.domain.model import Model
from bot.domain.people import Group, Preferences, preferences


@dataclass(frozen=True, slots=True)
class Board:
    """The settings of a person, or of a group; with that model."""

    context: Context
    group: Group | None
    model: Model
    preferences: Preferences

    @property
    def owner(self) -> object:
        """Stands in the data of the buttons."""
        return OF_GROUP if self.group else self.context.person.id

    async def keep(self, wanted: Preferences) -> "Board":
        """The board with other preferences, written down."""
        desk = self.context.desk
        if self.group:
            await desk.groups.prefer(self.group.id, wanted)
        else:
            await desk.account.prefer(self.context.person.id, wanted)
        return Board(self.context, self.group, self.model, wanted)

    def shown(self) -> tuple[str, InlineKeyboardMarkup]:
        """All that can be set."""
        say = self.context.say
        words = say("settings-group" if self.group else "settings", model=self.model.title)
        if kept := settings.kept(self.preferences, self.model):
            words += "\n" + say("settings-kept", settings=" · ".join(self._label(*each) for each in kept))
        return words, keyboards.overview(say, self.owner, self.model, self.preferences)

    def said(self) -> str | None:
        """All that was set and counts with the model, in one line."""
        said = ((each, settings.counts(each, self.preferences, self.model)) for each in settings.Setting)
        return " · ".join(self._label(each, value) for each, value in said if value) or None

    def _label(self, setting: settings.Setting, value: str) -> str:
        return keyboards.label(self.context.say, setting, value, self.owner)


def own(context: Context) -> Board:
    """A person's own settings."""
    person = context.person
    model = context.desk.account.catalogue.choice(person.model)
    return Board(context, None, model, person.preferences)


def of(group: Group, context: Context) -> Board:
    """A group's settings; only for its administrators."""
    model = context.desk.account.catalogue.choice(group.model, context.person.model)
    return Board(context, group, model, group.preferences)


def here(group: Group, context: Context) -> str:
    """What counts for a person in a group, in one sentence."""
    person = context.person
    model = context.desk.account.catalogue.choice(group.model, person.model)
    board = Board(context, None, model, preferences(group, person))
    return context.say("settings-here", model=model.title, settings=board.said())
