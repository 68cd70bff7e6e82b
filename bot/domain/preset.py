"""A prompt that somebody keeps under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Preset:
    """A prompt and its name."""

    name: str
    prompt: str
