"""What an operator does from the shell, beside the running bot or without it."""

import asyncio
import shutil
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from bot import parts, public, store
from bot.chat import hook, intake
from bot.chat.connection import TelegramBot
from bot.chat.traffic import Traffic
from bot.config import Settings
from bot.domain.errors import DarkroomError, GatewayFault, StartupFault, StorageFault
from bot.domain.ports import Clock
from bot.gateway.catalog import LINKS_NEEDED
from bot.services.admin import Admin
from bot.services.audit import audited
from bot.services.figures import Figures, Stats
from bot.services.fleet import lacking
from bot.storage import files
from bot.storage.lock import only_one
from bot.storage.migrate import shipped
from bot.storage.spool import FolderSpool

_LEAST_FREE = 500_000_000
"""Bytes that the disk should have: a few hundred pictures and the database's log."""
_TELEGRAM_SECONDS = 15
_TRIED = "check/once"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found."""

    subject: str
    well: bool
    sentence: str


async def check(settings: Settings) -> list[Finding]:
    """Look at token, hook, gateways, models, database and disk."""
    looks = (
        *(_telegram(settings), _gateways(settings), _links(settings), _database(settings)),
        *(_spool(settings), _disk(settings)),
    )
    found = await asyncio.gather(*looks)
    return [finding for each in found for finding in each]


async def grant(settings: Settings, user: str, credits: int) -> str:  # noqa: A002  the design's word
    """Give credits to somebody.

    Raises:
        UnknownPerson, WrongAmount: see `Admin`.
    """
    clock = parts.SystemClock()
    async with store.database(settings, clock) as database:
        admin = Admin(database, clock, settings.allowances, frozenset(settings.admins))
        person = await admin.find(user)
        once = f"grant:shell:{uuid4().hex}"
        statement = await admin.grant(by=None, to=person.id, credits=credits, reason="shell", once=once)
    return f"{person.name} ({person.id}) has {statement.left} credits, {statement.balance} of them granted."


async def stats(settings: Settings, days: int) -> str:
    """How many edits there were in the last days, and how they ended."""
    clock = parts.SystemClock()
    async with store.database(settings, clock) as database:
        figures = await Figures(database, clock, settings.quota.allowance.zone).stats(days)
    return "\n".join(_lines(figures))


async def backup(settings: Settings, file: Path) -> str:
    """A consistent copy of the database, while the bot runs or not.

    Raises:
        StorageFault: it could not be written, or is not sound.
    """
    size = await files.copy(store.file(settings), file)
    return f"The database is in {file} ({size:,} bytes), checked."


async def restore(settings: Settings, file: Path, *, force: bool) -> str:
    """Put the database back; the bot must be stopped.

    Raises:
        StartupFault: there is a database already, the bot runs, or the file is no sound database.
        StorageFault: the disk refused.
    """
    path = store.file(settings)
    with only_one(settings.data_dir):
        if path.exists() and not force:
            raise StartupFault(f"There is a database at {path}; --force replaces it.", exit_code=1)
        if flaw := await files.flaw(file, shipped(), new=False):
            raise StartupFault(f"{file} {flaw.fact}. Nothing was changed.", exit_code=1)
        path.parent.mkdir(parents=True, exist_ok=True)
        await files.copy(file, path)
    return f"The database of {file} is at {path}."


async def audit(settings: Settings) -> list[Finding]:
    """Add the ledger up anew, while the bot runs or not; a finding for each difference."""
    async with store.unmigrated(settings) as database:
        if database is None:
            return [Finding("ledger", well=True, sentence="there is no database yet")]
        found = await audited(database)
    if not found.differences:
        sentence = f"{found.wallets:,} wallets and {found.entries:,} entries add up"
        return [Finding("ledger", well=True, sentence=sentence)]
    return [
        Finding(each.wallet, well=False, sentence=f"{each.what}: {each.stored}, should be {each.recomputed}")
        for each in found.differences
    ]


async def _telegram(settings: Settings) -> list[Finding]:
    try:
        async with asyncio.timeout(_TELEGRAM_SECONDS):
            bot = parts.telegram(settings, Traffic())
            try:
                await intake.start(bot)
                known = Finding("telegram", well=True, sentence=f"the token is that of @{bot.username}")
                return [known, *await _hook(settings, bot)]
            finally:
                await bot.shutdown()
    except TimeoutError:
        return [Finding("telegram", well=False, sentence="Telegram is out of reach")]
    except StartupFault as fault:
        return [Finding("telegram", well=False, sentence=fault.sentence)]


async def _hook(settings: Settings, bot: TelegramBot) -> list[Finding]:
    if not settings.telegram.webhook_url:
        return []
    well, sentence = await hook.reach(bot, settings.telegram.webhook_url)
    return [Finding("webhook", well=well, sentence=sentence)]


async def _gateways(settings: Settings) -> list[Finding]:
    try:
        models = parts.models(settings)
    except StartupFault as fault:
        return [Finding("models", well=False, sentence=fault.sentence)]
    named = {model.id for model in settings.models}
    findings = [
        Finding(
            "models", well=model.id not in named, sentence=f"{model.id} is not on offer: it {LINKS_NEEDED}"
        )
        for model in models.unavailable
    ]
    async with parts.gateways(settings, FolderSpool(settings.spool_folder)) as asking:
        offers = await asking.offers()
    for name, told in offers.items():
        if isinstance(told, GatewayFault):
            sentence = f"{told.kind}: {told.detail or told.status}"
            findings.append(Finding(f"gateway {name}", well=False, sentence=sentence))
        else:
            findings.append(Finding(f"gateway {name}", well=True, sentence=f"{len(told)} models"))
    for model in models.models:
        if names := lacking(model, offers):
            sentence = f"{model.id} is offered by no gateway ({', '.join(names)})"
            findings.append(Finding("models", well=False, sentence=sentence))
    if all(finding.well for finding in findings if finding.subject == "models"):
        findings.append(Finding("models", well=True, sentence=f"{len(models.models)} on offer"))
    return findings


async def _links(settings: Settings) -> list[Finding]:
    """Whether a bucket works; of the HTTP face's own links only the world outside can tell."""
    if not settings.links.bucket:
        return []
    try:
        links = public.links(settings, FolderSpool(settings.spool_folder), parts.SystemClock())
        if links.check:
            await links.check()
    except (StartupFault, StorageFault) as fault:
        sentence = fault.sentence if isinstance(fault, StartupFault) else fault.detail
        return [Finding("links", well=False, sentence=sentence)]
    return [Finding("links", well=True, sentence=f"the bucket {settings.links.bucket} takes pictures")]


async def _spool(settings: Settings) -> list[Finding]:
    """Whether pictures can be kept elsewhere than in `data_dir`, which `_disk` looks at."""
    if not settings.spool.bucket and not settings.spool.folder:
        return []
    try:
        spool = store.spool(settings)
        await spool.write(_TRIED, b"writable")
        await spool.remove([_TRIED])
    except (StartupFault, StorageFault) as fault:
        sentence = fault.sentence if isinstance(fault, StartupFault) else fault.detail
        return [Finding("spool", well=False, sentence=sentence)]
    where = f"bucket {settings.spool.bucket}" if settings.spool.bucket else f"folder {settings.spool_folder}"
    return [Finding("spool", well=True, sentence=f"the {where} takes pictures")]


async def _database(settings: Settings) -> list[Finding]:
    clock: Clock = parts.SystemClock()
    try:
        async with store.unmigrated(settings) as database:
            if database is not None:
                await Figures(database, clock, settings.quota.allowance.zone).stats(1)
    except DarkroomError as error:
        return [Finding("database", well=False, sentence=str(error))]
    sentence = f"{database.name}: sound" if database else "will be made at the first start"
    return [Finding("database", well=True, sentence=sentence)]


async def _disk(settings: Settings) -> list[Finding]:
    folder = settings.data_dir
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        free = (await asyncio.to_thread(shutil.disk_usage, folder)).free
        await FolderSpool(folder).write("check", b"writable")
        await asyncio.to_thread((folder / "check").unlink)
    except (OSError, StorageFault) as error:
        return [Finding("disk", well=False, sentence=f"{folder} cannot be written: {error}")]
    return [Finding("disk", well=free >= _LEAST_FREE, sentence=f"{free // 1_000_000:,} MB free in {folder}")]


def _lines(figures: Stats) -> list[str]:
    lines = [
        f"The last {len(figures.days)} days: {figures.edits} edits of {figures.people} people",
        f"  {figures.done} done, {figures.failed} failed, {figures.cancelled} cancelled",
        f"  {figures.unfinished} unfinished",
        f"  {figures.credits} credits spent",
    ]
    lines += [f"  {count:6} x {model}" for model, count in figures.models.items()]
    lines += [f"  {count:6} x {error}" for error, count in figures.errors.items()]
    return lines
