"""What real gateways answer when they refuse: status, headers and body, word for word.

The names E-... are those of the wire documents: bodies were collected from new-api, one-api, OpenAI, Ark
and Google.
"""

from collections.abc import Mapping
from typing import Any

REQUEST_ID = "(request id: 20251120120000000000000sandbox)"
_HTML = {"Content-Type": "text/html"}


class Refused(Exception):
    """Ends a request with this answer instead of a picture."""

    def __init__(self, status: int, body: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{status} {body}")
        self.status = status
        self.body = body
        self.headers = dict(headers or {})


def wrong_key(*, given: bool) -> Refused:
    """E-401, as new-api answers to no key or to one that it does not know."""
    return Refused(401, _new_api("无效的令牌" if given else "未提供令牌", code=""))


def bad_request(message: str, param: str | None = None, code: str | None = "invalid_request") -> Refused:
    """A 400 in OpenAI's shape, naming the parameter."""
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
    return Refused(400, {"error": error})


def unknown_parameter(name: str) -> Refused:
    """E-400-SHAPE: strict endpoints refuse what they do not know."""
    return bad_request(f"Unknown parameter: '{name}'.", name, "unknown_parameter")


def bad_value(name: str, value: object, allowed: str) -> Refused:
    """E-400-SHAPE: a value outside the vocabulary of the model."""
    message = f"Invalid value: '{value}'. Supported values are: {allowed}."
    return bad_request(message, name, "invalid_value")


def bad_picture_source() -> Refused:
    """E-400-SHAPE: neither a link nor a data URI, or plain text where a list is wanted."""
    return bad_request("images[0] must be an http/https URL or image data URI", "images[0]")


def broken_picture(reason: str) -> Refused:
    """A data URI that is no base64, or no picture."""
    return Refused(500, _new_api(f"decode base64 image data failed: {reason}", code="convert_request_failed"))


def unreachable_picture(reason: str) -> Refused:
    """E-IMGFETCH: the gateway could not download the picture that the request links to."""
    return Refused(500, _new_api(f"get file base64 from url failed: {reason}", code="convert_request_failed"))


def too_many_pictures(limit: int) -> Refused:
    """More pictures than the model takes."""
    message = f"too many images in the message, max allowed is {limit}"
    return Refused(400, _new_api(message, code="convert_request_failed"))


def no_channel(model: str) -> Refused:
    """E-503-NOCHANNEL: nobody serves this model here."""
    message = f"分组 default 下模型 {model} 无可用渠道（distributor）"
    return Refused(503, _new_api(message, code="model_not_found"))


def wrong_endpoint(model: str) -> Refused:
    """A model that lives on the chat path only."""
    if "gemini" in model or "banana" in model:
        message = "not supported model for image generation, only imagen models are supported"
        return Refused(500, _new_api(message, code="convert_request_failed"))
    return bad_request("This model is not supported on the Images endpoint", "model")


def forbidden() -> Refused:
    """E-400-POLICY, as a relay was seen to answer."""
    message = f"Your request was rejected by the safety system. safety_violations=[violence]. {REQUEST_ID}"
    error = {"message": message, "type": "image_generation_user_error", "param": ""}
    return Refused(400, {"error": {**error, "code": "moderation_blocked"}})


def busy(seconds: int = 12) -> Refused:
    """E-429 with Retry-After."""
    message = f"Rate limit reached for images per minute: limit 5, used 5. Please try again in {seconds}s."
    error = {"message": message, "type": "input-images", "param": None, "code": "rate_limit_exceeded"}
    return Refused(429, {"error": error}, {"Retry-After": str(seconds)})


def out_of_order() -> Refused:
    """A 500 of the upstream."""
    return Refused(500, _new_api("bad response status code 500", code="bad_response_status_code"))


def too_large() -> Refused:
    """E-413: nginx in front of the gateway."""
    page = (
        "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n"
        "<center><h1>413 Request Entity Too Large</h1></center>\r\n"
        "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
    )
    return Refused(413, page, _HTML)


def usual(status: int) -> Refused:
    """The usual body for `status`, for tests that only name a number."""
    table = {
        400: forbidden(),
        401: wrong_key(given=True),
        402: Refused(402, {"error": {"code": 402, "message": "Insufficient credits. Add more and retry."}}),
        403: Refused(403, _new_api("用户额度不足, 剩余额度: ＄0.000000", code="insufficient_user_quota")),
        404: bad_request(
            "The model does not exist or you do not have access to it.", "model", "model_not_found"
        ),
        413: too_large(),
        429: busy(),
        503: no_channel("sandbox"),
        504: Refused(
            504,
            "<html><head><title>504 Gateway Time-out</title></head></html>",
            {"Content-Type": "text/html"},
        ),
        524: Refused(524, {"error_code": 524, "error_name": "origin_response_timeout", "retryable": True}),
    }
    known = table.get(status, out_of_order())
    return Refused(status, known.body, known.headers)


def _new_api(message: str, code: str) -> dict[str, Any]:
    error = {"message": f"{message} {REQUEST_ID}", "type": "new_api_error", "param": "", "code": code}
    return {"error": error}
