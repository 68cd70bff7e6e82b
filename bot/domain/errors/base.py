"""What all errors are: a text key and data."""

from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(eq=False)
class DarkroomError(Exception):
    """The root: a text key and data, never a sentence."""

    key: ClassVar[str] = "error-internal"

    def __post_init__(self) -> None:
        super().__init__(self.key)

    @property
    def text_key(self) -> str:
        """The id of the sentence in `texts/`."""
        return self.key

    @property
    def data(self) -> dict[str, object]:
        """The sentence's variables."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.data.items())
        return f"{self.text_key}({shown})"
