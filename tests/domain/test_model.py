import pytest

from bot.domain.edit import Options
from bot.domain.model import Model

PLAIN = Model("plain", "Plain", 2, "chat")
PRICED = Model(
    "fine",
    "Fine",
    2,
    "chat",
    sizes=("1K", "2K", "4K"),
    qualities=("standard", "hd", "draft"),
    prices={"2K": 3, "4K": 6, "hd": 4, "draft": 1},
)


@pytest.mark.parametrize(
    ("model", "options", "cost"),
    [
        (PLAIN, Options(size="4K", quality="hd"), 2),
        (PLAIN, Options(count=3), 6),
        (PRICED, Options(), 2),
        (PRICED, Options(size="1K", quality="standard"), 2),
        (PRICED, Options(size="2K"), 3),
        (PRICED, Options(size="2K", quality="hd"), 4),
        (PRICED, Options(size="4K", quality="hd"), 6),
        (PRICED, Options(quality="draft"), 1),
        (PRICED, Options(size="2K", quality="draft"), 3),
        (PRICED, Options(count=4, size="4K"), 24),
    ],
)
def test_the_dearest_price_that_applies_counts_for_each_picture(
    model: Model, options: Options, cost: int
) -> None:
    assert model.cost(options) == cost


def test_a_list_of_models_shows_from_what_to_what_a_picture_costs() -> None:
    assert PLAIN.price_range == (2, 2)
    assert PRICED.price_range == (1, 6)
