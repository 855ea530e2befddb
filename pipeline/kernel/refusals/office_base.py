"""Refusals for accounts, arrivals and the base."""

from pipeline.kernel.text import N_, Exit, Next, Row

OFFICE_BASE: dict[str, Row] = {
    "office.account_locked": Row(*N_(
        "Account {account} is locked. Ask the admin to unlock it."),
        Exit.NO_RIGHT, next=(Next("unlock", "{account}"),)),
    "office.account_refused": Row(*N_(
        "Account {account} was not changed: {reason}")),
    "office.already_holiday": Row(*N_(
        "{day} is a holiday already ({name}); nothing was changed.")),
    "office.answered_too_soon": Row(*N_(
        "This clock began on {since}; it cannot be answered before that."), Exit.USAGE),
    "office.archive_in_bucket": Row(*N_(
        "An office whose archive lies in an S3 bucket is not restored automatically, since its backup does "
        "not hold the archive and the bucket is mostly newer; nothing was restored. Bring var, "
        "letter_templates and office.toml back with restic (docs/archive.md, “Backup and restore of a "
        "bucket”), then rebuild the database from the archive."), next=(Next("rebuild"),)),
    "office.bad_part": Row(*N_(
        "“{given}” is not known. Write an agenda number, with its pages if need be (A-2026-0007:1-2), or "
        "ranges of pages (1-2 3-4)."), Exit.USAGE),
    "office.bad_passphrase": Row(*N_(
        "The recovery passphrase is mistyped in group {group}. Compare it with the recovery sheet, then "
        "type it again."), Exit.USAGE),
    "office.blocked_already": Row(*N_(
        "Account {account} is blocked from case {case} already; nothing was changed."),
        next=(Next("conflicts", "{case}"),)),
    "office.bucket_in_use": Row(*N_(
        "{place} holds the archive of an office already, so no new home was made on it. Name another "
        "bucket or folder in RANGKAP_ARCHIVE; for the same office bring its home back from the backup "
        "(docs/archive.md).")),
    "office.bytes_missing": Row(*N_(
        "The file of arrival {item} is missing or changed. Keep the paper and put the same file into the "
        "inbox once more, or ask the admin to check the archive and restore it from the backup."),
        Exit.DAMAGED, next=(Next("verify"),)),
    "office.clock_behind": Row(*N_(
        "The clock of the server ({now}) is before the last entry ({last}), so nothing was recorded; what "
        "comes in is kept. Set it right, then repeat; if it is right now, ask the admin to confirm it."),
        Exit.FAILED, next=(Next("confirm-clock"),)),
    "office.clock_not_begun": Row(*N_(
        "The moment typed ({given}) is still to come. Check day and time."), Exit.USAGE),
    "office.contact_changed": Row(*N_(
        "The safe contact of case {case} changed since its letter was made, so the letter is not used. The "
        "officer drafts a new one with the contact that holds."), next=(Next("draft", "{case}"),)),
    "office.copy_damaged": Row(*N_(
        "A copy of letter {letter} in the archive is missing or changed. Do not print it; ask archivist, "
        "chair or admin to check the archive."), Exit.DAMAGED, next=(Next("verify"),)),
    "office.database_behind": Row(*N_(
        "The database ({database}) does not agree with the archive ({archive}); an old backup may have "
        "been restored. Do not work with it; ask the admin to rebuild it from the archive."),
        Exit.DAMAGED, next=(Next("rebuild"),)),
    "office.draft_changed": Row(*N_(
        "The draft file of {letter} is missing or changed since it was checked, so it is not used. Draft "
        "the letter again."), Exit.DAMAGED, next=(Next("draft", "{case}"),)),
    "office.filing_pending": Row(*N_(
        "This step is recorded in case {case}, but the archive cannot be "
                                     "written yet: {reason} Do not repeat it; filing goes on "
                                     "automatically once the cause is mended."), Exit.INCOMPLETE),
    "office.folder_in_inbox": Row(*N_(
        "There are {count} unknown folders in the inbox; what is in them is not taken. Move the files into "
        "the inbox itself or into a folder {known}.")),
    "office.home_exists": Row(*N_(
        "{home} is the home of an office already; nothing was changed. Name another folder, or start the "
        "office in that one (RANGKAP_HOME={home}).")),
    "office.home_in_the_way": Row(*N_(
        "{home} holds other files. Choose an empty folder or one that does not exist yet.")),
    "office.home_in_use": Row(*N_(
        "Rangkap is still running in this home. Stop all its services first, then repeat.")),
    "office.last_admin": Row(*N_(
        "{account} is the last admin who is not locked, so it is not locked and keeps its role. Add "
        "another admin's account first.")),
    "office.mandate_refused": Row(*N_(
        "The mandate was not recorded: {reason} Correct it and repeat.")),
    "office.may_not_act_as": Row(*N_(
        "“{user}” may not act as “{account}”. Use your own account; the admin gives permission for another "
        "one by “boleh_dipakai” in office.toml."), Exit.NO_RIGHT),
    "office.maybe_known": Row(*N_(
        "It may be registered already as case {cases}: the letter number, sender and date of the letter, "
        "or the victim is the same. Look at that case, then add this letter to it, or state that this is "
        "another complaint and repeat."), next=(Next("show", "{first}"), Next("add-letter", "{first}"))),
    "office.no_account": Row(*N_(
        "“{given}” is no account of this office. There are: {known}."), Exit.NOT_FOUND),
    "office.no_certificate": Row(*N_(
        "The certificate of the pages is missing or cannot be used ({reason}). Ask the admin to make a new "
        "one."), Exit.NOT_FOUND, next=(Next("new-certificate"),)),
    "office.no_clock": Row(*N_(
        "No clock “{given}” waits for an answer. Look at the list of clocks, then repeat."),
        Exit.NOT_FOUND, next=(Next("clock"),)),
    "office.no_holiday": Row(*N_(
        "{day} is not in the table of holidays. Look at the table, then repeat."), Exit.NOT_FOUND),
    "office.no_key": Row(*N_(
        "Key “{kind}” is missing in var/keys. Restore that folder from the backup."), Exit.DAMAGED),
    "office.no_key_kind": Row(*N_(
        "Say which key to change: code (codes on copies) or seal (the register's seal)."), Exit.USAGE,
        next=(Next("rotate-key", "code"), Next("rotate-key", "seal"))),
    "office.no_letter": Row(*N_(
        "Case {case} has no letter in the state “{state}”. See in the case where its letters stand."),
        Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "office.no_mandate": Row(*N_(
        "There is no mandate {given} that still counts. Look at the list of mandates, then repeat."),
        Exit.NOT_FOUND, next=(Next("mandate"),)),
    "office.no_passphrase": Row(*N_(
        "The passphrase of the backups (var/keys/backup.key) is missing or damaged although backups were "
        "made. Type it from the recovery sheet into that file (mode 0600), or begin anew in another folder "
        "by deleting var/cadangan.json."), Exit.DAMAGED),
    "office.no_route": Row(*N_(
        "There is no safe way for an answer letter in case {case}. Record a safe contact (of an "
        "institution its official address) as a clarification."), next=(Next("record-clarification", "{case}"),)),
    "office.no_row": Row(*N_(
        "There is no such row in the list. Open the list in Settings, then repeat."), Exit.NOT_FOUND),
    "office.no_signatory": Row(*N_(
        "Nobody may sign on {day}. Ask chair or admin to complete the list of signatories, or to record "
        "the deputy if the chair is absent."), next=(Next("mandate"),)),
    "office.not_a_copy": Row(*N_(
        "Arrival {item} cannot be matched: {reason}. See the list of what waits to be matched."),
        next=(Next("todo"),)),
    "office.not_a_day": Row(*N_(
        "“{given}” is no day. Examples: 2026-12-25 or 25-12-2026."), Exit.USAGE),
    "office.not_a_name_of_a_day": Row(*N_(
        "Type the name of the holiday, at most {most} letters, for example: 25-12-2026 Christmas."),
        Exit.USAGE),
    "office.not_at_console": Row(*N_(
        "A password is given on this screen at the server alone, to the "
                                     "service account (the owner of its home), not by sudo of others."), Exit.NO_RIGHT),
    "office.not_blocked": Row(*N_(
        "No account is blocked from case {case}; there is nothing to lift."),
        Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "office.not_first": Row(*N_(
        "The one-time password to sign in was given already, and only once. "
                                "Have the admin make a new password for that account at the office's "
                                "server."), next=(Next("reset-at-console", "{account}"),)),
    "office.not_joinable": Row(*N_(
        "{item} is a {kind} document and is not joined or split. Register it as a letter of its own, then "
        "add the other letter to its case."), next=(Next("register", "{item}"),)),
    "office.not_offered": Row(*N_(
        "This form names no decision that its page offers, so nothing was kept. Open its page again, then "
        "retry."), Exit.USAGE),
    "office.no_information_asked": Row(*N_(
        "Document {item} is not filed as a request for information.")),
    "office.not_struck": Row(*N_(
        "{item} was not struck by a person (it is: {state}), so nothing "
                                 "comes back. See the letters that wait on the page Tasks."), next=(Next("todo"),)),
    "office.not_waiting": Row(*N_(
        "Arrival {item} does not wait for registration (it is: {state}); a colleague may have done it. "
        "Look that number up, or go on with what still waits."), next=(Next("find", "{item}"), Next("todo"))),
    "office.not_yours": Row(*N_(
        "Account “{account}” may not do “{verb}”. Those who may: {roles}. Ask a colleague with that role."),
        Exit.NO_RIGHT),
    "office.nothing_changed": Row(*N_(
        "This is what counts already; nothing was changed. Change an answer, then repeat.")),
    "office.nothing_waits": Row(*N_(
        "No arrival waits for registration. Put the scan into the inbox and register it when it is taken "
        "in, or register a complaint by telephone."), Exit.NOT_FOUND, next=(Next("todo"), Next("register-call"))),
    "office.officer_blocked": Row(*N_(
        "Account {officer} is blocked from case {case} (conflict of interest), so it is not assigned to "
        "it. Name another officer, or lift the block first."),
        next=(Next("assign-officer", "{case}"), Next("lift-conflict", "{case}", "{officer}"))),
    "office.one_part": Row(*N_(
        "Name at least two: to join, two agenda numbers; to split, two ranges of pages."), Exit.USAGE),
    "office.opened_elsewhere": Row(*N_(
        "Arrival {item} is being worked on ({opened}). Ask that colleague first, so that one letter is not "
        "typed in twice. The sign goes by itself when they finish or leave it, {minutes} minutes after "
        "they stopped at the latest."), Exit.STALE),
    "office.order_unclear": Row(*N_(
        "The place “{given}” is not clear: each place is a number and stands once. Nothing was changed "
        "yet; mend the number."), Exit.USAGE),
    "office.own_account": Row(*N_(
        "{account} is your own account; nobody locks their own or changes its roles. Ask another admin.")),
    "office.pages_left": Row(*N_(
        "Each page of {item} (1–{pages}) must be named exactly once; {numbers} is not. Nothing was changed "
        "yet; repeat with all pages."), Exit.USAGE),
    "office.rebuild_incomplete": Row(*N_(
        "Entry {n} of the register has no payload in the archive (case {case}). Check the archive, then "
        "restore it from the backup."), Exit.DAMAGED, next=(Next("verify"),)),
    "office.row_in_use": Row(*N_(
        "“{what}” is still used: {used}. Change that first, then repeat.")),
    "office.rules_broken": Row(*N_(
        "The letter does not follow the rules and was not submitted:\n{reasons}\nMend the answers, then "
        "repeat.")),
    "office.same_content": Row(*N_(
        "What they give is the same as {item}, which is here already (it is: {state}), so nothing was "
        "joined. Use that letter, and strike what is not needed as scanned by mistake."),
        next=(Next("strike-misscan"),)),
    "office.sample_office": Row(*N_(
        "No letter is made: of the office's own data still invented: {what}. Ask the admin to enter the "
        "real ones, then repeat.")),
    "office.several_wait": Row(*N_(
        "{count} arrivals wait. Name one after the command: {items}."), Exit.USAGE),
    "office.stale_answers": Row(*N_(
        "{what} was changed by somebody else while you typed: you read version {read}, it is now {now}. "
        "Nothing was kept. Open it again, compare, then repeat."), Exit.STALE),
    "office.unknown_account": Row(*N_(
        "User “{user}” has no account in this office. Ask the admin to add it to office.toml, to an "
        "[[akun]], key “pengguna”."), Exit.NO_RIGHT),
    "office.version_unread": Row(*N_(
        "This form does not say which version you read, so nothing was kept. Open its page again, then "
        "retry."), Exit.USAGE),
    "office.weak_word": Row(*N_(
        "That password is {reasons}. Use several words that have nothing "
                                "to do with each other, at least {least} letters.")),
    "office.web_address_taken": Row(*N_(
        "The pages cannot be opened at {address}:{port}: another program uses that address, or it is not "
        "this machine's. Stop that program, or choose another web.alamat or web.porta in office.toml, then "
        "start again."), Exit.USAGE),
    "office.web_needs_certificate": Row(*N_(
        "The pages are not opened at {address} because they would cross the network unencrypted. Make a "
        "certificate first, or set web.alamat = 127.0.0.1 in office.toml, so that the pages are for this "
        "machine alone."), Exit.USAGE, next=(Next("cert"),)),
    "office.web_off": Row(*N_(
        "This office has no pages: web.porta = 0 in office.toml. Give another port, such as 8000, then "
        "start again."), Exit.USAGE),
    "office.wrong_word": Row(*N_(
        "Account or password is wrong, the password is over, or the account "
                                 "is locked. Ask the admin."),
        Exit.NO_RIGHT),
}  # fmt: skip
