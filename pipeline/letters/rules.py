"""The fifteen letter rules, in order in :data:`RULES`, checked before the chair sees a draft.

They see the text alone, edited or not. Here are 5, 6, 10, 11, 12 and 14, the others in :mod:`.rules_content`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from pipeline.kernel.clock import MONTHS, long_date
from pipeline.kernel.letter_kinds import ANSWER, LetterKind
from pipeline.kernel.text import N_, Text
from pipeline.letters import names, rules_content, words
from pipeline.letters.context import title_block
from pipeline.letters.finding import (
    ATTACHMENTS,
    CLOSING,
    DATE_LINE,
    OPENING,
    SIGNATURE,
    SUBJECT,
    WHOLE,
    Checked,
    Finding,
    findings,
    paragraph_of,
)
from pipeline.letters.matter import PHONE, Matter
from pipeline.letters.numbers import attachments, days_in, in_words, read_long_date
from pipeline.letters.text import Sheet, read
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory, may_sign

_CITE = N_("Correct the opening; the answers are “Nomor surat”, “Tanggal surat” and “Tanggal diterima”.")  # fmt: skip


def cited(checked: Checked) -> Iterator[Finding]:
    """5: the incoming letter is cited by what it has; a call is answered as a call."""
    incoming, opening = checked.matter.incoming, checked.sheet.opening
    shown = set(days_in(opening))
    is_dated = (incoming.day or incoming.received) in shown
    yield from findings(
        5,
        (incoming.number and _close(incoming.number) not in _close(opening), N_("The number is not cited."), OPENING, _CITE),
        (not incoming.number and words.CITED_NUMBER.search(opening.replace(checked.matter.register_number, "")),
         N_("The incoming letter has no number."), OPENING, _CITE),
        (not is_dated, N_("The date is not cited."), OPENING, _CITE),
        (is_dated and incoming.day is None and shown - {incoming.received, checked.matter.clarified},
         N_("The incoming letter has no date; cite the day of receipt alone."), OPENING, _CITE),
        *(_of_channel(checked.sheet, is_call=incoming.channel == PHONE)),
    )  # fmt: skip


def _of_channel(sheet: Sheet, *, is_call: bool) -> Iterator[tuple[object, Text, Text, Text]]:
    opening, message = sheet.opening, N_("A call is answered as if it were a letter.")
    as_call = words.AS_CALL.search(opening) and not words.WRITTEN.search(opening)
    as_letter = not words.CALLED.search(opening) or words.AS_LETTER.search(opening)
    yield not is_call and as_call, N_("A letter is answered as a call."), OPENING, _CITE
    yield is_call and as_letter, message, OPENING, _CITE
    yield is_call and words.AS_LETTER.search(sheet.subject), message, SUBJECT, _NEUTRALLY
    for index, paragraph in enumerate(sheet.body, 1):
        is_letter = is_call and paragraph not in opening and words.AS_LETTER.search(paragraph)
        yield is_letter, message, paragraph_of(index), N_("Write “pengaduan”, not “surat”.")


_NEUTRALLY = N_("Use “Tanggapan” (a call) or “Tanggapan atas Surat …” (a letter).")  # fmt: skip


def neutral(checked: Checked) -> Iterator[Finding]:
    """6: Hal is neutral: no violence, kind of complaint or name, only office words."""
    subject, matter = checked.sheet.subject, checked.matter
    rest = subject
    if matter.incoming.number:
        rest = rest.replace(matter.incoming.number, " ")
    own = set(re.findall(r"[^\W\d_]+", f"{matter.incoming.sender} {matter.addressee.name}".casefold()))
    may = words.NEUTRAL | (own if matter.incoming.is_institution else set()) | set(map(str.casefold, MONTHS))
    foreign = [word for word in re.findall(r"[^\W\d_]+", rest.casefold()) if word not in may]
    people = (*matter.names_barred, matter.reporter_name)
    is_telling = foreign or words.TELLING.search(rest) or names.Sought.of(people).stands_in(rest)
    return findings(6, (is_telling, N_("The subject is not neutral."), SUBJECT, _NEUTRALLY))


def in_duplicate(checked: Checked) -> Iterator[Finding]:
    """10: two copies."""
    return findings(
        10, (checked.copies != 2, N_("The letter must be in duplicate."), WHOLE, N_("Make two copies."))
    )


def dated(checked: Checked) -> Iterator[Finding]:
    """11: the date is the letter's, and not before the receipt."""
    line, received = checked.sheet.date_line, checked.matter.incoming.received
    shown = read_long_date(line)
    is_unread = re.search(r"\d", line) and shown is None and not words.UNFILLED.search(line)
    if not checked.awaits_number:
        yield from findings(
            11,
            (is_unread, N_("The date cannot be read."), DATE_LINE, N_("Write it like: {day}").of(day=long_date(checked.day))),
            (shown not in (None, checked.day), N_("The date is not that of the letter."), DATE_LINE, N_("Make the dates equal.")),
            (shown is not None and shown < received <= checked.day, *_TOO_EARLY),
        )  # fmt: skip
        yield from after_receipt(checked)


def after_receipt(checked: Checked) -> Iterator[Finding]:
    """11: the day is not before the receipt."""
    return findings(11, (checked.day < checked.matter.incoming.received, *_TOO_EARLY))


_TOO_EARLY = (
    N_("The date is before the receipt."), DATE_LINE,
    N_("Check the date, and the answer “Tanggal diterima” of the case."),
)  # fmt: skip


def signed_by(checked: Checked) -> Iterator[Finding]:
    """12: the signatory is in office that day, in the stated capacity."""
    if checked.awaits_number or signing(checked.sheet.signature, checked.signatories) is not None:
        return
    lines = (*checked.sheet.body, *checked.sheet.signature)
    is_somewhere = any(signing(lines[start:], checked.signatories) for start in range(len(lines)))
    yield from findings(
        12,
        (not checked.sheet.has_closing,
         N_("There is no closing paragraph that begins with “Demikian”, so the signature block "
            "cannot be told."),
         CLOSING,
         N_("Begin the last paragraph above the title of the signatory with “Demikian”, such as: "
            "“Demikian kami sampaikan. Atas perhatian Saudara kami ucapkan terima kasih.”")),
        (checked.sheet.has_closing or not is_somewhere,
         N_("The signatory may not sign on that day, or title, name or NIP are wrong."), SIGNATURE,
         N_("Check the signatories and the recorded absences of the chair in Settings, then draft it "
            "again.")),
    )  # fmt: skip


def signing(block: tuple[str, ...], signatories: tuple[Signatory, ...]) -> Signatory | None:
    """Whose signature block it is, or None."""
    signature = _words(" ".join(block))
    for who in signatories:
        title, name = (_words(text) for text in (" ".join(title_block(who)), who.name))
        staff = re.findall(r"\d{18}", re.sub(r"(?<=\d)\s+(?=\d)", "", " ".join(block)))
        is_his = signature.startswith(title) and f" {name} " in f" {signature.removeprefix(title)} "
        if is_his and (not staff or staff == [re.sub(r"\s", "", who.nip)]):
            return who
    return None


def counted(checked: Checked) -> Iterator[Finding]:
    """14: attachments are counted."""
    listed, right = checked.sheet.attachments, checked.matter.attachments
    remedy = N_("Write: {right}; or change the answer “Jumlah lampiran surat jawaban”.").of(
        right=attachments(right)
    )
    is_wrong = listed and _count(listed) != right
    return findings(14, (is_wrong, N_("The attachments are not counted right."), ATTACHMENTS, remedy))


def _count(text: str) -> int | None:
    flat = text.casefold().strip(" .")
    if flat in ("-", "–", "—", "tidak ada", "nihil"):
        return 0
    match = re.fullmatch(
        r"(\d{1,3})?\s*(?:\(?([a-z ]+?)\)?)?\s*(?:berkas|lembar|eksemplar|dokumen|set|bundel)", flat
    )
    if match is None or not (match[1] or match[2]):
        return None
    numbers = [int(match[1])] if match[1] else []
    numbers += [next((n for n in range(1000) if in_words(n) == match[2].strip()), -1)] if match[2] else []
    return numbers[0] if len(set(numbers)) == 1 and numbers[0] >= 0 else None


def _close(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


RULES: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    rules_content.invitation, rules_content.services, rules_content.unfilled, rules_content.addressed,
    cited, neutral, rules_content.no_chronology, rules_content.names_masked,
    rules_content.no_reporter, in_duplicate, dated, signed_by,
    rules_content.copied_to, counted, rules_content.no_pressure,
)  # fmt: skip
OF_ANSWER = frozenset({rules_content.invitation, rules_content.services})


def check(
    text: str,
    matter: Matter,
    settings: Settings,
    day: date,
    *,
    copies: int = 2,
    is_numbered: bool = False,
    awaits_number: bool = False,
    signatories: Sequence[Signatory] | None = None,
    kind: LetterKind = ANSWER,
) -> tuple[Finding, ...]:
    """Every broken rule.

    ``awaits_number``: 11 and 12 are left to :func:`check_day`.
    """
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, copies, is_numbered, awaits_number, who, kind)
    applying = (rule for rule in RULES if kind.is_answer or rule not in OF_ANSWER)
    return tuple(finding for rule in applying for finding in rule(checked))


def check_day(
    text: str, matter: Matter, settings: Settings, day: date, signatories: Sequence[Signatory] | None = None
) -> tuple[Finding, ...]:
    """Rules 11 and 12 for a ``day`` typed in later."""
    who = may_sign(settings.signatories, day) if signatories is None else tuple(signatories)
    checked = Checked(read(text), matter, settings, day, 2, False, False, who)
    return (*after_receipt(checked), *signed_by(checked))
