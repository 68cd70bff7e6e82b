import pytest

from bot.domain.people import ANONYMOUS_ADMIN, Person, public_name


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (Person(1, "Ann\n Lee"), "Ann Lee"),
        (Person(1, "A" * 30), "A" * 30),
        (Person(1, "A" * 31), "A" * 29 + "…"),
        (Person(1, " "), None),
        (Person(ANONYMOUS_ADMIN, "Group"), None),
        (None, None),
    ],
)
def test_others_read_a_short_name_and_none_of_nobody_in_particular(
    person: Person | None, name: str | None
) -> None:
    assert public_name(person) == name
