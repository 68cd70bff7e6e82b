"""The `darkroom` command. Each command imports what it needs only when it is called, so that all start fast.

Exit codes: 0 well, 1 failed, 2 usage, 78 configuration.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import __version__
from bot.domain.role import Role
from bot.shell import FAILED, Call, Clock, Plain, importing, known_fault, of_bot, wait_for
from bot.tending import COMMANDS

if TYPE_CHECKING:
    pass


@click.group(cls=Plain, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings in TOML; without it darkroom.toml, if it is here.",
)
@click.version_option(__version__, prog_name="darkroom")
@click.pass_context
def cli(context: click.Context, config_file: Path | None) -> None:
    """A Telegram bot that edits photos."""
    context.obj = Call(config_file)


@cli.command()
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),  # of an enum, click would want the names
    default=Role.ALL.value,
    show_default=True,
    help="What this process does, of several that share a database.",
)
@click.pass_obj
def run(call: Call, role: str) -> None:
    """Run the bot, or all of [[bots]], until it is told to stop (SIGTERM, Ctrl+C)."""
    with importing():
        from bot import log

        bots = call.bots()
        settings = next(iter(bots.values()))  # they agree on the log
        log.setup(settings.log.level, settings.log.format, call.secrets, prompts=settings.log.prompts)
        from bot import systemd

        told = systemd.from_environment(os.environ)
        if settings.prefix:
            from bot import several

            work = several.run(bots, told, Role(role))
        else:
            from bot import app

            work = app.run(settings, told, Role(role))
    try:
        wait_for(work)
    except Exception as error:
        if known_fault(error):
            raise
        import structlog

        structlog.get_logger("bot").critical("the bot was stopped by an error", exc_info=True)
        sys.exit(FAILED)


@cli.command()
@click.option(
    "--once",
    nargs=2,
    type=(click.Path(path_type=Path), str),
    metavar="PHOTO CAPTION",
    help="One edit without a browser; PHOTO is a file or the name of a sample.",
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="FILE", help="Where --once leaves the result."
)
@click.option(
    "--port", default=8080, show_default=True, type=click.IntRange(0, 65535), help="Of the chat page."
)
@click.option("--no-browser", is_flag=True, help="Only print the chat page's address.")
@click.pass_context
def demo(
    context: click.Context, once: tuple[Path, str] | None, out: Path | None, port: int, *, no_browser: bool
) -> None:
    """Try everything here: no account, no key, nothing leaves this machine."""
    if out and not once:
        raise click.UsageError("--out needs --once PHOTO CAPTION.")
    from bot.sandbox import demo as sandbox

    context.exit(sandbox.main(once=once, out=out, port=port, browser=not no_browser))


@cli.command()
@click.option("--ledger", is_flag=True, help="Add up all credits anew instead, and print every difference.")
@of_bot
@click.pass_context
def check(context: click.Context, bot: str | None, *, ledger: bool) -> None:
    """Try token, hook, gateways, models, database and disk of each bot; a line for each."""
    call: Call = context.obj
    bots = call.bots(bot)
    call.be_quiet(next(iter(bots.values())))
    from bot import log, upkeep

    redact, well = log.redactor(call.secrets), True
    for settings in bots.values():
        whose = f"{settings.prefix[1:]} " if settings.prefix else ""
        for finding in wait_for(upkeep.audit(settings) if ledger else upkeep.check(settings)):
            sign = "ok   " if finding.well else "FAULT"
            click.echo(redact(f"{sign} {whose}{finding.subject}: {finding.sentence}"))
            well = well and finding.well
    if not well:
        context.exit(FAILED)


@cli.command()
@of_bot
@click.pass_context
def healthcheck(context: click.Context, bot: str | None) -> None:
    """Tell whether the bot that runs here is well, or all that do."""
    from bot.web import health

    now, reasons = Clock().now(), list[str]()
    for settings in context.obj.bots(bot).values():
        whose = f"{settings.prefix[1:]}: " if settings.prefix else ""
        reasons += (f"{whose}{reason}" for reason in health.from_outside(now, settings.data_dir).reasons)
    click.echo("; ".join(reasons) or "well")
    if reasons:
        context.exit(FAILED)


@cli.command(name="config")
@click.option("--sample", is_flag=True, help="Print a commented darkroom.toml to begin with instead.")
@of_bot
@click.pass_obj
def show_config(call: Call, bot: str | None, *, sample: bool) -> None:
    """Print the settings in force, with secrets masked."""
    from bot import config

    if sample:
        click.echo(config.sample(), nl=False)
        return
    for name, settings in call.bots(bot).items():
        click.echo((f"# [[bots]] {name}\n" if name else "") + config.masked(settings), nl=False)


@cli.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--advice", is_flag=True, help="Tell also what would be done: retry, fail over, charge.")
@click.pass_context
def explain(context: click.Context, files: tuple[str, ...], *, advice: bool) -> None:
    """Tell what comes out of recorded answers of gateways; a line of JSON each, no network.

    NAME.http is a whole HTTP answer, any other name the body of a 200. The file "-" stands for lines of JSON
    on the standard input: {"file", "request"?, "base_url"?, "endpoint"?, "chunk"?}.
    """
    from bot.gateway import recordings

    failed = False
    for told in recordings.explain_all(files, sys.stdin.buffer, advice=advice):
        click.echo(told.line)
        if told.problem:
            click.echo(told.problem, err=True)
            failed = True
    if failed:
        context.exit(FAILED)


@cli.command()
@click.option("--quick", "extent", flag_value="quick", help="A minute: enough to see a gross loss.")
@click.option(
    "--full", "extent", flag_value="full", help="A quarter of an hour: every kind under every load."
)
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Add this release's line to FILE.",
)
@click.pass_context
def bench(context: click.Context, *, extent: str | None, history: Path | None) -> None:
    """Measure what an edit costs on this machine, beside a bare script that does the same; needs Linux.

    Telegram and the gateway are brought along; nothing leaves this machine. Exit code 1: something takes,
    beside the script, more than twice what it should.
    """
    from asyncio import CancelledError

    from bot.bench.command import Extent
    from bot.bench.command import bench as measure

    try:
        report = wait_for(measure(lambda line: click.echo(line, err=True), Extent(extent or Extent.USUAL)))
    except CancelledError:  # SIGTERM
        raise click.Abort from None
    click.echo(report.told())
    if history:
        with history.open("ab") as file:
            file.write(report.of_release())
    for each in report.gross:
        click.echo(f"{each.of}: {each.name} is {each.excess:.1f} times what it should be", err=True)
    if report.gross:
        context.exit(FAILED)


for _each in COMMANDS:
    cli.add_command(_each)
