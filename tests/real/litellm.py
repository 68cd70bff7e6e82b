"""The LiteLLM proxy as a process of its own, in front of the sandbox's gateway."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import orjson

from bot.sandbox.gateway import KEY, MODELS

LITELLM = Path(__file__).parents[2] / ".venv-litellm/bin/litellm"
PROXY_KEY = "sk-canary-of-the-proxy-0123456789"
_START = 120.0


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it listens, and the port on which the sandbox's gateway must."""

    port: int
    upstream: int
    log: Path

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def proxying(folder: Path) -> Iterator[Proxy]:
    """LiteLLM, ready to be asked; it needs 20 seconds to start."""
    proxy = Proxy(_free_port(), _free_port(), folder / "litellm.log")
    config = folder / "config.json"  # YAML reads JSON
    config.write_bytes(orjson.dumps(_configuration(proxy)))
    command = [str(LITELLM), "--config", str(config), "--host", "127.0.0.1", "--port", str(proxy.port)]
    with proxy.log.open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=_environment(folder), stdout=log, stderr=log)
        try:
            _wait_for(proxy, process)
            yield proxy
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _configuration(proxy: Proxy) -> dict[str, object]:
    """Every model of the sandbox; no retries and no pauses, so that each test sees its own answers only."""
    upstream = {"api_base": f"http://127.0.0.1:{proxy.upstream}/v1", "api_key": KEY}
    models = [{"model_name": m, "litellm_params": {"model": f"openai/{m}", **upstream}} for m in MODELS]
    return {
        "model_list": models,
        "litellm_settings": {"telemetry": False, "num_retries": 0, "request_timeout": 60},
        "router_settings": {"num_retries": 0, "disable_cooldowns": True},
        "general_settings": {"master_key": PROXY_KEY},
    }


def _environment(folder: Path) -> dict[str, str]:
    """Without a price list from the network at each start, and without the administrators' pages."""
    quiet = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "DISABLE_ADMIN_UI": "True", "NO_PROXY": "127.0.0.1"}
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", **quiet}


def _wait_for(proxy: Proxy, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end and process.poll() is None:
        try:
            if (
                httpx.get(f"{proxy.base_url}/health/liveliness", trust_env=False).status_code
                == httpx.codes.OK
            ):
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise RuntimeError(f"LiteLLM did not start: {proxy.log.read_text(errors='replace')[-2000:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
