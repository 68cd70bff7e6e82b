"""The models on offer, as an operator writes them."""

import pytest

from bot.domain.errors import StartupFault
from bot.gateway.catalog import catalogue, known
from bot.gateway.dialects import DIALECTS

SEEDS = {
    "gpt-image-1",
    "gpt-4o-image",
    "sora_image",
    "flux-kontext-pro",
    "flux-kontext-max",
    "nano-banana",
    "nano-banana-hd",
    "gemini-2.0-flash-exp-image-generation",
    "gemini-2.5-flash-image-preview",
    "doubao-seedream-4-0-250828",
    "doubao-seededit-3-0-i2i-250628",
    "chat-seededit",
    "qwen-image-edit",
}


def test_every_model_of_the_seeds_is_there() -> None:
    models = known()

    assert {model.id for model in models} == SEEDS
    assert len({model.title for model in models}) == len(models)
    assert all(model.price >= 1 and model.dialect in DIALECTS for model in models)


def test_only_the_string_model_needs_a_link() -> None:
    assert [model.id for model in known() if DIALECTS[model.dialect].needs_links] == ["chat-seededit"]


def test_nothing_named_offers_everything() -> None:
    offered = catalogue()

    assert {model.id for model in offered.models} == SEEDS
    assert offered.default == offered.models[0].id
    assert not DIALECTS[offered.models[0].dialect].needs_links


def test_names_pick_in_the_operators_order() -> None:
    offered = catalogue(["sora_image", " nano-banana "], "nano-banana")

    assert [model.id for model in offered.models] == ["sora_image", "nano-banana"]
    assert offered.default == "nano-banana"


def test_a_new_model_takes_a_name_or_five_lines() -> None:
    named, written = catalogue(
        [
            "my-model",
            {"id": "other", "title": "Other", "price": 7, "dialect": "openrouter", "ratios": ["1:1"]},
        ]
    ).models

    assert (named.title, named.price, named.dialect, named.max_pictures) == ("my-model", 1, "chat", 1)
    assert (written.title, written.price, written.dialect, written.ratios) == (
        "Other",
        7,
        "openrouter",
        ("1:1",),
    )


def test_a_table_changes_a_known_model() -> None:
    [model] = catalogue([{"id": "gpt-4o-image", "price": 9, "gateways": ("second",), "title": None}]).models

    assert (model.price, model.gateways, model.title) == (9, ("second",), "GPT-4o Image")
    assert "1024x1024" in model.sizes


@pytest.mark.parametrize(
    ("entries", "default", "said"),
    [
        ([{"id": "x", "pirce": 4}], None, "did you mean 'price'"),
        ([{"id": "x", "prices": {"hd": 2}}], None, "'hd' is no size or quality of it; it has neither"),
        ([{"id": "gpt-4o-image", "prices": {"dh": 2}}], None, "did you mean 'hd'"),
        ([{"id": "gpt-4o-image", "prices": {"hd": -1}}], None, "a table of credits by size or quality"),
        ([{"id": "x", "dialect": "open-router"}], None, "did you mean 'openrouter'"),
        ([{"id": "x", "dialect": "zzz"}], None, "there are: chat, "),
        ([{"id": "x", "price": 0}], None, "whole number from 1"),
        ([{"id": "x", "price": True}], None, "whole number from 1"),
        ([{"id": "x", "sizes": "1x1"}], None, "list of texts"),
        ([{"id": "x", "stream": "yes"}], None, "true or false"),
        ([{"title": "x"}], None, "needs an `id`"),
        ([""], None, "needs an `id`"),
        (["a", "a"], None, "twice"),
        ([], "gpt-image", "did you mean 'gpt-image-1'"),
    ],
)
def test_a_mistake_is_named_with_the_nearest_right_one(
    entries: list[object], default: str | None, said: str
) -> None:
    with pytest.raises(StartupFault, match=said):
        catalogue(entries, default)  # type: ignore[arg-type]


def test_without_public_links_a_model_that_takes_nothing_else_is_not_on_offer() -> None:
    without = catalogue(links=False)
    assert [model.id for model in without.unavailable] == ["chat-seededit"]
    assert "chat-seededit" not in [model.id for model in without.models]
    assert catalogue().unavailable == ()
    assert "chat-seededit" in [model.id for model in catalogue().models]


def test_the_default_is_a_model_on_offer() -> None:
    assert catalogue(["chat-seededit", "nano-banana"], links=False).default == "nano-banana"
    with pytest.raises(
        StartupFault, match="default_model: 'chat-seededit' takes pictures by public link only"
    ):
        catalogue(["nano-banana", "chat-seededit"], "chat-seededit", links=False)


def test_when_every_model_needs_links_that_is_said() -> None:
    with pytest.raises(
        StartupFault, match="models: each of them takes pictures by public link only; set web"
    ):
        catalogue(["chat-seededit"], links=False)


def test_a_model_can_have_another_name_and_dialect_at_one_gateway() -> None:
    table = {"id": "banana", "names": {"router": "google/banana"}, "dialects": {"router": "openrouter"}}
    model = catalogue([table]).get("banana")
    assert (model.through("router").id, model.through("router").dialect) == ("google/banana", "openrouter")
    assert model.through("relay") == model


def test_an_unknown_dialect_at_one_gateway_is_named() -> None:
    with pytest.raises(StartupFault, match="openrouterr"):
        catalogue([{"id": "banana", "dialects": {"router": "openrouterr"}}])
