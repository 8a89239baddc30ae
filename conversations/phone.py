"""Telephone numbers as Telegram gives them: one written form, and a masked one for showing."""

import re

_COLOMBIAN_MOBILE = re.compile(r"3\d{9}")
_TYPED = re.compile(r"\+?[\d\s().-]{7,20}")


def international(phone: str) -> str:
    """E.164. Telegram leaves the plus sign out at times; ten digits from 3 on are a Colombian mobile."""
    digits = re.sub(r"\D", "", phone)
    return f"+57{digits}" if _COLOMBIAN_MOBILE.fullmatch(digits) else f"+{digits}"


def colombian(text: str) -> str | None:
    """A typed Colombian number in E.164: a mobile (ten digits from 3 on) or a fixed line (ten from 60 on)."""
    if not _TYPED.fullmatch(text.strip()):
        return None
    digits = re.sub(r"\D", "", text)
    if len(digits) == 12 and digits.startswith("57"):
        digits = digits[2:]
    return f"+57{digits}" if re.fullmatch(r"3\d{9}|60\d{8}", digits) else None


def masked(phone: str) -> str:
    """Only the last two digits: ``••• ••• ••67``."""
    return f"••• ••• ••{re.sub(r'[^0-9]', '', phone)[-2:]}"


def looks_like_phone(text: str) -> bool:
    """Whether somebody typed a number instead of pressing the button that shares it."""
    return bool(_TYPED.fullmatch(text.strip())) and sum(c.isdigit() for c in text) >= 7
