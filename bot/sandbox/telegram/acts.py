"""What people do beside writing: edit, delete, press, pay, stop."""

from bot.sandbox.telegram.entities import with_found
from bot.sandbox.telegram.messages import Message
from bot.sandbox.telegram.people import User
from bot.sandbox.telegram.refusals import Json
from bot.sandbox.telegram.world import Checkout, Press
from bot.sandbox.telegram.writing import Writing

REMEMBERED = 48 * 3600
"""Seconds that the server knows the message of a button."""


class Acts(Writing):
    """The people's side of the chats. Acts are plain calls that return once the update is queued."""

    def edit_message(self, message: Message, text: str) -> None:
        """The author changes their text or caption."""
        message.content.text, message.content.entities = text, with_found(text, ())
        message.edit_date = self.world.seconds()
        self.stage.show("edit", message)
        self.stage.deliver("edited_message", message)

    def delete_message(self, message: Message) -> None:
        """A person deletes it; the bot is not told."""
        self.stage.delete(message.chat.id, [message.message_id])

    def press(self, user: User, message: Message, button: str, *, late: bool = False) -> Press:
        """Presses the button with this text or callback data; `late`: in an app that shows a deleted message.

        Raises:
            LookupError: no such button, or the message is gone.
        """
        if message.deleted and not late:
            raise LookupError("the message is gone, nobody can press its buttons")
        fitting = [each for each in message.buttons if button in (each["text"], each.get("callback_data"))]
        if not fitting or "callback_data" not in fitting[0]:
            raise LookupError(f"no button {button!r} that calls back, only {message.buttons}")
        data = str(fitting[0]["callback_data"])
        press = Press(self.world.unique("press"), user, message, data)
        self.world.presses[press.id] = press
        query = {
            "id": press.id,
            "from": user.to_json(),
            "message": self._as_the_bot_gets_it(message),
            "chat_instance": str(7 * message.chat.id),
            "data": data,
        }
        self.stage.push("callback_query", query, f"press {user.id}")
        return press

    def _as_the_bot_gets_it(self, message: Message) -> Json:
        """Of what is gone or older than 48 h, a press tells only where it was: InaccessibleMessage."""
        if message.deleted or self.world.seconds() - message.date > REMEMBERED:
            return {"chat": message.chat.to_json(), "message_id": message.message_id, "date": 0}
        return message.to_json()

    def stop_draft(self, user: User, draft_id: int | None = None) -> None:
        """Presses Stop under what the bot is writing to this person (the newest draft, unless one is named).

        Raises:
            LookupError: nothing that can be stopped.
        """
        fitting = [each for each in self.world.drafts(user.id) if draft_id in (None, each.draft_id)]
        if not fitting or not fitting[-1].can_stop:
            raise LookupError("the bot is writing nothing that can be stopped")
        draft = fitting[-1]
        draft.can_stop = False
        draft.until = draft.until if draft.keep_on_stop else 0
        self.stage.show_draft(draft)
        stopped: Json = {"chat": draft.chat.to_json(), "draft_id": draft.draft_id}
        if draft.thread_id:
            stopped["message_thread_id"] = draft.thread_id
        self.stage.push("stopped_message_generation", stopped, f"chat {user.id}")

    def pay(self, user: User, message: Message) -> Checkout:
        """Presses Pay under an invoice: the bot gets a pre_checkout_query and decides.

        Raises:
            LookupError: the message is no invoice.
        """
        payload = self.world.payloads.get((message.chat.id, message.message_id))
        if payload is None:
            raise LookupError("the message is no invoice")
        invoice = message.content.other["invoice"]
        payment = {name: invoice[name] for name in ("currency", "total_amount")} | {
            "invoice_payload": payload
        }
        query_id = self.world.unique("checkout")
        checkout = Checkout(query_id, f"stx{self.world.unique('charge')}", user, message, payment)
        self.world.checkouts[query_id] = checkout
        self.stage.push(
            "pre_checkout_query", {"id": query_id, "from": user.to_json(), **payment}, f"press {user.id}"
        )
        return checkout

    def expire(self, press: Press) -> None:
        """The press gets too old to be answered."""
        press.expired = True

    def push(self, update: Json) -> None:
        """Queues an update as it is, also a broken or unknown one; `update_id` may be left out."""
        [kind] = update.keys() - {"update_id"}
        self.stage.updates.push(kind, update[kind], "raw", update.get("update_id"))
