"""A model is what a person chooses; it is reached through one or more gateways."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.domain.edit import Options, Wishes
from bot.domain.errors import UnknownModel


@dataclass(frozen=True, slots=True)
class Model:
    """What a person chooses, with its price in credits and what it takes.

    `gateways` empty means all; `max_pictures` 0 means text only; `min_pictures` 1 means it makes nothing from
    text alone. `sizes`, `qualities` and `styles` list what may be asked, the first is the default; empty: not
    asked; `ratios` are written "16:9". `prices` says what a picture costs instead of `price`, by size or
    quality. `max_side` is the longest side in pixels that is sent on, larger ones are fitted. `extra` goes
    into the request as it is, for what one gateway wants and no other. `names` and `dialects` say, by
    gateway, where the model has another name or is written differently.
    """

    id: str
    title: str
    price: int
    dialect: str
    gateways: tuple[str, ...] = ()
    stream: bool = False
    min_pictures: int = 0
    max_pictures: int = 1
    max_count: int = 1
    sizes: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    ratios: tuple[str, ...] = ()
    prices: Mapping[str, int] = field(default_factory=dict, hash=False)
    max_side: int = 4096
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)
    names: Mapping[str, str] = field(default_factory=dict, hash=False)
    dialects: Mapping[str, str] = field(default_factory=dict, hash=False)

    def through(self, gateway: str) -> "Model":
        """The model as that gateway knows it: with its name and dialect there."""
        name, dialect = self.names.get(gateway, self.id), self.dialects.get(gateway, self.dialect)
        return replace(self, id=name, dialect=dialect)

    def granted(self, wishes: Wishes) -> Options:
        """What can be asked of it: the wishes that it knows."""
        return Options(
            count=max(1, min(wishes.count or 1, self.max_count)),
            size=_known(wishes.size, self.sizes),
            quality=_known(wishes.quality, self.qualities),
            style=_known(wishes.style, self.styles),
            ratio=_known(wishes.ratio, self.ratios),
            as_file=bool(wishes.as_file),
        )

    def completed(self, options: Options) -> Options:
        """What to ask for a picture from text alone: the model's defaults where a person said nothing."""
        return replace(
            options,
            size=options.size or next(iter(self.sizes), None),
            quality=options.quality or next(iter(self.qualities), None),
            style=options.style or next(iter(self.styles), None),
        )

    def price_of(self, options: Options) -> int:
        """What one picture costs: the dearest of the prices that apply, else `price`."""
        named = [
            self.prices[each] for each in (options.size, options.quality) if each and each in self.prices
        ]
        return max(named, default=self.price)

    def cost(self, options: Options) -> int:
        """What an edit costs, with all its pictures."""
        return self.price_of(options) * options.count

    @property
    def price_range(self) -> tuple[int, int]:
        """The least and the most that a picture can cost."""
        prices = (self.price, *self.prices.values())
        return min(prices), max(prices)


def _known(wish: str | None, known: tuple[str, ...]) -> str | None:
    return wish if wish in known else None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The models on offer, in the order in which people see them; `default` is the id of one of them.

    `unavailable` are those that the operator wants, and this bot cannot serve.
    """

    models: tuple[Model, ...]
    default: str
    unavailable: tuple[Model, ...] = ()

    def without(self, away: frozenset[str]) -> "Catalogue":
        """The same without these; if that were nothing, the same. The next one stands in for the default."""
        left = tuple(each for each in self.models if each.id not in away)
        if not left:
            return self
        at = [each.id for each in self.models].index(self.default)
        in_turn = (*self.models[at:], *self.models[:at])
        return replace(self, models=left, default=next(each.id for each in in_turn if each in left))

    def get(self, model: str) -> Model:
        """The model with this id.

        Raises:
            UnknownModel: it is not, or no longer, on offer.
        """
        found = self.offered(model)
        if found is None:
            raise UnknownModel(model=model)
        return found

    def choice(self, *wanted: str | None) -> Model:
        """What somebody gets who wants these, best first: the first that is on offer, else the default."""
        return next((found for each in wanted if (found := self.offered(each))), self.get(self.default))

    def offered(self, model: str | None) -> Model | None:
        """The model with this id, while it is on offer."""
        return next((each for each in self.models if each.id == model), None)
