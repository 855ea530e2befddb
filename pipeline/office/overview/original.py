"""A document leaves the archive as filed, for a purpose noted before."""

from dataclasses import dataclass

from pipeline.kernel.errors import NotFound, Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.lookup import visible
from pipeline.office.base.session import Session, case_to_read, need_role, note_act
from pipeline.office.bookkeeping.books import EXPORTERS
from pipeline.office.bookkeeping.purposes import need_known
from pipeline.records import history

VERB = "original_export"


@dataclass(frozen=True)
class Original:
    """The filed bytes, and a name without a person."""

    name: str
    data: bytes


def take_out(session: Session, number: str, document: str, purpose: str) -> Original:
    """A document as it was filed."""
    need_role(session, "export", EXPORTERS)
    need_known(purpose)
    with history.without_access_log():
        case_to_read(session, number, "export")
    paper = next((held for held in visible.documents_of(session, number) if held.logical == document), None)
    if paper is None:
        raise NotFound(what="dokumen", given=document[:60])
    try:
        data = session.archive.read(paper.path)
    except OSError:
        raise Refusal("office.original_damaged", name=document, case=number) from None
    if digest_bytes(data) != paper.sha512:
        raise Refusal("office.original_damaged", name=document, case=number)
    note_act(session, VERB, number, document, purpose=purpose)
    return Original(f"{number}-{document.rpartition('/')[2]}", data)
