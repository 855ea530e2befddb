"""A paper's pages as pictures; a look is recorded once a visit."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from pipeline.kernel import clock
from pipeline.kernel.errors import BytesMissing, NotFound
from pipeline.lookup import visible
from pipeline.office.arrivals import arrival_files
from pipeline.office.base.session import READERS, Session, case_to_look_at, case_to_read, need_role
from pipeline.records import cases, history

VERB = "view"


@dataclass(frozen=True)
class Paper:
    """An open document and its digest."""

    descriptor: int
    sha512: str


@contextmanager
def of_arrival(session: Session, given: str, page: int, *, small: bool = False) -> Iterator[Paper]:
    """By id or nomor agenda; ``small``: illegible, so no look."""
    need_role(session, VERB, READERS)
    arrival = visible.arrival(session, given)
    if not 1 <= page <= max(1, arrival.pages):
        raise NotFound(what="halaman", given=str(page))
    if not small:
        history.log_visit(clock.now(), session.actor, VERB, arrival.agenda or arrival.id)
    with arrival_files.opened(session.settings, arrival.id) as descriptor:
        yield Paper(descriptor, arrival.sha512)


@contextmanager
def of_case(session: Session, number: str, name: str, *, small: bool = False) -> Iterator[Paper]:
    """The document ``name``; ``small`` as in :func:`of_arrival`."""
    if small:
        with history.without_access_log():
            case_to_read(session, number, VERB)
    else:
        case_to_look_at(session, number, VERB)
    paper = next((document for document in cases.documents(number) if document.logical == name), None)
    if paper is None:
        raise NotFound(what="dokumen", given=name[:60])
    with ExitStack() as stack:
        try:
            descriptor = stack.enter_context(session.archive.opened(paper.path))
        except OSError:
            raise BytesMissing(item=name) from None
        yield Paper(descriptor, paper.sha512)
