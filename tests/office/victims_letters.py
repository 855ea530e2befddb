"""The letter of a victim who complains herself, as it may come in: typed as a PDF, scanned, faxed, turned, many pages."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from bench.papers import Paper, fax
from demo.parse import parse
from demo.scans import SCANS, sample_text
from demo.typeset import compose
from pipeline.office.engine.perform import perform
from pipeline.office.victims import victims_copy, victims_copy_files
from pipeline.office.victims.victims_copy_files import Plan
from pipeline.records.sheets import Sheet
from tests.intake.hostile import flate_bomb
from tests.office.bureau import CHAIR, CLERK, WIFE, Bureau

SECRETS = ("Darsono", "Peliwang", "Yuniarti", "Kenanga", "0812-0000-1102", "081200001102")
"""What nobody may find in the copy."""
HERS = ("Rusmini", "9901015405940001")
LETTER = "surat-masuk-1.pdf"


def typed(pages: int = 1) -> bytes:
    """Return the letter as a born-digital PDF with metadata, an attachment, a note, and scripts of names in them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setTitle("Pengaduan terhadap Darsono Peliwang")
    canvas.setAuthor("Yuniarti Talahu")
    for _ in range(pages):
        for at, line in enumerate(sample_text(WIFE).splitlines()):
            canvas.drawString(60, 800 - 14 * at, line)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as document:
        document.attachments["Darsono.txt"] = b"Darsono Peliwang"
        note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Text, "/Rect": [10, 10, 30, 30],
                "/Contents": "Darsono Peliwang"}  # fmt: skip
        document.pages[0].Annots = document.make_indirect([pikepdf.Dictionary(note)])
        document.save(made := io.BytesIO())
    return made.getvalue()


def turned() -> bytes:
    """Return the typed letter whose page says that it is to be turned."""
    with pikepdf.open(io.BytesIO(typed())) as document:
        document.pages[0].Rotate = 90
        document.save(made := io.BytesIO())
    return made.getvalue()


def noted() -> bytes:
    """Return the typed letter with a printed note on its page: a name that is not in the text of the page."""
    with pikepdf.open(io.BytesIO(typed())) as document:
        page = document.pages[0]
        drawn = document.make_stream(b"BT /F1 14 Tf 5 15 Td (Sdr. Darsono Peliwang) Tj ET")
        drawn.Type, drawn.Subtype, drawn.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 260, 40]
        drawn.Resources = pikepdf.Dictionary({"/Font": page.Resources.Font})
        note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.FreeText, "/Rect": [300, 20, 560, 60], "/F": 4,
                "/Contents": "-", "/AP": pikepdf.Dictionary({"/N": drawn})}  # fmt: skip
        page.Annots = document.make_indirect([pikepdf.Dictionary(note)])
        document.save(made := io.BytesIO())
    return made.getvalue()


def with_a_bomb() -> bytes:
    """Return the typed letter between whose pages one lies that unpacks to a gibibyte."""
    with pikepdf.open(io.BytesIO(typed(pages=2))) as document:
        with pikepdf.open(io.BytesIO(flate_bomb())) as bomb:
            document.pages.insert(1, bomb.pages[0])
        document.save(made := io.BytesIO())
    return made.getvalue()


def scanned() -> bytes:
    """Return the letter as the office's scanner gives it."""
    return SCANS[0].render()


def faxed() -> bytes:
    """Return the letter as a fax, one bit."""
    (page,) = compose(parse(sample_text(WIFE)), SCANS[0].style)  # type: ignore[arg-type]
    return fax(Paper(3, sample_text(WIFE), page))


KINDS: dict[str, Callable[[], bytes]] = {"typed": typed, "turned": turned, "scanned": scanned, "faxed": faxed}


def registered(bureau: Bureau, data: bytes) -> str:
    """Register the letter; returns the case."""
    return bureau.register(WIFE, data).number


def newest(case: str) -> Sheet:
    """Return the newest copy of a case."""
    return victims_copy.copies_of(case)[-1]


def plan_of(bureau: Bureau, copy: Sheet) -> Plan:
    """Return what is black in a copy."""
    return victims_copy_files.plan_of(bureau.settings, copy.case, copy.id, copy.revision)


def look(bureau: Bureau, case: str, account: str) -> list[Path]:
    """Let somebody look at the pages of the copy under way."""
    return victims_copy.show(bureau.session(account), case, bureau.home / "var" / "lihat")


def proposed(bureau: Bureau, case: str, *names: str) -> Sheet:
    """Propose a copy of ``names``."""
    perform(victims_copy.propose_copy, bureau.session(CLERK), case, {"chosen": names})
    return newest(case)


def changed(bureau: Bureau, case: str, *added: str, taken_off: Sequence[str] = (), by: str = CLERK) -> Sheet:
    """Mark more in the proposed copy, and take marks off."""
    answers = {"added": "\n".join(added), "taken_off": taken_off}
    perform(victims_copy.change_copy, bureau.session(by), case, answers)
    return newest(case)


def submitted(bureau: Bureau, case: str, by: str = CLERK) -> Sheet:
    """Send the proposed copy to the chair."""
    perform(victims_copy.submit_copy, bureau.session(by), case, {})
    return newest(case)


def agreed(bureau: Bureau, case: str) -> Sheet:
    """Let the chair approve the copy that waits."""
    perform(victims_copy.approve_copy, bureau.session(CHAIR), case, {})
    return newest(case)


def waiting(bureau: Bureau, case: str, *names: str) -> Sheet:
    """Carry a copy of ``names`` through until it waits for the chair."""
    proposed(bureau, case, *names)
    look(bureau, case, CLERK)
    return submitted(bureau, case)


def approved(bureau: Bureau, case: str, *names: str) -> Sheet:
    """Carry a copy of ``names`` through to its approval."""
    waiting(bureau, case, *names)
    look(bureau, case, CHAIR)
    return agreed(bureau, case)
