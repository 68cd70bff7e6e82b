import pytest

from bot.domain.shelf import File, Shelf

HOUR = 3_600_000
NOW = 100 * HOUR


def file(key: str, hours_old: float, size: int = 10) -> File:
    return File(key, size, round(NOW - hours_old * HOUR))


FILES = (file("new/out-1.png", 1), file("old/in-1", 30), file("mid/fit-1", 5), file("mid/out-1.png", 4))


@pytest.mark.parametrize(
    ("shelf", "in_work", "gone"),
    [
        (Shelf(24), set(), ["old/in-1"]),
        (Shelf(24), {"old"}, []),
        (Shelf(24, bytes=40), set(), ["old/in-1"]),
        (Shelf(48, bytes=40), set(), []),
        (Shelf(48, bytes=39), set(), ["old/in-1"]),
        (Shelf(48, bytes=15), set(), ["old/in-1", "mid/fit-1", "mid/out-1.png"]),
        (Shelf(48, bytes=15), {"old", "mid"}, ["new/out-1.png"]),
        (Shelf(24, bytes=15), {"old", "mid", "new"}, []),
        (Shelf(0.5), set(), ["old/in-1", "mid/fit-1", "mid/out-1.png", "new/out-1.png"]),
    ],
)
def test_the_oldest_go_first_by_age_and_by_size_and_what_is_in_work_stays(
    shelf: Shelf, in_work: set[str], gone: list[str]
) -> None:
    assert [each.key for each in shelf.overdue(FILES, in_work, NOW)] == gone
