"""Owns how parameters and files are read from an HTTP request: query, form, multipart or JSON."""

import json
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from .calls import Upload
from .errors import BotApiError, bad_request

Json = dict[str, Any]


async def read_parameters(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    """The parameters as they came, and the uploaded files by field name; the body wins over the query."""
    params: Json = dict(request.query) if request.query_string else {}
    if request.method == "GET" or not request.body_exists:
        return params, {}
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, params)
    body = await _body(request)
    try:
        text = body.decode()
        if kind == "application/json":
            given = json.loads(text) if text.strip() else {}
            if not isinstance(given, dict):
                raise bad_request("Can't parse request JSON object")
            params.update((name, value) for name, value in given.items() if value is not None)
        else:
            params.update(parse_qsl(text, keep_blank_values=True, errors="strict"))
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    except ValueError:
        raise bad_request("Can't parse request JSON object") from None
    return params, {}


async def _body(request: web.Request) -> bytes:
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise BotApiError(413, "") from None
    except ConnectionResetError:  # whoever called has died in the middle of it
        raise bad_request("connection lost") from None


async def _multipart(request: web.Request, params: Json) -> tuple[Json, dict[str, Upload]]:
    uploads: dict[str, Upload] = {}
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise BotApiError(413, "") from None
    for name, value in form.items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
            value.file.close()
        else:
            params[name] = value.decode() if isinstance(value, bytes | bytearray) else value
    return params, uploads
