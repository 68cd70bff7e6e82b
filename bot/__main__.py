"""`python -m bot` is `darkroom`."""

from bot.cli import cli


def main() -> None:
    """The entry point of the `darkroom` command."""
    cli(prog_name="darkroom")


if __name__ == "__main__":
    main()
