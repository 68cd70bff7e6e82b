"""How python-telegram-bot speaks HTTP here: its forms through our own transport."""

from typing import Any

from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.gateway.form import Attached, Forms, Unanswered
from bot.gateway.http import Seconds, Transport

MEDIA_SECONDS = 120.0
"""For one read or write of a call that carries files; python-telegram-bot's 5 s lose photos that arrived."""

_USUAL = Seconds()


class Request(BaseRequest):
    """Calls of the Bot API; closes the transport in the end.

    Its errors are those of python-telegram-bot's own requests, with an `Unanswered` as their cause.
    """

    def __init__(self, transport: Transport) -> None:
        self._forms = Forms(transport)

    @property
    def read_timeout(self) -> float | None:
        """Seconds, where a call says nothing else."""
        return _USUAL.read

    async def initialize(self) -> None:
        """Nothing to open: the transport opens itself."""

    async def shutdown(self) -> None:
        """Close all connections."""
        await self._forms.aclose()

    async def do_request(  # noqa: PLR0913, PLR0917 -- python-telegram-bot's own signature
        self,
        url: str,
        method: str,  # noqa: ARG002 -- it is POST: files are fetched elsewhere
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer.

        Raises:
            TimedOut, NetworkError: there is none; see `refusals.fate` for what that means.
        """
        data = request_data or RequestData()
        files = {name: Attached(*parts) for name, parts in data.multipart_data.items()}
        seconds = Seconds(
            connect=_given(connect_timeout, _USUAL.connect),
            read=_given(read_timeout, _USUAL.read),
            write=_given(write_timeout, MEDIA_SECONDS if files else _USUAL.write),
            pool=_given(pool_timeout, _USUAL.pool),
        )
        try:
            return await self._forms.post(url, data.json_parameters, files, seconds)
        except Unanswered as error:
            raise _failure(error) from error


def _given(seconds: Any, otherwise: float | None) -> float | None:
    return otherwise if seconds is BaseRequest.DEFAULT_NONE else seconds


def _failure(error: Unanswered) -> TelegramError:
    return TimedOut(str(error)) if error.silent else NetworkError(str(error))
