"""Step 8: regional words and their meaning, typed transcripts beside a document.

The scan never changes; a better transcript is another one.
"""

import re
from dataclasses import replace
from functools import partial

from pipeline.archive.read import Document
from pipeline.cases import transcript
from pipeline.cases.fields.decisions import lines
from pipeline.cases.rendering import STUDY, Rendering
from pipeline.cases.states import State
from pipeline.cases.values import Values, text
from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.files import digest_bytes
from pipeline.kernel.people import Role
from pipeline.kernel.text import N_, Next
from pipeline.office.arrivals import derivative
from pipeline.office.base.document_kinds import in_words
from pipeline.office.base.session import Session
from pipeline.office.engine.declare import CaseFile, Change, Filing, Shown, Words, act
from pipeline.records import cases, texts
from pipeline.records.texts import TextKind

VERB, TYPED = "transcribe", "typed"
_INCOMING = re.compile(r"(?:surat-masuk-\d+|catatan-telepon(?:-\d+)?|pindaian-lama-\d+)\.(?!txt)[a-z0-9]+")


def incoming(file: CaseFile) -> dict[str, Document]:
    """What came in, by name."""
    if file.case.state is State.OLD:
        return {}
    return {
        document.logical: document
        for document in cases.documents(file.case.number)
        if _INCOMING.fullmatch(document.logical)
    }


def _chosen(file: CaseFile) -> Document:
    known = incoming(file)
    name = file.about or next(iter(known), "")
    if name not in known:
        names = ", ".join(known) or "tidak ada"
        raise Refusal("office.not_incoming", document=name[:60], case=file.case.number, known=names)
    return known[name]


def no_document(_session: Session, file: CaseFile) -> Refusal | None:
    """No document can be typed out."""
    try:
        _chosen(file)
    except Refusal as refused:
        return refused
    return None


def _shows(_session: Session, file: CaseFile) -> Shown:
    name = _chosen(file).logical
    others = [(other, in_words(other)) for other in incoming(file) if other != name]
    return Shown(
        (N_("A typed transcript of this document: word by word, line by line. What cannot be read is "
            "written [tidak terbaca]. The scan is what counts."),),
        is_look=True, document=name, others=others,
    )  # fmt: skip


@act(
    events=(VERB,),
    roles={Role.CLERK, Role.OFFICER},
    step=8,
    words=Words(
        N_("Typed transcript of a letter"),
        N_("File the transcript"),
    ),
    shows=_shows,
    asks=(
        lines(TYPED, N_("Words of the letter"), N_("As written."), transcript.MOST),
    ),
    reads=lambda _session, _file, given: {TYPED: transcript.clean(str(given.get(TYPED, "")))},
    blocked=(no_document,),
)  # fmt: skip
def transcribe_document(session: Session, file: CaseFile, answers: Values) -> Change:
    """File a transcript of an incoming document (step 8)."""
    scan, text = _chosen(file), str(answers[TYPED])
    if not transcript.is_fit(text):
        raise Refusal("office.nothing_typed", most=transcript.MOST)
    number, document = file.case.number, scan.logical
    stamp = clock.stamp(file.moment)
    data = transcript.written(text, document, scan.sha512, session.actor.account, stamp).encode()
    stem = f"{derivative.FOLDER}/{document.rpartition('.')[0]}{derivative.TYPED}"
    count = sum(1 for event in file.events if event.verb == VERB and event.subject == document)
    name = f"{stem}-{count + 1}.txt" if count else f"{stem}.txt"  # never given to other bytes
    holes, day = transcript.unreadable(text), texts.day_of(file.moment)
    return Change(
        file.case,
        Filing("transcribed", f"salinan ketikan {document}", {name: data}),
        {"name": name, "unreadable": holes},
        subject=document,
        writes=(partial(texts.put, TextKind.TRANSCRIPT, digest_bytes(data), day, text, number, name),),
        told={"name": name, "unreadable": holes},
        said=N_("Filed: {name}; {unreadable} places could not be read.").of(
            name=in_words(name), unreadable=holes
        ),
    )


@act(
    moves=("study",),
    words=Words(
        N_("Language and intent (step 8)"),
        N_("Save"),
        N_(
            "The original words and their meaning are kept ({renderings}); both stand in the report of the "
            "identification."
        ),
    ),
    shows=Shown(is_look=True),
    asks=STUDY,
)
def study_language(session: Session, file: CaseFile, answers: Values) -> Change:
    """Add a rendering of regional words (step 8), not to the history."""
    words, language, meaning, source = (
        text(answers, f"dialect_{name}") for name in ("words", "language", "meaning", "source")
    )
    rendering = Rendering(words, language, meaning, session.actor.account, session.today, source)
    after = replace(file.moved(), renderings=(*file.case.renderings, rendering))
    count, number = len(after.renderings), after.number
    return Change(
        after,
        detail={"count": count},
        told={"renderings": count},
        next=(Next("form", number, "identifikasi"),),
    )
