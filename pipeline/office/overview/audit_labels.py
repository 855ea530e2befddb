"""Words for the looks of the access log."""

from collections.abc import Mapping

from pipeline.kernel.text import N_, Text

LOOKS: Mapping[str, Text] = {
    "add_call": N_("open a further call"),
    "chair_confirm": N_("open what waits for the chair's signature"),
    "consent_withdraw": N_("open the withdrawal of a consent"),
    "correct": N_("open the fields to correct one"),
    "add_letter": N_("open a further letter"),
    "crisis print": N_("print the crisis sheet"),
    "divide": N_("open the dividing of a case"),
    "edited": N_("open the draft as a Word file"),
    "enquire blocked": N_("be held back at an answer by telephone"),
    "enquire told": N_("answer a question by telephone"),
    "enquire wrong": N_("refuse a question by telephone for a wrong password"),
    "form": N_("print a form"),
    **dict.fromkeys(
        ("sender", "sender_decided"),
        N_("open the decision about a sender"),
    ),
    "heed": N_("open a letter with danger words"),
    "merge": N_("open the merging of cases"),
    "note_arrival": N_("open the notes on an incoming letter"),
    **dict.fromkeys(("move", "move_out"), N_("open the moving of a document")),
    "reveal": N_("reveal identities"),
    "sheet": N_("open a decision sheet"),
    "steps": N_("look at the steps of a case"),
    "transcribe": N_("open a transcript"),
    "victims_copy": N_("open the copy for the victim"),
    "victims_copy_change": N_("open what the copy for the victim shows"),
    "victims_copy print": N_("print the copy for the victim"),
    "call": N_("look at a record of a call"),
    "call print": N_("print a record of a call"),
    "conflict": N_("look at conflicts of interest"),
    **dict.fromkeys(("crisis", "crisis_take"), N_("open the crisis procedure")),
    "deliver print": N_("print a receipt"),
    "deliver_late": N_("open a late delivery"),
    "dispose list": N_("look at the disposal lists"),
    "dispose_print": N_("print the disposal list"),
    "draft": N_("open the draft"),
    "erasure list": N_("look at requests for erasure"),
    "erasure letter": N_("look at the words of an answer on erasure"),
    "export": N_("take a book out"),
    "hand_over": N_("hand a case or a year over"),
    "hold list": N_("look at legal holds"),
    "inform print": N_("print the contact slip"),
    "match": N_("look at scans to match"),
    "numbers": N_("look at letter numbers"),
    "print": N_("open the printing of a letter"),
    "recap": N_("look at the recap"),
    "report print": N_("print the handling report"),
    "review": N_("read a letter"),
    "signature": N_("look at an electronic signature"),
    "templates": N_("look at a template"),
    "verify --head": N_("check the head of the chain"),
    "audit": N_("look at the access log"),
    "book": N_("look at a book"),
    "clock": N_("look at the clocks of the law"),
    "close": N_("open the closing"),
    "code": N_("look up a code"),
    "compare_people": N_("search for other cases of the same person"),
    "deliver": N_("open the delivery"),
    "dispatch": N_("look at the dispatch"),
    "find": N_("look up a number"),
    "find words": N_("find by words of a letter"),
    "find transcript": N_("find by words of a transcript"),
    "inform": N_("open the safe route to the victim"),
    "register": N_("open the registration"),
    "report": N_("open the handling report"),
    "right_refused": N_("be refused for want of a right"),
    "show": N_("look at a case"),
    "study": N_("open the study of language and intent"),
    "identify": N_("open the identification report"),
    "todo": N_("look at the tasks"),
    "user_sign_in": N_("sign in"),
    "user_sign_in_failed": N_("fail to sign in"),
    "vet": N_("open the verification"),
    "view": N_("look at a document"),
}  # fmt: skip
OTHER = N_("open another page")


def look_word(verb: str) -> Text:
    """The name of a look."""
    return LOOKS.get(verb) or LOOKS.get(verb.partition(" ")[0]) or OTHER


_DRAFT, _LETTER = N_("draft of the answer"), N_("letter")
_PRINT, _ACCOUNTS = N_("printing of letters"), N_("accounts")
_SIGNATORIES, _HOLIDAYS = N_("signatories"), N_("holidays")
_TEMPLATES, _HEALTH = N_("templates"), N_("health")
_ARRIVAL, _CASE = N_("incoming letter"), N_("case")
_CALL, _RECAP = N_("record of a call"), N_("recap")
_REGISTER_PAGE = N_("register page")
PAGES: Mapping[str, Text] = {
    "original": N_("original file"),
    "upload": N_("new letter"), "upload-state": N_("new letter"),
    "phone": N_("telephone call", "audit words"), "register": N_("registration"),
    "arrival": _ARRIVAL, "arrival-page": _ARRIVAL, "arrival-small": _ARRIVAL,
    "join": N_("joining of letters"), "split": N_("splitting of a letter"),
    "arrival-move": N_("incoming letter"),
    "match": N_("matching of scans"),
    "case": _CASE, "case-page": N_("document"), "document": N_("document"),
    "vet": N_("verification"), "assign": N_("assignment"),
    "chair-desk": N_("chair's approvals"), "step": N_("step of a case"),
    "draft": _DRAFT, "draft-preview": _DRAFT, "draft-forget": _DRAFT, "draft-page": _DRAFT,
    "letter": _LETTER, "letter-page": _LETTER, "letter-word": _LETTER,
    "letter-signed": N_("signed letter"),
    "print": _PRINT, "print-all": _PRINT,
    "call-record": _CALL, "call-record-page": _CALL,
    "audit": N_("access log"), "audit-export": N_("access log as a file"),
    "moves": N_("further actions"), "move": N_("further actions"),
    "office-moves": N_("more"), "office-move": N_("more"),

    "health": _HEALTH, "health-check": N_("check of the archive"),
    "health-backup": N_("backup"),
    "health-retry": N_("reading again"), "confirm-clock": N_("clock of the machine"),
    "users": _ACCOUNTS, "user": _ACCOUNTS,
    "books": N_("books"), "book": N_("books"), "book-export": N_("export of a book"),
    "register-pages": _REGISTER_PAGE, "register-page": _REGISTER_PAGE, "register-page-print": _REGISTER_PAGE,
    "register-page-picture": _REGISTER_PAGE,
    "recap": _RECAP, "recap-made": _RECAP,
    "settings-signatories": _SIGNATORIES, "settings-mandate": N_("mandate"),
    "settings-holidays": _HOLIDAYS, "settings-holidays-change": _HOLIDAYS,
    "settings-row": N_("row of the settings"),
    "settings-check": _TEMPLATES, "settings-template": _TEMPLATES, "settings-sample": _TEMPLATES,
    "settings-page": _TEMPLATES, "settings-download": _TEMPLATES,
}  # fmt: skip
"""Pages that may be refused, by address name (held by ``tests/web/test_audit.py``)."""


def page_word(name: str) -> Text:
    """The name of the page at an address."""
    return PAGES.get(name, N_("another page"))
