"""Refusals for cases and their papers."""

from pipeline.kernel.text import N_, Exit, Next, Row

OFFICE_CASES: dict[str, Row] = {
    "office.access_restricted": Row(*N_(
        "Access restricted: case {case} is seen by chair and archivist only, for a reason, and is not "
        "worked on. If it must go on, ask the chair to lift the restriction."),
        Exit.NO_RIGHT, next=(Next("show", "{case}"), Next("lift-restriction", "{case}"))),
    "office.after_the_change": Row(*N_(
        "Letter {letter} arrived on {when}, but the safe contact of case {case} had changed on {changed}, "
        "so that is no delivery. Tell the chair at once, contact the victim by the new safe contact, then "
        "record that the letter did not come back."), next=(Next("record-late-delivery", "{case}"),)),
    "office.bad_decision": Row(*N_(
        "The decision about case {case} is not known. For each case choose “sama” (the same), “lain” "
        "(another) or “tidak tahu” (don't know)."), Exit.USAGE),
    "office.bad_mark": Row(*N_(
        "Line {line} is not understood; nothing was changed. Write the words, or “PAGE: LEFT TOP RIGHT "
        "BOTTOM” (per cent)."), Exit.USAGE),
    "office.bad_period": Row(*N_(
        "“{given}” is no period. Use --month 2026-11, --year 2026, or --from 01-11-2026 --until 30-11-2026 "
        "(the first day not after the last)."), Exit.USAGE),
    "office.cannot_close": Row(*N_(
        "Case {case} cannot be closed as “{outcome}” yet. Complete what is missing, then repeat:\n"
        "{lines}"),
        next=(Next("close-case", "{case}"),)),
    "office.consent_not_asked": Row(*N_(
        "The letter of case {case} is not made or does not leave: the victim was not asked whether "
        "anything may be passed on to {names}. Take them out of referral and tembusan, name the law in an "
        "emergency, or ask the victim by the safe way."), next=(Next("inform-victim", "{case}"),)),
    "office.copy_not_looked_at": Row(*N_(
        "The pages of copy {copy} revision {revision} were not looked at, and the computer does not find "
        "handwriting and pictures. Look at each page, then repeat."), next=(Next("copy-look", "{case}"),)),
    "office.copy_not_to_them": Row(*N_(
        "That receiver is the reported person, so the copy is not handed over; nothing was recorded. Hand "
        "it only to the victim, their guardian or their companion.")),
    "office.copy_receipt_is_back": Row(*N_(
        "The receipt of copy {copy} was scanned, so the copy was fetched and cannot be withdrawn. Record "
        "the handing over."), next=(Next("hand-over-copy", "{case}"),)),
    "office.copy_under_way": Row(*N_(
        "Copy {copy} of case {case} is still “{state}”, so no new one is made. Go on with that copy first."),
        next=(Next("copy", "{case}"),)),
    "office.crisis_taken": Row(*N_(
        "Case {case} was taken by {account} on {when}; reach them, do not wait.")),
    "office.guardian_barred": Row(*N_(
        "The guardian in case {case} is a reported person or shares a home with one, so the guardian neither "
        "consents nor withdraws. The law is the basis: record it as an emergency. Ask the child too and record "
        "what it says; no guardian is needed for that."), next=(Next("declare-emergency", "{case}"),)),
    "office.held_by_word": Row(*N_(
        "Nothing of case {case} leaves: the chair holds its letters by telephone. Ask the chair to "
        "let them leave again."), next=(Next("confirm-afterwards", "{case}"),)),
    "office.holds_merged": Row(*N_(
        "The registration {case} cannot be voided: case {other} is merged into it. Ask the chair to part "
        "it first."), next=(Next("unmerge-case", "{merged}"),)),
    "office.hours_unclear": Row(*N_(
        "The allowed hours of case {case} say “{hours}”, which cannot be read. Read them; if this hour is "
        "allowed, state it in the answer about the hours, if not and it has happened give the reason, or "
        "write them clearly as a clarification."), next=(Next("record-clarification", "{case}"),)),
    "office.merge_too_early": Row(*N_(
        "Case {case} cannot be merged yet because a letter of it is on its way. Complete what is missing, "
        "then repeat:\n{lines}"), next=(Next("merge-case", "{case}", "{into}"),)),
    "office.merge_with_itself": Row(*N_(
        "Case {case} cannot be merged with itself. Choose another case."), Exit.USAGE),
    "office.merged_case": Row(*N_(
        "Case {case} was merged into case {other} and goes on there. Part them if they were merged by "
        "mistake."),
        next=(Next("unmerge-case", "{case}"),)),
    "office.name_too_short": Row(*N_(
        "Type at least three letters of a name or call name, or two initials (for example: R.T.)."),
        Exit.USAGE),
    "office.no_call": Row(*N_(
        "Case {case} holds no call. Add the call that came in about it."),
        Exit.NOT_FOUND, next=(Next("add-call", "{case}"),)),
    "office.no_consent": Row(*N_(
        "Case {case} holds no consent that could be withdrawn."), next=(Next("inform-victim", "{case}"),)),
    "office.no_contact_wanted": Row(*N_(
        "The victim of case {case} asked not to be contacted. Record it if the victim came or called; a "
        "contact that has happened is recorded with the reason.")),
    "office.no_crisis": Row(*N_(
        "Case {case} does not wait for the crisis procedure. See other cases "
                                "that wait on the page Tasks."),
        next=(Next("todo"),)),
    "office.no_crisis_here": Row(*N_(
        "Case {case} is “{state}”, so it is not moved to the crisis procedure. Register the danger as a "
        "new complaint, and tell the chair now.")),
    "office.no_password": Row(*N_(
        "Case {case} ({state}) takes no password: nothing can be told about it by telephone.")),
    "office.no_post_to_child": Row(*N_(
        "The reporter of case {case} is a child: nothing is posted to the child's home. The answer is kept at the "
        "office, told orally, or goes through an adult of the child's choice. Record that as the safe contact."),
        next=(Next("record-clarification", "{case}"),)),
    "office.no_prints_left": Row(*N_(
        "Case {case} has no prints of a copy that are to be destroyed. Check the state of its copy."),
        next=(Next("copy", "{case}"),)),
    "office.no_recap_period": Row(*N_(
        "“{given}” is no period of a recap. Use --month 2026-11, --quarter 2026-Q4, or --year 2026."),
        Exit.USAGE),
    "office.no_referral": Row(*N_(
        "Case {case} has no referral that is open. Record the referral first."),
        next=(Next("record-referral", "{case}"),)),
    "office.no_report": Row(*N_(
        "The report of case {case} cannot be made because LibreOffice is missing, so nothing was recorded. "
        "Have the admin check the server."), Exit.FAILED, next=(Next("doctor"),)),
    "office.no_request": Row(*N_(
        "No request about case {case} waits for an answer. Record the request first."),
        next=(Next("record-erasure", "{case}"),)),
    "office.no_safe_way": Row(*N_(
        "Do not make contact by “{way}”: the safe contact of case {case} allows {allowed}. If it has "
        "happened, record it with the reason; if the contact changed, record that as a clarification."),
        next=(Next("record-clarification", "{case}"),)),
    "office.no_such_document": Row(*N_(
        "Case {case} holds no document {document}. Choose a name from the list of its documents."),
        Exit.NOT_FOUND, next=(Next("copy", "{case}"),)),
    "office.no_visit": Row(*N_(
        "Case {case} has no service or visit that is open. Plan it first."),
        next=(Next("plan-visit", "{case}"),)),
    "office.no_victims_copy": Row(*N_(
        "Case {case} has no copy for the victim that is in the state “{state}”. Check the state of its "
        "copy."),
        next=(Next("copy", "{case}"),)),
    "office.not_answered": Row(*N_(
        "There is no request about case {case}, or it is not answered, so there are no words for a letter "
        "yet. Record the request, then ask the chair to answer it."),
        next=(Next("record-erasure", "{case}"), Next("grant-erasure", "{case}"), Next("refuse-erasure", "{case}"))),
    "office.not_choosable": Row(*N_(
        "{document} cannot go into the copy for the victim: {reason}. Choose from the documents that "
        "may be copied."), next=(Next("copy", "{case}"),)),
    "office.not_consented": Row(*N_(
        "The letter of case {case} is not made or does not leave: the victim does not allow anything to be "
        "passed on to {names}. Take them out of referral and tembusan, or ask the victim again."),
        next=(Next("inform-victim", "{case}"),)),
    "office.not_for_them": Row(*N_(
        "That person may not receive the letter of case {case}: only {allowed}, and never the reported "
        "person. If it has happened, record it as not delivered because they took it, with a note.")),
    "office.not_given_up_so": Row(*N_(
        "The letter of case {case} cannot be declared “tidak dapat disampaikan: {reason}” yet: {why}. "
        "Record the attempt to deliver it, or choose another reason."),
        next=(Next("record-delivery", "{case}"),)),
    "office.not_incoming": Row(*N_(
        "“{document}” is no incoming document of case {case}. Those that can be typed out: {known}."),
        Exit.USAGE),
    "office.not_mergeable": Row(*N_(
        "Case {case} ({state}) cannot be merged now. {instead}")),
    "office.not_merged": Row(*N_(
        "Case {case} is not merged with another, so there is nothing to part."),
        next=(Next("show", "{case}"),)),
    "office.not_proven_so": Row(*N_(
        "A delivery by “{way}” is proved by {proofs}. Choose the proof that fits, then repeat."), Exit.USAGE),
    "office.not_received_yet": Row(*N_(
        "The moment the request was received ({given}) is still to come. Check day and time, then repeat."),
        Exit.USAGE, next=(Next("record-erasure", "{case}"),)),
    "office.not_restricted": Row(*N_(
        "Access to case {case} is not restricted, so there is nothing to lift."),
        next=(Next("show", "{case}"),)),
    "office.not_to_be_called": Row(*N_(
        "The telephone of case {case} is shared: only its owner contacts the office, so no call of the office is "
        "recorded as a delivery. Record a call of its owner, or another way.")),
    "office.nothing_overtaken": Row(*N_(
        "Case {case} has no letter that was withdrawn because of a changed contact and is still "
        "unaccounted for. Record the delivery as an ordinary one."),
        next=(Next("record-delivery", "{case}"),)),
    "office.nothing_to_confirm": Row(*N_(
        "Nothing of case {case} waits for the chair's signature.")),
    "office.nothing_to_deliver": Row(*N_(
        "Case {case} has no answer letter yet of which both copies are signed and filed (step 12). Check "
        "on the case which step is not complete."), next=(Next("show", "{case}"),)),
    "office.nothing_to_divide": Row(*N_(
        "Name the incoming documents that the new case holds. There are: {known}."),
        Exit.USAGE, next=(Next("divide-case", "{case}"),)),
    "office.nothing_typed": Row(*N_(
        "The transcript is empty or longer than {most} characters. What cannot be read is written [tidak "
        "terbaca]."), Exit.USAGE),
    "office.original_damaged": Row(*N_(
        "Document {name} of case {case} in the archive is missing or changed, so it does not go out. Ask "
        "archivist, chair or admin to check the archive of that case."),
        Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "office.outside_hours": Row(*N_(
        "No contact at {time}: the allowed hours of case {case} are “{hours}”. Wait until then; if it has "
        "happened, record it with the reason.")),
    "office.own_victims_copy": Row(*N_(
        "You made copy {copy} yourself, so another person must approve it. Ask the chair or the deputy."),
        next=(Next("approve-copy", "{case}"),)),
    "office.reader_barred": Row(*N_(
        "Reader or witness is a reported person of case {case}, so the thumb print does not count. Let somebody "
        "else read it aloud and witness it."), next=(Next("inform-victim", "{case}"),)),
    "office.people_known": Row(*N_(
        "People of this complaint may stand in another case; nothing was saved yet:\n{told}\nDecide for "
        "each case whether it is the same person, or add this letter to a case at work."),
        next=(Next("add-letter", "{first}"),)),
    "office.period_not_begun": Row(*N_(
        "{period} has not begun (today is {today}); there is nothing to count yet. Choose a period that "
        "has begun."), Exit.USAGE),
    "office.purpose_needed": Row(*N_(
        "No purpose was given. Choose from the list, or choose “another "
                                     "purpose” and write it down ({least}–{most} letters). It is "
                                     "recorded and printed on every page."), Exit.USAGE),
    "office.receipt_not_decided": Row(*N_(
        "{sheet} is the receipt of a copy, and no decision sheet. Record the handing over of the copy."),
        next=(Next("hand-over-copy", "{case}"),)),
    "office.receipt_of_letter": Row(*N_(
        "{sheet} is the receipt of a letter, and no decision sheet. Record the delivery of the letter."),
        next=(Next("record-delivery", "{case}"),)),
    "office.referral_not_allowed": Row(*N_(
        "The referral of case {case} to {names} is not recorded: the victim was not asked, or does not allow "
        "anything to be passed on to that kind of institution. Ask the victim by the safe way, or name the law in an "
        "emergency."), next=(Next("inform-victim", "{case}"),)),
    "office.referral_withheld": Row(*N_(
        "The referral of case {case} would pass on {what}, which the victim wants withheld. Leave it out, or "
        "ask the victim again."), next=(Next("inform-victim", "{case}"),)),
    "office.report_missing": Row(*N_(
        "The filed handling report of case {case} cannot be read, so nothing was put out. Ask archivist or "
        "chair to check the archive, then the admin to restore it from the backup."),
        Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "office.request_open": Row(*N_(
        "A request about case {case} is recorded already and not answered. Ask the chair to grant or "
        "refuse it first."), next=(Next("grant-erasure", "{case}"), Next("refuse-erasure", "{case}"))),
    "office.signed_for_another": Row(*N_(
        "Letter {letter} was signed for another safe contact than that of now, so do not hand it over and "
        "do not send it. The officer records the contact that counts, and the letter is then withdrawn."),
        next=(Next("record-clarification", "{case}"),)),
    "office.taken_back": Row(*N_(
        "Letter {letter} is withdrawn because the safe contact of case {case} changed on {day}; do not "
        "hand it over and do not send it. If it has left, take it back from the post, the bearer or the "
        "trusted person, tell the chair at once, then record whether it arrived before the change, came "
        "back, or did not come back."), next=(Next("record-late-delivery", "{case}"),)),
    "office.time_ahead": Row(*N_(
        "It is not {time} yet today, so nothing was recorded. Check the time that was typed, then repeat."),
        Exit.USAGE),
    "office.unknown_purpose": Row(*N_(
        "“{given}” is no known purpose. Choose one of: {known}."), Exit.USAGE),
    "office.unsafe_way": Row(*N_(
        "The way “{way}” is not safe for the letter of case {case}. Safe by its contact: {safe}. Choose "
        "one of these; what has happened by that way is recorded with a note.")),
    "office.victims_copy_changed": Row(*N_(
        "Copy {copy} cannot be used: {reason}. Make a new copy."),
        Exit.DAMAGED, next=(Next("copy", "{case}"),)),
    "office.victims_copy_is_out": Row(*N_(
        "The registration {case} cannot be voided: copy {copy} for the victim is still “{state}”. Complete "
        "or drop that copy first."), next=(Next("copy", "{case}"),)),
    "office.weak_password": Row(*N_(
        "This password is too easy: at least {least} letters, not digits alone, not a name in this case. "
        "Two unrelated nouns will do."), Exit.USAGE),
    "office.withheld": Row(*N_(
        "The letter of case {case} mentions {what}, which the victim wants withheld. Change its draft."),
        next=(Next("draft", "{case}"),)),
    "office.words_not_found": Row(*N_(
        "The words of line {line} were not found on the pages as they were read; nothing was changed. Mark "
        "the place instead: PAGE: LEFT TOP RIGHT BOTTOM (per cent, see the ruler at the edge of the "
        "picture)")),
}  # fmt: skip
