"""Refusals for steps and signing."""

from pipeline.kernel.text import N_, Exit, Next, Row

OFFICE_STEPS: dict[str, Row] = {
    "office.bad_head": Row(*N_(
        "That is no head of the register. Type the 16 groups of 4 letters or digits (0–9, a–f) from the "
        "signed page; {count} were read, there should be 64."), Exit.USAGE),
    "office.call_not_taken": Row(*N_(
        "Case {case}{into} ({state}) takes no further call. Have the chair open it again, or record the "
        "call in a case that is still open or as a new case."),
        next=(Next("reopen-case", "{case}"), Next("register-call"))),
    "office.case_is_closed": Row(*N_(
        "Case {case} is closed, so letter {agenda} was not added. Have the chair open it again if the "
        "letter belongs to that case, or register the letter as a new case."),
        next=(Next("reopen-case", "{case}"), Next("register", "{agenda}"))),
    "office.case_takes_none": Row(*N_(
        "Case {case} ({state}) takes no further letter. {instead}"), next=(Next("register", "{agenda}"),)),
    "office.contact_not_stated": Row(*N_(
        "It is not stated whether the safe contact of case {case} is the victim's or the reporter's, so "
        "nothing is sent or printed for it yet. Ask, then answer “Whose contact is this?” in a "
        "clarification."), next=(Next("record-clarification", "{case}"),)),
    "office.contact_of_another": Row(*N_(
        "The safe contact of case {case} is not that of the {whose}, so it is not used to reach that "
        "person. Record a contact of the {whose}'s own in a clarification."),
        next=(Next("record-clarification", "{case}"),)),
    "office.correct_drafted": Row(*N_(
        "The draft of case {case} is with the chair, so nothing it was made of is corrected now. Ask the chair to return "
        "it, correct the field, then draft it again."), next=(Next("return-letter", "{case}"),)),
    "office.correct_signed": Row(*N_(
        "The answer of case {case} is signed, so what was registered is not corrected any more. Write what is right into "
        "the account of the outcome when the case is closed."), next=(Next("close-case", "{case}"),)),
    "office.deliver_first": Row(*N_(
        "Answer {letter} of case {case} is not delivered. First record its delivery, or that it cannot be "
        "delivered, then answer the further letter."),
        next=(Next("record-delivery", "{case}"), Next("draft", "{case}"))),
    "office.edit_known": Row(*N_(
        "The same file came in before. Read the edits of case {case} that wait for the chair's decision."),
        next=(Next("review", "{case}"),)),
    "office.edit_overtaken": Row(*N_(
        "Edit {item} of case {case} is not decided yet and was made from revision {made_from}, and now "
        "there is revision {revision}. Read its changes, then leave the edit if it is not needed any more, "
        "or make the changes again in the newest draft."),
        next=(Next("review", "{case}"), Next("leave-edited", "{case}", "{item}"), Next("edited", "{case}"))),
    "office.edit_refused": Row(*N_(
        "Edit {item} of case {case} cannot be used and is kept:\n{reasons}\nCorrect it in Word and give it "
        "back again, or leave the edit."),
        next=(Next("edited", "{case}"), Next("leave-edited", "{case}", "{item}"))),
    "office.edit_waits": Row(*N_(
        "Edit {item} of case {case} is not decided yet. Read it, then take it or leave it."),
        next=(
            Next("review", "{case}"),
            Next("take-edited", "{case}", "{item}"),
            Next("leave-edited", "{case}", "{item}"),
        )),
    "office.goes_along": Row(*N_(
        "{document} is the report on an electronic signature, or a file as it came in, and goes with its "
        "document. Move {main}."), next=(Next("move-document", "{case}", "{main}"),)),
    "office.held_already": Row(*N_(
        "Case {into} holds the same content already, as {held}, so nothing was moved. Compare the two "
        "documents."), next=(Next("show", "{into}"),)),
    "office.identification_final": Row(*N_(
        "The answer of case {case} is signed, so its identification report is not written any more. What "
        "is new is added as a further letter or call."),
        next=(Next("add-call", "{case}"),)),
    "office.into_void": Row(*N_(
        "The registration of case {case} was voided, so it takes in no document. Look for a case that "
        "counts, then give its number."), next=(Next("find"),)),
    "office.month_not_over": Row(*N_(
        "The month {month} is not over, so its page can be made from {first} on. The form of the page "
        "shows how it stands until then."), next=(Next("page-so-far", "{month}"),)),
    "office.no_edit": Row(*N_(
        "No edit {item} waits in case {case}. Read the edits that wait."),
        Exit.NOT_FOUND, next=(Next("review", "{case}"),)),
    "office.no_folder": Row(*N_(
        "The folder {folder} is not there and cannot be made. See whether the stick is plugged in, then "
        "repeat with a folder that is there.")),
    "office.no_officer": Row(*N_(
        "“{given}” is no account of an identification officer. There are: {known}."), Exit.USAGE),
    "office.no_sender_held": Row(*N_(
        "The sender of case {case} does not wait for the chair's decision.")),
    "office.not_an_edit": Row(*N_(
        "The file is not taken as an edit of case {case}: {reason}. Take the draft out, edit that file in "
        "Word and give it back."), next=(Next("edited", "{case}"),)),
    "office.not_filed_yet": Row(*N_(
        "The document leaves case {case} only once it is filed in the "
                                    "right case; that is not done yet. Do not repeat it: filing goes "
                                    "on automatically once its cause is mended.")),
    "office.not_identified": Row(*N_(
        "Case {case} has no identification report yet, so no draft of its answer goes to the chair. Write "
        "the report (step 8); only in a crisis may a draft go first, with a reason."),
        next=(Next("write-identification", "{case}"),)),
    "office.not_in_case": Row(*N_(
        "Case {case} holds no document “{given}”. What can be moved: {known}."),
        Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "office.not_looked_at": Row(*N_(
        "You have not looked at this revision of letter {letter}. Open it, look at both copies, then "
        "approve.")),
    "office.not_printed_yet": Row(*N_(
        "Copy {copy} of letter {letter} was never printed. Print both copies first."),
        next=(Next("print", "{case}", "{letter}"),)),
    "office.not_their_letter": Row(*N_(
        "Letter {agenda} is not from who sent the first letter of case {case}, and the answer of this case "
        "goes to the first sender and must not tell of another's letter. Give letter {agenda} a case of "
        "its own, or enter {first} in “Answers the letter of agenda number” to answer the first letter.")),
    "office.not_to_attest": Row(*N_(
        "The statement for copy 1 of case {case} cannot be recorded: {reason}.")),
    "office.not_to_void": Row(*N_(
        "The registration of case {case} cannot be voided with this move: {left} incoming documents are "
        "left, or it was worked on already (it is: {state}). Move the document without voiding the "
        "registration."), next=(Next("move-document", "{case}", "{document}"),)),
    "office.nothing_to_heed": Row(*N_(
        "Case {case} has no danger words that wait. See other cases "
                                      "that wait on the page Tasks."),
        next=(Next("todo"),)),
    "office.nothing_to_sign": Row(*N_(
        "Up to the end of {month} the register holds no entry; there is nothing to sign. Check the month.")),
    "office.own_draft": Row(*N_(
        "You wrote the draft of case {case} yourself, so somebody else types "
                                "in its decision (step 11). In an office of one person the admin can "
                                "allow it; it is then recorded."),
        next=(Next("record-decision", "{case}", "{sheet}"),)),
    "office.own_entry": Row(*N_(
        "You registered case {case} yourself, so somebody else verifies it "
                                "(step 6). In an office of one person the admin can allow it; it is "
                                "then recorded."),
        next=(Next("verify-report", "{case}"),)),
    "office.own_paper": Row(*N_(
        "{document} was made in case {case} and bears its number (a letter, a copy, a decision sheet), so "
        "it is not moved as incoming letters, records of calls and old scans are. If the content of an "
        "answer is wrong, ask the chair to void that letter."), next=(Next("void-letter", "{case}"),)),
    "office.own_statement": Row(*N_(
        "You recorded the statement for copy 1 of case {case} yourself, "
                                    "so somebody else confirms it. In an office of one person the "
                                    "admin can allow it; it is then recorded."), next=(Next("confirm-statement", "{case}"),)),
    "office.page_differs": Row(*N_(
        "Page {page} bears the hash of entry {n}, but the register now has another one. Do not sign it; "
        "keep the paper, then ask archivist, chair or admin to check the whole archive."),
        Exit.DAMAGED, next=(Next("verify"),)),
    "office.page_print_gone": Row(*N_(
        "The print of page {page} is gone or has changed. Ask archivist, chair or admin to check the "
        "archive of that page."), Exit.DAMAGED, next=(Next("verify", "{page}"),)),
    "office.page_signed": Row(*N_(
        "Page {page} was signed on {day} and filed. There is one page for each month; it is not printed "
        "again.")),
    "office.pages_missing": Row(*N_(
        "There is no signed page of: {pages}. Print, sign and scan the pages; or close the year without "
        "them for a reason, which is kept with the missing pages."),
        next=(Next("page", "{month}"), Next("close-year-incomplete", "{year}"))),
    "office.power_ended": Row(*N_(
        "Whoever is to be reached in case {case} acted by a surat kuasa that has ended, so nothing is sent or printed. "
        "Record the new surat kuasa, or another contact in a clarification."),
        next=(Next("record-attorney", "{case}"), Next("record-clarification", "{case}"))),
    "office.printed_already": Row(*N_(
        "The copies of letter {letter} were printed before. Reprint them with a reason; the sheets of the "
        "earlier print are recorded as spoilt."), next=(Next("print-again", "{case}", "{letter}"),)),
    "office.reason_needed": Row(*N_(
        "A reason is required. Write it and repeat."), Exit.USAGE),
    "office.revision_unnamed": Row(*N_(
        "Draft {letter} was not approved: it is at revision {revision}, and which one was read is not "
        "said. Read the draft first, then approve revision {revision}."),
        Exit.USAGE,
        next=(Next("review", "{case}", "{letter}"), Next("approve-letter", "{case}", "{revision}"))),
    "office.same_case": Row(*N_(
        "{document} is in case {case} already. Name the other case where it belongs."), Exit.USAGE),
    "office.same_officer": Row(*N_(
        "Case {case} is handled by {officer} already, so nothing was changed."),
        next=(Next("show", "{case}"),)),
    "office.sender_held": Row(*N_(
        "Letters and prints of case {case} are held because its sender or a contact needs the chair's decision. Ask the "
        "chair to decide."), next=(Next("decide-sender", "{case}"),)),
    "office.sender_is_reported": Row(*N_(
        "The letter of case {case} is not made or does not leave because, by the chair's decision, nothing "
        "is sent to its addressee. Address the victim by a contact of their own, or close the case without "
        "an answer."), next=(Next("record-clarification", "{case}"), Next("close-case", "{case}"))),
    "office.set_back": Row(*N_(
        "Letter {letter} is not printed: the safe contact of case {case} changed after it was made, so its "
        "draft was returned. The officer makes it anew, then the chair approves it again."),
        Exit.NOT_FOUND, next=(Next("draft", "{case}"),)),
    "office.several_edits": Row(*N_(
        "{count} edits wait in case {case}: {items}. Read them, then give the number of the one you mean."),
        Exit.USAGE, next=(Next("review", "{case}"), Next("take-edited", "{case}", "{first}"))),
    "office.sheet_decided": Row(*N_(
        "The decision on sheet {sheet} is recorded in case {case} already."), next=(Next("show", "{case}"),)),
    "office.sheet_not_back": Row(*N_(
        "Sheet {sheet} was not scanned back yet. Scan the signed sheet into the inbox, then repeat.")),
    "office.sheet_outdated": Row(*N_(
        "Sheet {sheet} no longer counts: its draft has changed or was decided. Print a new one."),
        next=(Next("print-sheet", "{case}", "{kind}"),)),
    "office.sheet_unsigned": Row(*N_(
        "Sheet {sheet} without a signature is no decision, so nothing was recorded. Have the chair sign "
        "it, scan it again in place of the old scan, then type in the decision."),
        next=(Next("record-decision", "{case}", "{sheet}"),)),
    "office.signed_already": Row(*N_(
        "Letter {letter} is signed, so its copies are not printed any more. The signed copies are in the "
        "archive of case {case}."), next=(Next("show", "{case}"),)),
    "office.withdrawn": Row(*N_(
        "Letter {letter} is withdrawn because the safe contact of case {case} changed after it was signed: "
        "do not print or deliver it. Draft a new letter, which gets a number of its own."),
        next=(Next("draft", "{case}"),)),
    "office.year_closed": Row(*N_(
        "The year {year} was closed before (see {object} in the archive). Nothing was changed.")),
    "office.year_damaged": Row(*N_(
        "Archive or register are not whole ({count} findings), so the year {year} is not closed. Check "
        "everything and restore what is damaged first."), Exit.DAMAGED, next=(Next("verify"),)),
    "office.year_not_over": Row(*N_(
        "The year {year} is not over, or the archive does not hold it; it cannot be closed.")),
    "office.year_unfinished": Row(*N_(
        "The filing of {cases} is not complete. Complete it first, then repeat the closing."),
        Exit.INCOMPLETE, next=(Next("watch-once"), Next("close-year", "{year}"))),
}  # fmt: skip
