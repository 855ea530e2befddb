"""Papers to fill in, sign and send out."""

from pathlib import Path

from pipeline.cases.fields.decisions import REASON
from pipeline.cli.call import Call
from pipeline.cli.lines import PRINTED
from pipeline.cli.open import session_of
from pipeline.cli.prompts import ask_reason
from pipeline.kernel.files import need_folder, put_files
from pipeline.kernel.ids import in_groups
from pipeline.kernel.text import N_
from pipeline.office.answer import page as register_page
from pipeline.office.answer.print_out import WHY, print_draft, print_letter
from pipeline.office.engine.perform import open_case, perform
from pipeline.office.papers import forms

_NO_PDF = N_(
    "LibreOffice is missing, so only the DOCX was made; open and print it in Word. Look with: rangkap doctor"
)


def form(call: Call) -> int:
    """Put a form out as DOCX and PDF."""
    args, folder = call.args, Path(call.args.to).absolute()
    made = forms.make(
        session_of(call), args.kind, args.number or "", folder, blank=args.blank, letter=args.letter
    )
    if not made.has_pdf:
        call.say(_NO_PDF)
    call.say(PRINTED, count=len(made.files), folder=folder)
    files = [str(file) for file in made.files]
    return call.give({"kind": args.kind, "files": files, "pdf": made.has_pdf}, "\n".join(files))


_PAGE_MADE = N_(
    "Page {page} is ready to print in two copies (hash of entry {n}). The chair signs both; "
    "scan both into the inbox. It files itself once both scans are back."
)


def page(call: Call) -> int:
    """Both copies of a month's register page as PDF."""
    made, files = register_page.make(session_of(call), call.args.month, Path(call.args.to).absolute())
    call.say(_PAGE_MADE, page=made.id, n=made.head_n)
    plain = {
        "page": made.id,
        "head": {"n": made.head_n, "hash": made.head_hash, "groups": in_groups(made.head_hash)},
        "printed": made.printed,
        "files": [str(path) for path in files],
    }
    return call.give(plain, "\n".join(str(path) for path in files))


_NEXT = N_(
    "Print at actual size (100 %). The chair signs every copy; scan them all into the inbox before "
    "copy 1 leaves."
)
_DESTROY = N_("Destroy the earlier print: two papers with one code cannot be told apart.")  # fmt: skip


def print_out(call: Call) -> int:
    """Both copies (step 11), again for a reason, or the draft."""
    session, args = session_of(call), call.args
    folder = Path(args.to).absolute()
    is_new = not folder.exists()
    if args.draft:
        made = [print_draft(session, args.case, folder, args.letter)]
    else:
        open_case(session, print_letter, args.case, args.letter)
        need_folder(folder)
        why = {REASON: ask_reason(WHY.label.fill(call.lang), call.lang)} if args.again else {}
        result = perform(print_letter, session, args.case, why, args.letter)
        made = put_files(folder, result.prints.items())
    if is_new and folder.exists():
        call.say(N_("The folder {folder} was made."), folder=folder)
    call.say(PRINTED, count=len(made), folder=folder)
    if not args.draft:
        call.say(_NEXT)
    if args.again:
        call.say(_DESTROY)
    return call.give({"files": [str(path) for path in made]}, "\n".join(map(str, made)))
