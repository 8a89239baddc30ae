"""What ``faq check`` says: every fault of the cards in the words of those who write them."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import textstat

from bot.content import load_content
from bot.content_files import DEFAULT_LOCALE
from bot.faq_content import FaqContent, load_faq
from bot.words import Wording
from conversations.decisions import Words
from conversations.faq import checking
from conversations.faq.cards import Fault

_LEAST = {"few-ways": checking.FEWEST_WAYS, "hard-to-read": checking.EASE_OF_EACH}


def check(root: Path, today: date) -> int:
    """Print one line for each fault and one at the end; 1 when something is to be mended, 0 when nothing is."""
    faq = load_faq(root)
    wording = Wording(DEFAULT_LOCALE, load_content(root).messages[DEFAULT_LOCALE], ZoneInfo("America/Bogota"))
    ease = dict(_reading_ease(faq, today))
    faults = [*faq.faults, *checking.check_topics(faq.files, faq.topics)]
    faults += checking.check_cards(faq.cards, faq.topics, faq.amounts, today, ease)
    faults += checking.check_examples(faq.examples, faq.topics)
    for fault in faults:
        sys.stdout.write(wording.plain(fault_words(fault)) + "\n")
    wrong = [fault for fault in faults if fault.kind not in checking.NOTICES]
    if wrong:
        sys.stdout.write(wording.plain(Words("faq-check-unsound", {"count": len(wrong)})) + "\n")
        return 1
    average = f"{sum(ease.values()) / max(len(ease), 1):.0f}"
    sys.stdout.write(wording.plain(Words("faq-check-sound", {"count": len(faq.cards), "ease": average})) + "\n")
    return 0


def fault_words(fault: Fault) -> Words:
    """Where the fault is, what is wrong and what to do about it."""
    facts: dict[str, str | int] = {"fact": fault.fact, "most": checking.LONGEST}
    facts["least"] = int(_LEAST.get(fault.kind, checking.EASE_OF_ALL))
    said = Words(f"faq-fault-{fault.kind}", facts)
    file: str | Words = fault.file or Words("faq-check-all-cards")
    return Words("faq-check-row", {"file": file, "line": fault.line, "said": said})


def _reading_ease(faq: FaqContent, today: date) -> Iterator[tuple[str, float]]:
    """Card id → Flesch reading ease of its short answer, with amounts as they are read aloud: a number each."""
    textstat.set_lang("es")
    for card in faq.cards:
        text = faq.amounts.fill(card.answer, today, lambda asked: str(asked.times))
        yield card.id, float(textstat.flesch_reading_ease(text))
