"""What a handler gets: who writes, in which language and where, and the services."""

from dataclasses import dataclass, field

from telegram import InaccessibleMessage, InlineKeyboardMarkup, Message, Update, User
from telegram.constants import ChatType

from bot.chat.addressed import Me
from bot.chat.captions import Caption
from bot.chat.memory import Memory
from bot.chat.people import People
from bot.chat.post import Post
from bot.chat.sales import Sales
from bot.domain.edit import Place
from bot.domain.errors import Banned, UnknownModel
from bot.domain.people import SHARED_IDS, Group, Person
from bot.domain.ports import Clock
from bot.services.access import Access
from bot.services.account import Account
from bot.services.admin import Admin
from bot.services.albums import Albums
from bot.services.figures import Figures
from bot.services.fleet import Fleet
from bot.services.groups import Groups
from bot.services.history import History
from bot.services.office import Office
from bot.services.presets import Presets
from bot.services.presses import Presses
from bot.services.privacy import Privacy
from bot.services.questions import Questions
from bot.services.sessions import Entrance
from bot.services.submit import Submit
from bot.services.versions import Versions
from bot.services.wallets import Wallets
from bot.texts import Texts

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_MOMENT = 0.9
_ADMINISTRATOR_KEEPS = 60_000
_HUSH_KEEPS = 3_600_000


@dataclass(frozen=True, slots=True)
class Desk:
    """What all handlers share.

    `entrance`: to the console, where there is one.
    `administrators`: whether (chat, person) is one, as Telegram said lately. `hushed`: until when (person,
    refusal) is not said again. `moment`: seconds after which a button stops to spin, whatever is still to be
    done.
    """

    account: Account
    admin: Admin
    submit: Submit
    texts: Texts
    clock: Clock
    post: Post
    privacy: Privacy
    fleet: Fleet
    groups: Groups
    versions: Versions
    albums: Albums
    questions: Questions
    presets: Presets
    figures: Figures
    history: History
    wallets: Wallets
    access: Access
    presses: Presses
    office: Office
    sales: Sales
    entrance: Entrance | None = None
    administrators: Memory[bool] = field(default_factory=lambda: Memory(_ADMINISTRATOR_KEEPS))
    hushed: Memory[int] = field(default_factory=lambda: Memory(_HUSH_KEEPS))
    moment: float = _MOMENT

    @property
    def me(self) -> Me:
        """The bot's own id and name."""
        return Me(self.post.bot.id, self.post.bot.username)

    @property
    def people(self) -> People:
        """What can be known of people by their id."""
        return People(self.account, self.texts)


@dataclass(frozen=True, slots=True)
class Context:
    """One update of one person, in a group or in private. `place`: where answers go; `update`: its id."""

    desk: Desk
    person: Person
    language: str
    place: Place
    update: int
    group: Group | None = None

    def say(self, key: str, /, **data: object) -> str:
        """The sentence in the person's language."""
        return self.desk.texts.say(self.language, key, **data)

    def title(self, model: str) -> str:
        """What a model is called, be it on offer no more."""
        try:
            return self.desk.account.whole.get(model).title
        except UnknownModel:
            return model

    async def reply(self, text: str | Caption, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Answer."""
        await self.desk.post.say(self.place, text, keyboard=keyboard)


async def meet(desk: Desk, update: Update) -> Context | None:
    """The context of an update; None where nobody in particular wrote it.

    Raises:
        Banned: an admin shut that person out.
        NotAdmitted: the bot is not open to them.
    """
    person, place = await known(desk, update), place_of(update)
    if person is None or place is None:
        return None
    if person.is_banned(desk.clock.now()):
        raise Banned(until=person.banned_until)
    desk.access.check(person)
    language = desk.texts.choose(person.language, person.spoken)
    group = await group_of(desk, update, language)
    return Context(desk, person, language, place, update.update_id, group)


async def known(desk: Desk, update: Update) -> Person | None:
    """Who wrote or pressed, written down, be they let in or not; None where nobody in particular did."""
    user = author(update)
    if user is None:
        return None
    chat = update.effective_chat
    return await desk.account.meet(
        Person(id=user.id, name=user.full_name, username=user.username, spoken=user.language_code),
        private=chat is not None and chat.type == ChatType.PRIVATE,
    )


async def group_of(desk: Desk, update: Update, language: str | None = None) -> Group | None:
    """The group in which something was written or pressed, with what it chose. `language`: what is spoken."""
    chat = update.effective_chat
    if chat is None or chat.type not in GROUPS:
        return None
    return await desk.groups.meet(chat.id, chat.title or "", language)


def author(update: Update) -> User | None:
    """The person who wrote or pressed; None for bots, channels and anonymous administrators (SAFETY 1.4)."""
    user, message = update.effective_user, update.message
    if user is None or user.is_bot or user.id in SHARED_IDS or (message and message.sender_chat):
        return None
    return user


def place_of(update: Update) -> Place | None:
    """Where the answer to a message or to a press goes."""
    if update.message:
        return Place(update.message.chat_id, update.message.message_id, thread_of(update.message))
    pressed = update.callback_query and update.callback_query.message
    if isinstance(pressed, InaccessibleMessage):
        return Place(pressed.chat.id, pressed.message_id)
    if isinstance(pressed, Message):
        request = pressed.reply_to_message or pressed
        return Place(pressed.chat_id, request.message_id, thread_of(pressed))
    return None


def thread_of(message: Message) -> int | None:
    """The topic. Outside of topics the field can be the root of a chain of replies (SAFETY 1.4)."""
    return message.message_thread_id if message.is_topic_message else None


def is_private(message: Message) -> bool:
    """Whether nobody else reads along."""
    return message.chat.type == ChatType.PRIVATE
