"""Refusals for letters."""

from pipeline.kernel.text import N_, Exit, Next, Row

OFFICE_LETTERS: dict[str, Row] = {
    "office.bad_month": Row(*N_(
        "“{given}” is no month that can be signed. Write a year and month that has begun, such as 2026-11."),
        Exit.USAGE),
    "office.call_not_written": Row(*N_(
        "The complaint of case {case} came by telephone and there is no safe postal address, so no letter "
        "is sent. Ask by the safe contact, then record the answer as a clarification."),
        next=(Next("record-clarification", "{case}"),)),
    "office.case_or_blank": Row(*N_(
        "The form {kind} needs a case number. Those that can be printed empty without a case: {blank}."),
        Exit.USAGE, next=(Next("form", "", "{kind}"), Next("form-blank"))),
    "office.chain_broken": Row(*N_(
        "The chain of the register is broken at entry {n}, so no page is made. Ask archivist, chair or "
        "admin to check the whole archive."), Exit.DAMAGED, next=(Next("verify"),)),
    "office.copy_in_doubt": Row(*N_(
        "Scan {item} was not taken as a signed copy: {reason}. If you have looked at the sheet and it is "
        "signed, match it again and give the reason, which is kept."), next=(Next("accept-scan", "{item}"),)),
    "office.copy_incomplete": Row(*N_(
        "Scan {item} is not whole: {reason}. Scan the whole copy again.")),
    "office.copy_is_out": Row(*N_(
        "Copy 1 of letter {letter} is out, as was stated, and number {number} is used, so the letter "
        "cannot be returned, voided or replaced. Confirm the statement and scan copy 2, or refuse it if "
        "copy 1 turns out to be in the office."),
        next=(Next("confirm-statement", "{case}", "{letter}"), Next("refuse-statement", "{case}", "{letter}"))),
    "office.day_before_receipt": Row(*N_(
        "The number of letter {letter} was not entered because {day} is before the complaint was received "
        "({received}; rule 11). Type the right date; if both papers bear that date, have the secretariat "
        "correct it on both copies first."), Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.day_to_come": Row(*N_(
        "The number of letter {letter} was not entered because {day} is still to come. Type the date that "
        "is written on both papers."), Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.letters_taken": Row(*N_(
        "The letter numbers in this book go up to {place} this year, but the next letter would bear place "
        "{next}, so nothing came in: a number is not used twice. Have the admin set {wanted} as the first "
        "number, or another pattern if letters of this year have numbers here already, then repeat.")),
    "office.no_former_template": Row(*N_(
        "That former version of template {template} is not kept. Open its page again and choose from the "
        "list."), Exit.NOT_FOUND),
    "office.no_number_awaited": Row(*N_(
        "Case {case} has no letter, so none waits for a number. Make the draft first."),
        next=(Next("draft", "{case}"),)),
    "office.no_such_form": Row(*N_(
        "There is no form “{kind}”. There are: {known}."), Exit.USAGE),
    "office.not_approved": Row(*N_(
        "No envelope or label of case {case} is made: there is no letter that is approved and numbered. "
        "Print them once the chair has approved its letter.")),
    "office.not_confirmable": Row(*N_(
        "{item} cannot be confirmed as a copy: {reason}.")),
    "office.not_electronic": Row(*N_(
        "{item} has no report of an electronic signature. See how it stands among what waits."),
        Exit.NOT_FOUND, next=(Next("todo"),)),
    "office.not_in_office": Row(*N_(
        "The number of letter {letter} was not entered because its signatory was not in office on {day} "
        "(rule 12). Type the right date; if it is right already, have chair or admin correct the days in "
        "office or record the mandate first."),
        Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"), Next("mandate"))),
    "office.not_posted": Row(*N_(
        "The letter of case {case} may not be sent: {reason}. No envelope or label is made; the letter "
        "waits at the office until a safe contact is recorded."),
        next=(Next("record-clarification", "{case}"),)),
    "office.nothing_open": Row(*N_(
        "There is nothing to ask of this addressee in case {case}, so no clarification request is made. To "
        "ask something else, fill in “Further questions”."), next=(Next("ask", "{case}"),)),
    "office.nothing_to_void": Row(*N_(
        "Letter {letter} ({state}) has no number to void. A draft is returned instead."),
        next=(Next("return-letter", "{case}", "{letter}"),)),
    "office.number_before_approval": Row(*N_(
        "Letter {letter} is still a draft, so it cannot take a number yet. The chair decides on it first."),
        next=(Next("review", "{case}", "{letter}"),)),
    "office.number_before_copies": Row(*N_(
        "Letter {letter} does not wait for its number yet because signed copy {missing} is not back. Write "
        "number and date of the secretariat on both copies, scan or match them, then enter the number."),
        next=(Next("print", "{case}", "{letter}"), Next("todo"), Next("enter-number", "{case}", "{letter}"))),
    "office.number_before_revision": Row(*N_(
        "Letter {letter} does not count (it is: {state}), so it waits for no number. Submit a new draft."),
        next=(Next("draft", "{case}"),)),
    "office.number_given": Row(*N_(
        "Number {number} is that of letter {other}, so it was not entered for letter {letter}. Compare the "
        "papers of both and type the right number; if the secretariat gave one number twice, ask for "
        "another and write it on both copies first."),
        Exit.USAGE, next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.numbered_already": Row(*N_(
        "Letter {letter} has the number {number}, so it waits for none. Compare it with the letter that is "
        "kept in its case."), next=(Next("show", "{case}"),)),
    "office.prints_otherwise": Row(*N_(
        "The pages of letter {letter} would print other words than were read and checked ({more} more, "
        "{less} fewer), so it is not approved. Something in the edit cannot be read; return it, then ask "
        "for a new draft."), next=(Next("return-letter", "{case}", "{letter}"),)),
    "office.request_waits": Row(*N_(
        "{kind} {letter} is approved and waits for its signature. Print it; if it must be changed, the "
        "chair returns it."),
        next=(Next("print", "{case}", "{letter}"), Next("return-letter", "{case}", "{letter}"))),
    "office.returned_unnumbered": Row(*N_(
        "Letter {letter} was returned and has no number, so there is nothing to void. The next draft takes "
        "its place."), next=(Next("draft", "{case}"),)),
    "office.samples_not_written": Row(*N_(
        "The samples cannot be written to {folder} ({reason}). Choose another folder."), Exit.FAILED),
    "office.several_letters": Row(*N_(
        "Case {case} has more than one letter that waits for this step: {letters}. Name the letter that "
        "you mean{how}."), Exit.USAGE, next=(Next("show", "{case}"),)),
    "office.sheet_has_code": Row(*N_(
        "The sheet {kind} of a case is printed with its code as a decision sheet. As a form there is only "
        "the empty sheet."), Exit.USAGE, next=(Next("print-sheet", "{case}", "{kind}"),)),
    "office.signed_stays": Row(*N_(
        "Letter {letter} is signed and number {number} is used, so the letter is not voided. Rangkap does "
        "not make a replacing letter yet; if the letter is wrong, the chair decides on another way."),
        next=(Next("show", "{case}"),)),
    "office.signed_unnumbered": Row(*N_(
        "Letter {letter} is signed and waits for the secretariat's number, so it is not voided. A clerk or "
        "officer enters the number first; Rangkap does not make a replacing letter yet."),
        next=(Next("enter-number", "{case}", "{letter}"),)),
    "office.template_faulty": Row(*N_(
        "Template {template} cannot be used yet:\n{flaws}\nCorrect it in Word, then check it as a whole."),
        next=(Next("templates", "{template}"),)),
    "office.template_unfit": Row(*N_(
        "Template {template} does not fit this letter. Choose one of: {known}."), Exit.USAGE),
    "office.unknown_template": Row(*N_(
        "There is no template {template}.{hint} Present: {known}."), Exit.NOT_FOUND),
    "office.unnumbered_is_out": Row(*N_(
        "Copy 1 of letter {letter} is out, as was stated, so the letter cannot be returned, voided or "
        "replaced. Confirm the statement, scan copy 2, then enter the number; refuse the statement if copy "
        "1 turns out to be in the office."),
        next=(
            Next("confirm-statement", "{case}", "{letter}"),
            Next("enter-number", "{case}", "{letter}"),
            Next("refuse-statement", "{case}", "{letter}"),
        )),
    "office.void_already": Row(*N_(
        "Letter {letter} is void already. Make a new letter."), next=(Next("draft", "{case}"),)),
    "office.withdrawn_unnumbered": Row(*N_(
        "Letter {letter} was withdrawn before its number was entered, so its case waits for none. Enter "
        "its number if the secretariat gave it one, and draft the letter in its place."),
        next=(Next("enter-number", "{case}", "{letter}"), Next("draft", "{case}"))),
}  # fmt: skip
