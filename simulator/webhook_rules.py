"""Owns which webhook addresses and secrets Telegram accepts."""

import ipaddress
import re
from urllib.parse import urlsplit

from .errors import bad_request

_PORTS = (80, 88, 443, 8443)
_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def check_url(url: str, *, local: bool) -> None:
    """Raise the 400 of the official server; `local` allows http and any port, as its --local switch does."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not host or parts.scheme not in ("http", "https"):
        raise bad_request("invalid webhook URL specified")
    if local:
        return
    if parts.scheme == "http":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port is not None and port not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return  # a name: the simulator asks no name server
    if address.version == 6:
        raise bad_request("bad webhook: IPv6-only addresses are not allowed")
    if address.is_private or address.is_reserved or address.is_multicast:
        raise bad_request(f"bad webhook: IP address {host} is reserved")


def check_secret(secret: str) -> None:
    """Raise the 400 for a secret token above 256 characters or outside A-Za-z0-9_-."""
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
