"""Who may open what: one row for each address of the web door. What stands here is what :mod:`tests.web.test_rights` asks for.

``get`` and ``post`` are what the own, visible thing answers to somebody who may; a POST brings an empty form. Nobody else
gets further than 403, and of a thing that is hidden or missing everybody who may hears the same 404.
"""

from dataclasses import dataclass

from pipeline.kernel.people import Role

CLERK, OFFICER, CHAIR, ARCHIVIST = Role.CLERK, Role.OFFICER, Role.CHAIR, Role.ARCHIVIST
READERS = frozenset({CLERK, OFFICER, CHAIR, ARCHIVIST})
DECIDERS = frozenset({OFFICER, CHAIR})
KEEPERS = frozenset({CHAIR, ARCHIVIST})
EVERYBODY = frozenset(Role)
NO = 405
"""The address knows no such method."""
ON = 302
"""Leads on to another page."""


@dataclass(frozen=True)
class Row:
    """An address: for whom, what it answers, and whether it is there before word or factor are in order."""

    may: frozenset[Role] = EVERYBODY
    get: int = 200
    post: int = NO
    is_open: bool = False
    is_before: bool = False
    acts: frozenset[Role] | None = None
    """Who may POST, where fewer may than look."""
    nobody: int | None = None
    """What GET answers to nobody, where that differs."""
    unproved: tuple[int, int] | None = None
    """What GET and POST answer before the second factor, where that differs."""


ROWS: dict[str, Row] = {
    "home": Row(),
    "waiting": Row(),
    "upload": Row(frozenset({CLERK}), post=400),
    "upload-state": Row(frozenset({CLERK}), get=NO, post=204),
    "sign-in": Row(get=ON, nobody=200, is_open=True),
    "first": Row(get=ON, post=ON, is_open=True),
    "sign-out": Row(get=NO, post=ON, is_before=True),
    "change-word": Row(post=400, is_before=True, unproved=(ON, ON)),
    "end-others": Row(get=NO, post=400),
    "language": Row(get=NO, post=ON, is_open=True),
    "factor": Row(get=ON, post=ON, is_before=True, unproved=(200, 401)),
    "factor-new": Row(post=400, is_before=True, unproved=(ON, ON)),
    "phone": Row(frozenset({CLERK}), post=400),
    "register": Row(frozenset({CLERK}), post=400),
    "arrival-page": Row(READERS),
    "arrival-small": Row(READERS),
    "arrival": Row(READERS),
    "join": Row(frozenset({CLERK}), post=400),
    "split": Row(frozenset({CLERK}), post=400),
    "arrival-move": Row(frozenset({CLERK}), post=400),
    "match": Row(frozenset({CLERK, OFFICER}), post=400),
    "case": Row(READERS, post=400),
    "case-page": Row(READERS),
    "document": Row(READERS),
    "original": Row(KEEPERS, get=NO, post=400),
    "vet": Row(DECIDERS, get=409, post=409),
    "assign": Row(frozenset({CHAIR}), post=400),
    "chair-desk": Row(frozenset({CHAIR})),
    "print-all": Row(DECIDERS | {CLERK}, post=400),
    "letter-word": Row(DECIDERS, get=NO, post=200),
    "draft": Row(frozenset({OFFICER}), post=400),
    "draft-preview": Row(frozenset({OFFICER}), get=NO, post=200),
    "draft-forget": Row(frozenset({OFFICER}), get=NO, post=ON),
    "draft-page": Row(frozenset({OFFICER}), get=404),
    "letter": Row(DECIDERS, post=400, acts=frozenset({CHAIR})),
    "letter-page": Row(DECIDERS),
    "letter-signed": Row(READERS, get=404, post=404),
    "print": Row(DECIDERS | {CLERK}, get=404, post=404),
    "call-record": Row(DECIDERS | {CLERK}, get=404, post=404),
    "call-record-page": Row(DECIDERS | {CLERK}, get=404),
    "search": Row(post=200),
    "audit": Row(frozenset({CHAIR, Role.ADMIN, Role.OVERSEER}), post=200),
    "audit-export": Row(frozenset({CHAIR}), get=NO, post=400),
    "moves": Row(READERS),
    "move": Row(frozenset({CHAIR}), post=400),
    "office-moves": Row(READERS),
    "office-move": Row(DECIDERS | {CLERK}, post=400),
    "printed": Row(get=404),
    "printed-page": Row(get=404),
    "printed-picture": Row(get=404),
    "health": Row(),
    "health-live": Row(),
    "health-check": Row(frozenset({CHAIR, ARCHIVIST, Role.ADMIN}), get=NO, post=ON),
    "health-backup": Row(frozenset({Role.ADMIN}), get=NO, post=ON),
    "health-retry": Row(frozenset({Role.ADMIN}), get=NO, post=ON),
    "users": Row(frozenset({Role.ADMIN}), post=409),
    "user": Row(frozenset({Role.ADMIN}), get=ON, post=404),
    "books": Row(READERS),
    "book": Row(READERS),
    "book-export": Row(KEEPERS, get=NO, post=400),
    "register-pages": Row(KEEPERS),
    "register-page": Row(KEEPERS, get=404, post=404),
    "register-page-print": Row(KEEPERS, get=NO, post=404),
    "register-page-picture": Row(KEEPERS, get=404),
    "recap": Row(READERS | {Role.OVERSEER}),
    "recap-made": Row(READERS | {Role.OVERSEER}, get=NO, post=200),
    "settings": Row(),
    "settings-signatories": Row(),
    "settings-holidays": Row(),
    "settings-lists": Row(),
    "settings-jra": Row(),
    "settings-row": Row(frozenset({CHAIR, Role.ADMIN}), post=400),
    "settings-templates": Row(),
    "settings-check": Row(frozenset({CHAIR, Role.ADMIN}), get=NO, post=ON),
    "settings-template": Row(frozenset({CHAIR, Role.ADMIN}), get=404, post=404),
    "settings-sample": Row(frozenset({CHAIR, Role.ADMIN}), get=404),
    "settings-page": Row(frozenset({CHAIR, Role.ADMIN}), get=404),
    "settings-download": Row(frozenset({CHAIR, Role.ADMIN}), get=404),
}
