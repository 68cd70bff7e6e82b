"""The commands that tend to what a bot keeps: grants and figures, backups, the way to a larger database."""

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.shell import Call, Clock, of_bot, wait_for

if TYPE_CHECKING:
    from bot.storage.move import Bar


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("user")
@click.argument("credits", type=int)
@of_bot
@click.pass_obj
def grant(call: Call, user: str, credits: int, bot: str | None) -> None:  # noqa: A002  # the design's word
    """Give CREDITS to USER (numeric id or @username); a negative number takes them away."""
    settings = call.settings_and_quiet_log(bot)
    from bot import upkeep

    click.echo(wait_for(upkeep.grant(settings, user, credits)))


@click.command()
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 3650), help="How far back.")
@of_bot
@click.pass_obj
def stats(call: Call, days: int, bot: str | None) -> None:
    """Print how many edits there were, and how they ended."""
    settings = call.settings_and_quiet_log(bot)
    from bot import upkeep

    click.echo(wait_for(upkeep.stats(settings, days)))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@of_bot
@click.pass_obj
def backup(call: Call, file: Path, bot: str | None) -> None:
    """Write a consistent copy of the database to FILE, while the bot runs or not."""
    settings = call.settings_and_quiet_log(bot)
    from bot import upkeep

    click.echo(wait_for(upkeep.backup(settings, file)))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace the database that is there.")
@of_bot
@click.pass_obj
def restore(call: Call, file: Path, bot: str | None, *, force: bool) -> None:
    """Put the database back from FILE; stop the bot first."""
    settings = call.settings_and_quiet_log(bot)
    from bot import upkeep

    click.echo(wait_for(upkeep.restore(settings, file, force=force)))


@click.command()
@click.option(
    "--to", "address", required=True, metavar="URL", help="Where to: postgresql://user:password@host/name."
)
@of_bot
@click.pass_obj
def move(call: Call, address: str, bot: str | None) -> None:
    """Copy a SQLite database into an empty PostgreSQL; stop the bot first. Safe to say again."""
    if not address.startswith("postgresql://"):
        raise click.UsageError("--to should be an address such as postgresql://user:password@host/name.")
    settings = call.settings_and_quiet_log(bot, address)
    from bot import moving

    def bar(title: str, rows: int) -> "AbstractContextManager[Bar]":
        shown = rows and sys.stderr.isatty()
        return click.progressbar(length=rows, label=title, file=sys.stderr, hidden=not shown)

    click.echo(wait_for(moving.move(settings, address, Clock(), bar)))


COMMANDS = (grant, stats, backup, restore, move)
