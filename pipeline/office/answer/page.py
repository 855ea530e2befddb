"""The register page of a past month: a record in two copies with codes, for the chair to sign.

It states the range of entries and the head of the chain. A past month gets no further entries, so one page
suffices. It is filed with both signed scans.
"""

import json
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from pipeline.archive.layout import CONTENT, object_in
from pipeline.archive.opened import archive_of
from pipeline.cases.plain import to_plain
from pipeline.kernel import clock
from pipeline.kernel.clock import long_date
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import Lock, digest_bytes, need_folder, put_files
from pipeline.kernel.ids import CopyCode
from pipeline.kernel.people import Role
from pipeline.letters import forms
from pipeline.letters.copies import Copy, stamp
from pipeline.office.arrivals import arrival_files
from pipeline.office.arrivals.mail_log import to_seconds
from pipeline.office.base import filings, keys
from pipeline.office.base.absences import signatories_on
from pipeline.office.base.dossier import Paper, arrival_to_json
from pipeline.office.base.sample_office import need_own
from pipeline.office.base.session import Session, moment_for_numbers, need_role
from pipeline.office.cases.forms_register import need_month, page_id, register_fields
from pipeline.office.letters import letter_files
from pipeline.office.letters.templates import need_clean
from pipeline.records import arrivals, boot, chain, entries, history, pages
from pipeline.records.arrivals import Arrival, ArrivalState
from pipeline.records.pages import Page, PageCopy, PageState
from pipeline.register.entry import read_entry
from pipeline.register.signed_page import HALAMAN, SIGNED
from pipeline.rendering.convert import to_pdf
from pipeline.settings import Settings
from pipeline.settings.signatories import Signatory, paraf_labels
from pipeline.signing.duplicate import Means, SignedCopy, prove

MAKERS = frozenset({Role.CHAIR, Role.ARCHIVIST})
MADE = "page_made"
"""Kind of its first history entry; the second is SIGNED."""
VERBS = ("page", "page_print", "page_back", "page_sign")
_TEMPLATE = "lembar-pengesahan-register"
_REVISION = 1


def make(session: Session, given: str, target: Path) -> tuple[Page, list[Path]]:
    """Both copies of month ``given`` (``2026-11``), always the same bytes; each print is counted."""
    _month(session, given)
    folder = need_folder(target)
    page, copies = _put_out(session, given)
    paths = put_files(folder, ((f"{page.id}-{number}.pdf", pdf) for number, pdf in copies))
    filings.complete_case(session, page.id)
    return page, paths


def draw(session: Session, given: str) -> Page:
    """Draws, freezes and files a month's page if missing; counts no print."""
    month = _month(session, given)
    with Lock(filings.book_folder(session, page_id(month)) / "lembar.lock"):
        page = pages.find(page_id(month)) or _drawn(session, month, printed=0)
    filings.complete_case(session, page.id)
    return page


def to_print(session: Session, given: str) -> tuple[Page, list[tuple[int, bytes]]]:
    """The page (drawn if needed) and its PDFs by copy; the print is counted."""
    page, copies = _put_out(session, given)
    filings.complete_case(session, page.id)
    return page, copies


def _put_out(session: Session, given: str) -> tuple[Page, list[tuple[int, bytes]]]:
    month = _month(session, given)
    with Lock(filings.book_folder(session, page_id(month)) / "lembar.lock"):
        known_page = pages.find(page_id(month))
        page = _drawn(session, month) if known_page is None else _to_reprint(session, known_page)
    return page, [(copy.copy, print_of(session.settings, page, copy.copy)) for copy in page.copies]


def _month(session: Session, given: str) -> date:
    need_role(session, "page", MAKERS)
    month = need_month(session, given)
    first = month + timedelta(days=monthrange(month.year, month.month)[1])
    if session.today < first:
        raise Refusal("office.month_not_over", month=f"{month:%Y-%m}", first=long_date(first))
    need_own(session.settings)
    return month


def print_of(settings: Settings, page: Page, copy: int) -> bytes:
    """The PDF as made, from ``var/`` or the archive."""
    name = _name(copy, "pdf")
    wanted = next(page_copy.pdf_digest for page_copy in page.copies if page_copy.copy == copy)
    kept, path = settings.var / "letters" / page.id / name, f"{object_in(page.id)}/v1/{CONTENT}/{name}"
    data = letter_files.whole(wanted, kept.read_bytes, lambda: archive_of(settings).read(path))
    if not data:
        raise Refusal("office.page_print_gone", page=page.id)
    return data


def signatory_name(settings: Settings, page: Page) -> str:
    """Below the signature; empty if that account signs no more."""
    named = [signatory for signatory in settings.signatories if signatory.account == page.signatory]
    return next(
        (
            signatory.name
            for signatory in (*(holder for holder in named if holder.in_office(page.day)), *named)
        ),
        "",
    )


def page_as_plain(page: Page) -> dict[str, Any]:
    """Page and history for ``kasus.json`` of its object."""
    acts = [act for act in history.of_subjects(page.id, *VERBS) if act.subject == page.id]
    return {"page": to_plain(page), "history": to_plain(acts)}


def _to_reprint(session: Session, page: Page) -> Page:
    if page.state != PageState.MADE:
        raise Refusal("office.page_signed", page=page.id, day=long_date(page.signed) if page.signed else "–")
    need_same_head(page)
    with boot.transact():
        history.note(clock.now(), session.actor, "page_print", None, "", page.id, times=page.printed + 1)
        return pages.change(page, printed=page.printed + 1)


def need_same_head(page: Page) -> None:
    """Refuses a page whose head is no longer the register's."""
    if not _is_of_register(page):
        raise Refusal("office.page_differs", page=page.id, n=page.head_n)


def _drawn(session: Session, month: date, printed: int = 1) -> Page:
    acts = chain.head()
    fields, picture = register_fields(session, month, acts)
    if fields["ujung"]["nomor"] == "0":
        raise Refusal("office.nothing_to_sign", month=f"{month:%Y-%m}")
    chair = signatories_on(session.settings, session.today)[0]
    need_clean(session.settings, _TEMPLATE)
    draft = forms.render(session.settings, _TEMPLATE, fields, {forms.HEAD_OF_CHAIN: picture})
    key_id, key = keys.newest(session.settings, keys.CODE)
    paraf = paraf_labels(chair, session.settings.signatories)
    copies = stamp(draft, "", session.today, page_id(month), _REVISION, key, key_id, paraf)
    pdfs = to_pdf(
        [copy.docx for copy in copies],
        accept_risk=session.settings["masuk.tanpa_isolasi"],
        folder=session.settings.var / "pdf",
    )
    page = replace(_page(session, month, fields, chair, draft, key_id, copies, pdfs), printed=printed)
    papers = _written(session, page, draft, copies, pdfs, acts)
    moment = moment_for_numbers()
    with boot.transact():
        pages.add(page)
        history.note(moment, session.actor, "page", None, "", page.id, n=page.head_n)
        message = f"lembar pengesahan {page.id} {'dicetak' if printed else 'dibuat'}"
        filings.begin_book(session, page.id, MADE, message, papers, page_as_plain(page), moment)
    return page


def _page(
    session: Session,
    month: date,
    fields: dict[str, Any],
    chair: Signatory,
    draft: bytes,
    key_id: str,
    copies: Sequence[Copy],
    pdfs: Sequence[bytes],
) -> Page:
    made = [
        PageCopy(
            copy.number,
            str(copy.code),
            len(PdfReader(BytesIO(pdf)).pages),
            digest_bytes(copy.docx, "sha256"),
            digest_bytes(pdf, "sha256"),
        )
        for copy, pdf in zip(copies, pdfs, strict=True)
    ]
    return Page(
        id=page_id(month),
        head_n=int(fields["ujung"]["nomor"]),
        head_hash=read_entry(entries.line_of(int(fields["ujung"]["nomor"])) or b"").hash,
        counts={name: fields[name] for name in ("catatan", "register", "rincian")},
        day=session.today,
        signatory=chair.account,
        key_id=key_id,
        digest=digest_bytes(draft, "sha256"),
        copies=tuple(made),
        made_at=to_seconds(clock.now()),
        made_by=session.actor.account,
    )


def _written(
    session: Session,
    page: Page,
    draft: bytes,
    copies: Sequence[Copy],
    pdfs: Sequence[bytes],
    acts: dict[str, Any],
) -> list[Paper]:
    files = {"lembar-konsep.docx": draft, HALAMAN: _halaman(page, acts)}
    for copy, pdf in zip(copies, pdfs, strict=True):
        files |= {_name(copy.number, "docx"): copy.docx, _name(copy.number, "pdf"): pdf}
    return [filings.put_book(session, page.id, name, data) for name, data in files.items()]


def _name(copy: int, suffix: str) -> str:
    return f"lembar-salinan-{copy}.{suffix}"


def _halaman(page: Page, acts: dict[str, Any]) -> bytes:
    """Proof for anybody: both heads, and what the codes are bound to."""
    plain = {
        "page": page.id,
        "head": {"n": page.head_n, "hash": page.head_hash},
        "history_head": acts,
        "counts": dict(page.counts),
        "day": page.day.isoformat(),
        "draft_sha256": page.digest,
        "key_id": page.key_id,
        "codes": [copy.code for copy in page.copies],
    }
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def come_back(session: Session, arrival: Arrival, code: CopyCode, against: str, remark: str) -> Arrival:
    """Scans are entered in the caller's transaction.

    ``against`` says what speaks against it, ``remark`` what stands beside it (Indonesian).
    """
    against = why_not(arrival, code) or against
    state = ArrivalState.UNMATCHED if against else ArrivalState.COPY
    entered = replace(
        arrival, state=state, code=str(code), letter=code.letter, case="", note=against or remark
    )
    arrivals.add(entered)
    accept(session, entered, code) if not against else _note(session, entered, code, "set_aside")
    return entered


def accept(session: Session, arrival: Arrival, code: CopyCode, **more: str) -> None:
    """The arrival is the signed copy; in the caller's transaction."""
    pages.match(str(code), arrival.id)
    _note(session, arrival, code, "page_back", **more)


def _note(session: Session, arrival: Arrival, code: CopyCode, verb: str, **more: str) -> None:
    detail = {"arrival": arrival.id, "copy": code.copy} | more
    history.note(clock.now(), session.actor, verb, None, "", code.letter, **detail)


def why_not(arrival: Arrival, code: CopyCode) -> str:
    """The scan is not the awaited signed copy (Indonesian), or ""."""
    page = pages.get(code.letter)
    copy = page.copy_with(str(code))
    assert copy is not None  # its check was right: it is the code of one of the two
    if copy.arrival:
        return f"salinan ke-{copy.copy} lembar {page.id} sudah diterima; tidak ada yang perlu dipindai lagi"
    if not _is_of_register(page):
        return f"kode pengesahan pada lembar {page.id} tidak sama dengan register; arsipnya harus diperiksa dahulu"
    this = SignedCopy(copy.copy, page.revision, Means.SCAN, arrival.sha256, arrival.pages)
    return " ".join(problem.id for problem in prove([this], page.revision, copy.pages).problems)


def _is_of_register(page: Page) -> bool:
    line = entries.line_of(page.head_n)
    return line is not None and read_entry(line).hash == page.head_hash


def sign_if_both(session: Session, name: str) -> str:
    """Signs and begins filing; the page's id, or "" without both copies."""
    page = pages.get(name)
    if page.state != PageState.MADE or not all(copy.arrival for copy in page.copies):
        return ""
    scans = {copy.copy: arrivals.get(copy.arrival) for copy in page.copies}
    moment = clock.now()
    signed = pages.change(page, state=PageState.SIGNED, signed=session.today)
    for arrival in scans.values():
        arrivals.change(arrival, state=ArrivalState.FILED)
    history.note(moment, session.actor, "page_sign", None, "", page.id, n=page.head_n)
    filed = page_as_plain(signed) | {
        "arrivals": [arrival_to_json(arrivals.get(arrival.id)) for arrival in scans.values()]
    }
    message = f"lembar pengesahan {page.id} bertanda tangan"
    papers = arrival_files.signed_papers("lembar", scans, lambda part: part.letter == page.id)
    filings.begin_book(session, page.id, SIGNED, message, papers, filed, moment)
    return page.id
