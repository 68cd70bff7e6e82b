"""Sample pictures for people who have none at hand."""

from bot.sandbox import effects


def samples() -> dict[str, bytes]:
    """Name -> JPEG: "hills", "portrait", "cat", "harbour". Computes for a second: use a thread."""
    return {name: effects.sample(name).data for name in effects.SAMPLES}
