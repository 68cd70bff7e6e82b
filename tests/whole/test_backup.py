"""The drill: a backup made under load, restored into a new folder, from which the bot goes on."""

import asyncio
from pathlib import Path

import pytest

from bot import upkeep
from tests.whole.test_process import polled, running
from tests.whole.town import environment, inhabited, outside, settings


@pytest.mark.sqlite
async def test_a_backup_made_under_load_is_restored_and_an_unfinished_edit_goes_on(
    tmp_path: Path, photo: bytes
) -> None:
    copy, new = tmp_path / "copy.db", tmp_path / "new"
    async with outside(tmp_path) as (telegram, gateway):
        ann = telegram.add_user("Ann", id=101, language_code="en")
        environ = environment(telegram, gateway, tmp_path)
        async with running(tmp_path, environ) as bot:
            await polled(telegram)
            crowd = [telegram.add_user(f"P{number}", id=1_000 + number) for number in range(30)]
            done = [telegram.send_text(each, "a cat in a tree") for each in crowd[:10]]
            for request in done:
                await telegram.wait_for_answer(
                    request, lambda message: message.file_id is not None, timeout=60
                )
            gateway.hold()
            unfinished = telegram.send_photo(ann, photo, "sepia")
            await gateway.until(lambda: gateway.held == 1)
            for each in crowd[10:]:
                telegram.send_text(each, "a dog in a boat")
            told = await upkeep.backup(settings(environ), copy)
            assert "checked" in told
            await telegram.wait_for(lambda: not telegram.pending, timeout=60)
            bot.process.kill()
            await bot.ended()
        gateway.release()
        elsewhere = environ | {"DARKROOM_DATA_DIR": str(new)}
        await upkeep.restore(settings(elsewhere), copy, force=False)
        assert all(finding.well for finding in await upkeep.audit(settings(elsewhere)))
        async with inhabited(telegram, gateway, tmp_path, {"DARKROOM_DATA_DIR": str(new)}) as town:
            answer = await town.answer(unfinished, lambda message: message.file_id is not None)
            assert answer.reply_to is unfinished
            await town.idle()
            async with asyncio.timeout(60):
                while await town.rows("SELECT 1 FROM inbox WHERE state = 'new'"):  # noqa: ASYNC110  rows tell nobody
                    await asyncio.sleep(0.02)
            (finding,) = await upkeep.audit(settings(elsewhere))
            assert finding.well, finding.sentence
            assert await town.left(ann) == 9
