"""An admin's next message completes a command that a button began, or that was given without its words."""

from telegram import Update

from bot.chat.albums import receive, settle
from bot.chat.commands import COMMANDS, Ask
from bot.chat.context import Desk, author, is_private, meet
from bot.chat.questions import answering
from bot.chat.utf16 import clean
from bot.domain.question import Asked


async def complete_or_receive(desk: Desk, update: Update) -> None:
    """Run the command with the message as its words; what completes none is handled as everybody's."""
    if not await _complete(desk, update):
        await receive(desk, update)


async def _complete(desk: Desk, update: Update) -> bool:
    message, user = update.message, author(update)
    if message is None or user is None or not is_private(message) or not desk.admin.allows(user.id):
        return False
    found = await desk.questions.waiting(message.chat_id, user.id, update.update_id, Asked.COMMAND)
    if found is None or found[1].command is None:
        return False
    name, *given = found[1].command.split()
    command = next((each for each in COMMANDS if each.name == name), None)
    forwarded = message.forward_origin is not None
    if command is None or not (message.text or forwarded or command.any_message):
        return False
    context = await meet(desk, update)
    if context is None:
        return False
    await settle(desk, message)
    # Of what was forwarded only the author counts: its words are not the admin's.
    words = " ".join([*given, "" if forwarded else clean(message.text or "")])
    async with answering(context, found[0]):
        await command.run(Ask(context, message, words.strip(), completes=True))
    return True
