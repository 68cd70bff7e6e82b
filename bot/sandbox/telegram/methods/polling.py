"""getUpdates and the webhook."""

import re
from urllib.parse import urlsplit

from bot.sandbox.telegram.refusals import Json, bad_request, broken_contract, conflict
from bot.sandbox.telegram.spec import load_spec
from bot.sandbox.telegram.stage import Stage
from bot.sandbox.telegram.webhook import DEFAULT_CONNECTIONS, Hook

MAX_CONNECTIONS = 100
HOOK_PORTS = frozenset({None, 443, 80, 88, 8443})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
MAX_SECRET = 256


def _allow(stage: Stage, params: Json) -> None:
    kinds = params.get("allowed_updates")
    if unknown := set(kinds or ()) - load_spec().update_kinds:
        raise broken_contract(f'unknown kind of update "{min(unknown)}" in allowed_updates')
    stage.updates.allow(kinds)


async def get_updates(stage: Stage, params: Json) -> list[Json]:
    """Long polling; refused while a webhook is set."""
    if stage.webhook.hook.url:
        raise conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _allow(stage, params)
    return await stage.updates.poll(
        params.get("offset", 0), params.get("limit", 100), params.get("timeout", 0)
    )


def set_webhook(stage: Stage, params: Json) -> bool:
    """HTTPS on Telegram's ports, or plain HTTP on loopback, where nobody else can listen."""
    url, secret = params["url"], params.get("secret_token", "")
    if not url:
        return delete_webhook(stage, params)
    _check_url(url)
    if len(secret) > MAX_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.get("max_connections", DEFAULT_CONNECTIONS)
    if not 1 <= connections <= MAX_CONNECTIONS:
        raise bad_request("max_connections must be between 1 and 100")
    _allow(stage, params)
    if params.get("drop_pending_updates"):
        stage.updates.clear()
    stage.updates.end_poll("terminated by setWebhook request")
    hook = Hook(url, secret, connections, params.get("ip_address", ""), "certificate" in params)
    stage.webhook.set(hook)
    return True


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname in LOOPBACK:
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.port not in HOOK_PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def delete_webhook(stage: Stage, params: Json) -> bool:
    """Back to long polling."""
    if params.get("drop_pending_updates"):
        stage.updates.clear()
    stage.webhook.set(Hook())
    return True


def get_webhook_info(stage: Stage, _params: Json) -> Json:
    """Also in polling mode: how many updates wait."""
    hook = stage.webhook.hook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": hook.has_certificate,
        "pending_update_count": len(stage.updates.pending),
    }
    if hook.url:
        info |= {"max_connections": hook.max_connections, "ip_address": hook.ip_address or "127.0.0.1"}
    if hook.last_error_date:
        info |= {"last_error_date": hook.last_error_date, "last_error_message": hook.last_error_message}
    if stage.updates.allowed:
        info["allowed_updates"] = stage.updates.allowed
    return info


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
