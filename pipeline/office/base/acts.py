"""Words for all acts of the history."""

from collections.abc import Mapping
from typing import Any

from pipeline.cases.fields.follow_up import CODES
from pipeline.cases.fields.sheet import INSTRUCTIONS
from pipeline.cases.states import BY_VERB
from pipeline.kernel.acts_told import EVENTS
from pipeline.kernel.text import N_, Text
from pipeline.office.base import late_entry, value_labels

WORDS: Mapping[str, Text] = {
    **{verb: move.label for verb, move in BY_VERB.items()},
    **EVENTS,
    "audit_export": N_("export the access log"),
    "right_refused": N_("be refused for want of a right"),
    "receive": N_("receive a file"),
    "read_retry": N_("ask for a file to be read again"),
    "refuse": N_("refuse a file"),
    "heal": N_("put a lost or damaged file right"),
    "hand_in": N_("hand a file in at a page"),
    "register": N_("register the complaint"),
    "read_later": N_("keep the derivative of a letter read after registration"),
    "danger_later": N_("find danger words after registration"),
    "sender_reported": N_("hold letters to the sender for the chair"),
    "sender_decided": N_("decide about the sender"),
    "heed": N_("state that the danger words were seen to"),
    "compare": N_("decide whether the person is the same as in another case"),
    "import": N_("import from the paper register"),
    "edited": N_("hand in an edited draft"),
    "leave_edited": N_("leave an edited draft unused"),
    "vet_returned": N_("return the report"),
    "correct": N_("correct registered fields"),
    "sheet": N_("print a decision sheet"),
    "sheet_back": N_("receive a decision sheet"),
    "decide": N_("record the decision of a sheet"),
    "sheet_late": N_("keep a late sheet"),
    "print": N_("print the copies"),
    "split": N_("split a scan"),
    "join_arrivals": N_("join incoming letters"),
    "split_arrival": N_("split an incoming letter"),
    "strike": N_("strike an incoming letter"),
    "unstrike": N_("bring back a struck letter"),
    "match": N_("match a copy"),
    "set_aside": N_("hold a copy back to be looked at"),
    "check_signature": N_("check an electronic signature"),
    "attest": N_("state that copy 1 left unscanned"),
    "set_back": N_("withdraw the letter since the safe contact changed"),
    "withdraw": N_("withdraw the signed letter since the safe contact changed"),
    "void_number": N_("void a letter number"),
    "user_add": N_("add an account"),
    "user_roles": N_("change the roles of an account"),
    "user_lock": N_("lock an account"),
    "user_unlock": N_("unlock an account"),
    "user_reset": N_("give a new password"),
    "user_console": N_("give a password at the console"),
    "user_first": N_("give the one-time password"),
    "cert": N_("make the certificate of the pages"),
    "user_factor": N_("reset the two-step verification of an account"),
    "user_sessions": N_("end the sessions of an account"),
    "template_put": N_("put a letter template in place"),
    "user_factor_set": N_("set a telephone up"),
    "user_word": N_("change the password"),
    "conflict": N_("record a conflict of interest"),
    "conflict_lift": N_("lift a conflict of interest"),
    "page": N_("make a register page"),
    "original_export": N_("let an original go out of the archive"),
    "signed_print": N_("print a signed copy from the archive"),
    "page_print": N_("print a register page"),
    "page_back": N_("receive a register page"),
    "page_sign": N_("sign off the register"),
    "victims_copy": N_("propose a copy for the victim"),
    "victims_copy_change": N_("change the proposed copy for the victim"),
    "victims_copy_ready": N_("pass the copy for the victim to the chair"),
    "victims_copy_print": N_("print the copy for the victim"),
    "victims_copy_drop": N_("stop the copy for the victim"),
    "victims_copy_hand": N_("hand over the copy for the victim"),
    "victims_copy_withdraw": N_("withdraw the copy for the victim that was not fetched"),
    "victims_copy_shred": N_("destroy the print of a copy that was not fetched"),
    "victims_copy_receipt": N_("receive the receipt of a copy"),
    "close_year": N_("close the year of the archive"),
    "hold_lift": N_("lift the legal hold"),
    "dispose_propose": N_("propose cases for destruction"),
    "dispose_approve": N_("record the approval of a destruction"),
    "dispose_withdraw": N_("withdraw a disposal list"),
    "dispose_destroy": N_("destroy archived cases"),
    "merged_in": N_("take in a merged case"),
    "parted_in": N_("let go of a case that was parted"),
    "divided_from": N_("register a part of another case"),
    "move_in": N_("receive a document from another case"),
    "move_out": N_("move a document to another case"),
    "clock_start": N_("record a clock of the law"),
    "clock_answer": N_("answer a clock of the law"),
    "row_add": N_("add a row to a list of the office"),
    "row_change": N_("change a row of a list of the office"),
    "row_retire": N_("retire a row of a list of the office"),
    "row_return": N_("let an earlier version of a row count again"),
    "holiday_add": N_("enter a holiday"),
    "erasure": N_("record a request for erasure"),
    "erasure_grant": N_("grant a request for erasure, access restricted"),
    "erasure_refuse": N_("refuse a request for erasure"),
    "open_restricted": N_("open a case with restricted access"),
    "misfiled_destroy": N_("destroy a misfiled document"),
    "delivery_receipt": N_("receive the receipt of a letter"),
    "reveal": N_("reveal identities"),
    "export": N_("export"),
    "recap": N_("make a recap"),
    "hand_over": N_("hand over the archive"),
    "inform_attempt": N_("try to reach the victim"),
    "transcribe": N_("type a transcript"),
    "crisis": N_("mark a crisis: out of this procedure into the crisis procedure"),
    "crisis_take": N_("take the case over under the crisis procedure"),
    "enquire": N_("answer an enquiry by telephone"),
    "enquire_refused": N_("not answer an enquiry by telephone"),
    "password": N_("agree on a password for the telephone"),
    "password_withdraw": N_("withdraw the password for the telephone"),
    "chain_begin": N_("begin the chain of the history"),
    "looks_seal": N_("seal the access log"),
    "rows_change": N_("record changes of data"),
    "rebuild": N_("rebuild the database"),
    "backup": N_("make a backup"),
    "restore": N_("restore a backup"),
    "restore_trial": N_("restore a backup on trial: it came back whole"),
    "restore_trial_failed": N_("restore a backup on trial: it failed"),
    "upgrade": N_("upgrade the version"),
    "migrate-database": N_("move the database"),
    "migrate-store": N_("move the archive"),
    "keys": N_("change the keys"),
    "recovery-sheet": N_("print the recovery sheet"),
    "trust_add": N_("add an issuer of certificates"),
    "trust_remove": N_("remove an issuer of certificates"),
}  # fmt: skip

_BOXES: Mapping[str, Text] = {choice.value: choice.label for choice in INSTRUCTIONS}


def word_of(verb: str, lang: str = "id") -> str:
    """Says "another act" if unknown here."""
    return WORDS.get(verb, N_("another act")).fill(lang)


def format_act(verb: str, detail: Mapping[str, Any], lang: str = "id") -> str:
    """An act and how it was done, without typed text."""
    boxes = [
        _BOXES[instruction].fill(lang) if instruction in _BOXES else instruction
        for instruction in detail.get("instructions", ())
    ]
    broken = [value_labels.word_of("against", code).fill(lang) for code in detail.get("against", ())]
    codes = [value_labels.word_of(name, detail[name]).fill(lang) for name in CODES if name in detail]
    more = ", ".join((*boxes, *broken, *codes)) or late_entry.format_late_entry(detail, lang)
    return f"{word_of(verb, lang)}: {more}" if more else word_of(verb, lang)
