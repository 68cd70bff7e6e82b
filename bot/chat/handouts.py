"""Pictures handed out once more: the model's own file, the version before, a result of long ago."""

from collections.abc import Sequence
from dataclasses import replace

import structlog
from telegram import InputMediaDocument, InputMediaPhoto, Message
from telegram.error import BadRequest

from bot.chat.captions import Caption, caption
from bot.chat.context import Context
from bot.chat.keyboards.edits import Stage, after
from bot.chat.parcels import albums, fits_photo, opened, sent_of
from bot.chat.post import Media
from bot.chat.refusals import describe
from bot.chat.utf16 import cut
from bot.domain.edit import Edit, Place, Source
from bot.domain.errors import SpoolFault
from bot.domain.picture import Stored
from bot.domain.ports import Sent
from bot.services.versions import Before

log = structlog.get_logger()

_PROMPT_SHOWN = 100


async def originals(context: Context, edit: Edit, place: Place, files: Sequence[tuple[int, Stored]]) -> None:
    """Send an edit's pictures as the model made them; a reply to one goes on from it."""
    post, versions = context.desk.post, context.desk.versions
    try:
        for part in albums(files):
            async with opened(versions.spool, [stored for _, stored in part]) as handles:
                if len(handles) == 1:
                    messages: Sequence[Message] = [await post.document(place, handles[0], Caption())]
                else:
                    messages = await post.album(place, [InputMediaDocument(each) for each in handles])
            sent = [sent_of(message, at) for message, (at, _) in zip(messages, part, strict=True)]
            await versions.keep(edit, sent)
    except SpoolFault:  # swept in this very moment
        await context.reply(context.say("original-gone", hours=context.desk.privacy.keeps.pictures))


async def before(context: Context, version: Before, place: Place) -> None:
    """Send what an edit started from, with the buttons of the edit that made it, if that is theirs."""
    maker = version.edit
    if maker and (maker.place.chat, maker.place.thread) == (place.chat, place.thread):
        place = replace(place, message=maker.place.message)
    try:
        messages = await _shown_again(context, version, place)
    except BadRequest as error:
        log.info("version not shown", why=describe(error))
        await context.reply(context.say("undo-gone"))
        return
    if maker:
        places = (version.position(source) for source in version.sources)
        pairs = zip(messages, places, strict=True)
        await context.desk.versions.keep(
            maker, [sent_of(message, at) for message, at in pairs if at is not None]
        )


async def results(context: Context, edit: Edit, sent: Sequence[Sent], place: Place) -> bool:
    """Send an edit's results again, by their files at Telegram; False if these are gone."""
    known = [each for each in sent if each.file_id]
    as_file = edit.options.as_file or not all(map(fits_photo, edit.results))
    for is_file in (as_file, not as_file) if known else ():  # what Telegram took for no photo became a file
        try:
            messages = await _results(context, edit, known, place, is_file=is_file)
        except BadRequest as error:
            log.info("results not shown", edit=edit.id, as_file=is_file, why=describe(error))
            continue
        pairs = zip(messages, known, strict=True)
        await context.desk.versions.keep(edit, [sent_of(message, old.position) for message, old in pairs])
        return True
    return False


async def _results(
    context: Context, edit: Edit, sent: Sequence[Sent], place: Place, *, is_file: bool
) -> Sequence[Message]:
    post, told = context.desk.post, caption(context.title(edit.model), edit.prompt)
    if len(sent) == 1:
        keyboard = after(context.say, edit, Stage.FILE if is_file else Stage.RESULT)
        send = post.document if is_file else post.photo
        return [await send(place, sent[0].file_id or "", told, keyboard, silent=True)]
    kind = InputMediaDocument if is_file else InputMediaPhoto
    messages: list[Message] = []
    for part in albums(sent):
        media: list[Media] = [kind(each.file_id or "") for each in part]
        messages += await post.album(place, media, silent=True)
    return messages


async def _shown_again(context: Context, version: Before, place: Place) -> Sequence[Message]:
    head = context.say("undo-original")
    if version.edit:
        words = cut(" ".join(version.edit.prompt.split()), _PROMPT_SHOWN)
        head = context.say("undo-version", prompt=words)
    told, post = caption(head), context.desk.post
    kinds = {source.kind.is_file for source in version.sources}
    if len(version.sources) > 1 and len(kinds) == 1:
        media = [_media(source, told if not at else Caption()) for at, source in enumerate(version.sources)]
        return await post.album(place, media, silent=True)
    return [await _single(context, version, source, place, told) for source in version.sources]


async def _single(context: Context, version: Before, source: Source, place: Place, told: Caption) -> Message:
    is_file = source.kind.is_file
    maker, keyboard = version.edit, None
    if maker and maker.person == context.person.id:
        keyboard = after(context.say, maker, Stage.FILE if is_file else Stage.RESULT)
    send = context.desk.post.document if is_file else context.desk.post.photo
    return await send(place, source.file_id, told, keyboard, silent=True)


def _media(source: Source, told: Caption) -> Media:
    kind = InputMediaDocument if source.kind.is_file else InputMediaPhoto
    return kind(source.file_id, caption=told.text or None)
