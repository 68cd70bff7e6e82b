"""The `darkroom` command. Each command imports what it needs only when it is called, so that all start fast.

Exit codes: 0 well, 1 failed, 2 usage, 78 configuration.
"""

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import __version__
from bot.domain.role import Role
from bot.shell import FAILED, Call, Clock, Plain, known_fault, wait_for

if TYPE_CHECKING:
    from bot.storage.move import Bar


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
    type=click.Choice(list(Role)),
    default=Role.ALL,
    show_default=True,
    help="What this process does, of several that share a database.",
)
@click.pass_obj
def run(call: Call, role: Role) -> None:
    """Run the bot until it is told to stop (SIGTERM, Ctrl+C)."""
    from bot import log

    settings = call.settings()
    log.setup(settings.log.level, settings.log.format, call.secrets, prompts=settings.log.prompts)
    from bot import app, systemd

    try:
        wait_for(app.run(settings, systemd.from_environment(os.environ), role))
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
@click.pass_context
def check(context: click.Context, *, ledger: bool) -> None:
    """Try token, hook, gateways, models, database and disk; a line for each."""
    settings = context.obj.settings_and_quiet_log()
    from bot import log, upkeep

    redact = log.redactor(context.obj.secrets)
    findings = wait_for(upkeep.audit(settings) if ledger else upkeep.check(settings))
    for finding in findings:
        click.echo(redact(f"{'ok   ' if finding.well else 'FAULT'} {finding.subject}: {finding.sentence}"))
    if not all(finding.well for finding in findings):
        context.exit(FAILED)


@cli.command()
@click.pass_context
def healthcheck(context: click.Context) -> None:
    """Tell whether the bot that runs here is well."""
    from bot.web import health

    verdict = health.from_outside(Clock().now(), context.obj.settings().data_dir)
    click.echo("well" if verdict.well else "; ".join(verdict.reasons))
    if not verdict.well:
        context.exit(FAILED)


@cli.command(name="config")
@click.option("--sample", is_flag=True, help="Print a commented darkroom.toml to begin with instead.")
@click.pass_obj
def show_config(call: Call, *, sample: bool) -> None:
    """Print the settings in force, with secrets masked."""
    from bot import config

    click.echo(config.sample() if sample else config.masked(call.settings()), nl=False)


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


@cli.command(context_settings={"ignore_unknown_options": True})
@click.argument("user")
@click.argument("credits", type=int)
@click.pass_obj
def grant(call: Call, user: str, credits: int) -> None:  # noqa: A002  # the design's word
    """Give CREDITS to USER (numeric id or @username); a negative number takes them away."""
    settings = call.settings_and_quiet_log()
    from bot import upkeep

    click.echo(wait_for(upkeep.grant(settings, user, credits)))


@cli.command()
@click.option("--days", default=7, show_default=True, type=click.IntRange(1, 3650), help="How far back.")
@click.pass_obj
def stats(call: Call, days: int) -> None:
    """Print how many edits there were, and how they ended."""
    settings = call.settings_and_quiet_log()
    from bot import upkeep

    click.echo(wait_for(upkeep.stats(settings, days)))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(call: Call, file: Path) -> None:
    """Write a consistent copy of the database to FILE, while the bot runs or not."""
    settings = call.settings_and_quiet_log()
    from bot import upkeep

    click.echo(wait_for(upkeep.backup(settings, file)))


@cli.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace the database that is there.")
@click.pass_obj
def restore(call: Call, file: Path, *, force: bool) -> None:
    """Put the database back from FILE; stop the bot first."""
    settings = call.settings_and_quiet_log()
    from bot import upkeep

    click.echo(wait_for(upkeep.restore(settings, file, force=force)))


@cli.command()
@click.option(
    "--to", "address", required=True, metavar="URL", help="Where to: postgresql://user:password@host/name."
)
@click.pass_obj
def move(call: Call, address: str) -> None:
    """Copy a SQLite database into an empty PostgreSQL; stop the bot first. Safe to say again."""
    if not address.startswith("postgresql://"):
        raise click.UsageError("--to should be an address such as postgresql://user:password@host/name.")
    settings = call.settings_and_quiet_log(address)
    from bot import moving

    def bar(title: str, rows: int) -> "AbstractContextManager[Bar]":
        shown = rows and sys.stderr.isatty()
        return click.progressbar(length=rows, label=title, file=sys.stderr, hidden=not shown)

    click.echo(wait_for(moving.move(settings, address, Clock(), bar)))


@cli.command()
@click.option("--quick", is_flag=True, help="A minute instead of eight: enough to see a gross loss.")
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Add this release's line to FILE.",
)
@click.pass_context
def bench(context: click.Context, *, quick: bool, history: Path | None) -> None:
    """Measure what an edit costs on this machine, beside a bare script that does the same; needs Linux.

    Telegram and the gateway are brought along; nothing leaves this machine. Exit code 1: something takes
    more than twice what it should.
    """
    from bot.bench.command import bench as measure

    report = wait_for(measure(lambda line: click.echo(line, err=True), quick=quick))
    click.echo(report.told())
    if history:
        with history.open("ab") as file:
            file.write(report.of_release())
    for each in report.gross:
        click.echo(f"{each.of}: {each.name} is {each.excess:.1f} times what it should be", err=True)
    if report.gross:
        context.exit(FAILED)
