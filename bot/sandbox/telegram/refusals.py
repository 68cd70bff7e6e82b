"""What Telegram says when it refuses, as exceptions."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal in Telegram's words; `parameters` are ResponseParameters (retry_after, ...)."""

    def __init__(self, status: int, description: str, **parameters: object) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def to_json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.status, "description": self.description}
        return answer | {"parameters": self.parameters} if self.parameters else answer


class ContractError(ApiError):
    """The call itself breaks the Bot API: unknown parameter, wrong type, and so on.

    The server keeps these in `violations`, since a correct client never causes one.
    """


def bad_request(reason: str) -> ApiError:
    """400, with Telegram's own reason."""
    return ApiError(400, f"Bad Request: {reason}")


def broken_contract(reason: str) -> ContractError:
    """400, and a violation."""
    return ContractError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403: blocked or kicked."""
    return ApiError(403, f"Forbidden: {reason}")


def upgraded(to_chat_id: int) -> ApiError:
    """400: the group lives on under another id."""
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return ApiError(400, words, migrate_to_chat_id=to_chat_id)


def conflict(reason: str) -> ApiError:
    """409: two ways of getting updates at once."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    """429, with the seconds to wait."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
