"""Pictures that several machines share: in a bucket, or in a mounted folder."""

from pathlib import Path

from bot import upkeep
from bot.upkeep import Finding
from tests.fakes.bucket import ACCESS_KEY, REGION, SECRET_KEY, FakeBucket
from tests.whole.test_main_job import result
from tests.whole.town import Town, a_town


def there(bucket: FakeBucket) -> dict[str, bytes]:
    """By the names' ends."""
    return {name.rpartition("/")[2]: kept.data for name, kept in bucket.objects.items()}


async def told(town: Town) -> list[Finding]:
    found = await upkeep.check(town.app.settings)
    return [each for each in found if each.subject == "spool"]


async def test_with_a_bucket_no_picture_stays_on_the_machine_and_all_works_as_with_a_folder(
    tmp_path: Path, photo: bytes
) -> None:
    async with FakeBucket.open() as bucket:
        way = {"BUCKET": "pictures", "ENDPOINT": bucket.endpoint, "REGION": REGION}
        keys = {"ACCESS_KEY": ACCESS_KEY, "SECRET_KEY": SECRET_KEY}
        changes = {f"DARKROOM_SPOOL__{name}": value for name, value in (way | keys).items()}
        async with a_town(tmp_path, **changes) as town:
            asked = town.telegram.send_document(town.ann, ("cat.jpg", photo, "image/jpeg"), "sepia")
            first = await town.answer(asked)
            made = town.gateway.last_results[0]
            assert result(town, first) == made
            kept = there(bucket)
            assert (kept["in-1"], kept["fit-1"], kept["out-1.png"]) == (photo, photo, made)
            second = await town.answer(town.telegram.send_text(town.ann, "brighter", reply_to=first))
            assert town.gateway.calls[-1].pictures == [made]
            assert len(town.telegram.calls_of("download")) == 1
            shown = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
            town.telegram.press(town.ann, shown, "📄 Original file")
            file = await town.answer(shown, lambda each: bool(each.content.document))
            assert result(town, file) == town.gateway.last_results[0]
            await town.idle()
            assert not list((tmp_path / "data").rglob("*-1*"))
            assert [(each.well, each.sentence) for each in await told(town)] == [
                (True, "the bucket pictures takes pictures")
            ]
            assert await town.app.desk.privacy.forget(town.ann.id, update=0) == 0
            assert there(bucket) == {}
            assert second.file_id


async def test_a_bucket_that_refuses_is_found_by_a_look_and_ends_an_edit_in_one_sentence(
    tmp_path: Path, photo: bytes
) -> None:
    async with FakeBucket.open() as bucket:
        changes = {"DARKROOM_SPOOL__BUCKET": "pictures", "DARKROOM_SPOOL__ENDPOINT": bucket.endpoint}
        keys = {"DARKROOM_SPOOL__ACCESS_KEY": ACCESS_KEY, "DARKROOM_SPOOL__SECRET_KEY": SECRET_KEY}
        bucket.refuse = (403, "<Error><Code>AccessDenied</Code></Error>")
        async with a_town(tmp_path, **changes, **keys) as town:
            (look,) = await told(town)
            assert not look.well
            assert "AccessDenied" in look.sentence
            answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
            assert "nothing was charged" in (answer.text or "")
            assert await town.left(town.ann) == 10


async def test_the_folder_may_be_anywhere(tmp_path: Path, photo: bytes) -> None:
    async with a_town(tmp_path, DARKROOM_SPOOL__FOLDER=str(tmp_path / "mounted")) as town:
        answer = await town.answer(town.telegram.send_photo(town.ann, photo, "sepia"))
        assert result(town, answer)
        assert {path.name for path in (tmp_path / "mounted").glob("*/*")} == {"in-1", "fit-1", "out-1.png"}
        assert not (tmp_path / "data" / "spool").exists()
        (look,) = await told(town)
        assert look.well
