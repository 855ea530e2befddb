"""Every verb of ``rangkap``; ``docs/commands.md`` is checked against it.

Declared acts (:mod:`pipeline.kernel.acts_told`) need no row.
"""

from dataclasses import dataclass

from pipeline.kernel.acts_told import ACTS
from pipeline.kernel.text import N_, Text, as_it_is


@dataclass(frozen=True)
class Verb:
    """Module in ``cli/verbs``, sentence of help, example."""

    name: str
    room: str
    help: Text
    example: str


VERBS: tuple[Verb, ...] = (
    Verb("init", "serve", N_("Make the home of an office."),
         "rangkap init /srv/rangkap"),
    Verb("start", "serve", N_("Run watcher, worker and pages until stopped."), "rangkap start"),
    Verb("watch", "watch", N_("Receive files from the inbox."),
         "rangkap watch"),
    Verb("worker", "serve", N_("Work off the queue (read what came in) until stopped."), "rangkap worker"),
    Verb("web", "serve", N_("Serve the office's web pages until stopped."), "rangkap web"),
    Verb("todo", "look", N_("Show what waits."), "rangkap todo"),
    Verb("register", "register", N_("Register an arrival or a phone call (steps 1–4)."),
         "rangkap register A-2026-0007"),
    Verb("add-letter", "act", N_("Add a letter that waits to a case (step 1)."), "rangkap add-letter 2026-0001 A-2026-0007"),
    Verb("add-call", "act", N_("Add a further call to a case (steps 1–4)."), "rangkap add-call 2026-0001"),
    Verb("explain", "register", N_("Show or print the script for a call: services, referral, principles, "
                                   "advice (steps 3–4)."),
         "rangkap explain"),
    Verb("call", "register", N_("Print the record of the calls about a case."),
         "rangkap call 2026-0001 --to /media/usb"),
    Verb("enquire", "register", N_("Answer an enquiry by telephone: number and password are asked, one "
                                   "sentence is read aloud."),
         "rangkap enquire"),
    Verb("set-password", "act", N_("Agree on the telephone password of a case; the words are asked."),
         "rangkap set-password 2026-0001"),
    Verb("withdraw-password", "act", N_("Withdraw the telephone password of a case."),
         "rangkap withdraw-password 2026-0001"),
    Verb("crisis", "case", N_("Show the cases that left for the crisis procedure, or print the sheet of "
                              "one."),
         "rangkap crisis 2026-0001 --to /media/usb"),
    Verb("declare-crisis", "act", N_("Declare a danger learned of now: the case leaves for the crisis "
                                     "procedure; the reason is asked."),
         "rangkap declare-crisis 2026-0001"),
    Verb("take-crisis", "act", N_("Take a case over under the crisis procedure, now."), "rangkap take-crisis 2026-0001"),
    Verb("inform-victim", "act", N_("Reach the victim by the safe route in their hours; record outcome and "
                                    "consent (step 5)."),
         "rangkap inform-victim 2026-0001"),
    Verb("safe-contact", "case", N_("Show the safe route to the victim and its hours, or print the slip "
                                    "(step 5)."),
         "rangkap safe-contact 2026-0001"),
    Verb("study-language", "act", N_("Keep words of a regional language with their meaning (step 8)."), "rangkap study-language 2026-0001"),
    Verb("write-identification", "act", N_("Write and file the identification report (step 8); it is asked."),
         "rangkap write-identification 2026-0001"),
    Verb("transcribe-document", "act", N_("Type out a document that the machine cannot read (step 8)."),
         "rangkap transcribe-document 2026-0001 surat-masuk-1.pdf"),
    Verb("join-arrivals", "act", N_("Join several arrivals to one letter, in the order of its pages (step "
                                    "1)."),
         "rangkap join-arrivals A-2026-0007 A-2026-0008"),
    Verb("split-arrival", "act", N_("Split one scan that holds several letters (step 1)."),
         "rangkap split-arrival A-2026-0007 1-2 3"),
    Verb("strike-arrival", "act", N_("Mark an arrival as not a complaint, with a reason; its row stays (step 1)."),
         "rangkap strike-arrival A-2026-0007 salah-pindai"),
    Verb("unstrike-arrival", "act", N_("Let an arrival wait again that was struck by mistake; the reason "
                                       "is asked (step 1)."),
         "rangkap unstrike-arrival A-2026-0007"),
    Verb("merge-case", "act", N_("Merge a case into another; the reason is asked (chair)."),
         "rangkap merge-case 2026-0002 2026-0001"),
    Verb("unmerge-case", "act", N_("Part a merged case again; the reason is asked (chair)."),
         "rangkap unmerge-case 2026-0002"),
    Verb("divide-case", "act", N_("Divide a case: register a new one with some of its documents; the "
                                  "reason is asked."),
         "rangkap divide-case 2026-0001 surat-masuk-2.pdf"),
    Verb("acknowledge-danger", "act", N_("State that danger words that were read after registration were "
                                         "seen to."),
         "rangkap acknowledge-danger 2026-0001"),
    Verb("decide-sender", "act", N_("Decide whether a sender, or somebody with a like name, is the "
                                    "reported person of the same victim; the reason is asked (chair)."),
         "rangkap decide-sender 2026-0001 terlapor"),
    Verb("read", "read", N_("Read files without filing anything."),
         "rangkap read surat.pdf --json"),
    Verb("correct-field", "act", N_("Correct what was registered wrongly, with a reason, until the answer is signed."),
         "rangkap correct-field 2026-0001 victim_age"),
    Verb("record-clarification", "act", N_("Record a clarification (step 9)."),
         "rangkap record-clarification 2026-0002"),
    Verb("draft", "answer", N_("Draft the answer letter (step 10)."),
         "rangkap draft 2026-0001"),
    Verb("review", "review", N_("Read, approve or return the draft (step 11, chair)."),
         "rangkap review 2026-0001"),
    Verb("approve-letter", "act", N_("Approve a draft; both copies are made and numbered (chair)."),
         "rangkap approve-letter 2026-0001 2"),
    Verb("return-letter", "act", N_("Return a draft, or a letter that is not signed; the reason is asked "
                                    "(chair)."),
         "rangkap return-letter 2026-0001"),
    Verb("take-edited", "act", N_("Take an edit from Word as the next revision (chair)."),
         "rangkap take-edited 2026-0001 1"),
    Verb("leave-edited", "act", N_("Leave an edit from Word unused; the reason is asked (chair)."),
         "rangkap leave-edited 2026-0001 1"),
    Verb("edited", "review", N_("Take a draft out to be edited in Word, or give it back (steps 10–11)."),
         "rangkap edited 2026-0001 --to /media/usb"),
    Verb("print", "paper", N_("Put out both copies as PDF to print."),
         "rangkap print 2026-0001 --to /media/usb"),
    Verb("declare-copy-sent", "act", N_("State that copy 1 has left unscanned (step 11)."),
         "rangkap declare-copy-sent 2026-0001"),
    Verb("confirm-statement", "act", N_("Confirm the statement that copy 1 has left (chair)."),
         "rangkap confirm-statement 2026-0001"),
    Verb("refuse-statement", "act", N_("Refuse the statement that copy 1 has left; the reason is asked "
                                       "(chair)."),
         "rangkap refuse-statement 2026-0001"),
    Verb("void-letter", "act", N_("Void an approved letter; the reason is asked (chair)."),
         "rangkap void-letter 2026-0001-1"),
    Verb("void-case", "act", N_("Void a wrong registration; the reason is asked."), "rangkap void-case 2026-0001"),
    Verb("enter-number", "act", N_("Enter the secretariat's number and date of a letter that came back "
                                   "(step 12)."),
         "rangkap enter-number 2026-0001-1"),
    Verb("numbers", "lists", N_("Show the list of letter numbers."),
         "rangkap numbers 2026"),
    Verb("form", "paper", N_("Print a form, report, receipt, envelope, label, or the register page of a "
                             "month."),
         "rangkap form amplop 2026-0001 --to /media/usb"),
    Verb("page", "paper", N_("Print the register page of a month, in two copies, for the chair to sign."),
         "rangkap page 2026-11 --to /media/usb"),
    Verb("match-scan", "act", N_("Match a scan whose code cannot be read with its copy (step 11)."),
         'rangkap match-scan A-2026-0009 "2026-0001-1 K7QX-4M2T-VA"'),
    Verb("accept-scan", "act", N_("Take a scan in doubt since its sheet is signed; the reason is asked "
                                  "(step 11)."),
         'rangkap accept-scan A-2026-0009 "2026-0001-1 K7QX-4M2T-VA"'),
    Verb("put-scan-aside", "act", N_("Put aside a scan that is of no use; the reason is asked (step 11)."),
         "rangkap put-scan-aside A-2026-0009"),
    Verb("send", "act", N_("Send the answer out: print its receipt and envelope (step 13)."),
         "rangkap send 2026-0001 --to /media/usb"),
    Verb("record-delivery", "act", N_("Record what came of the delivery of the answer (step 13)."),
         "rangkap record-delivery 2026-0001"),
    Verb("record-late-delivery", "act", N_("Record later what became of a letter withdrawn as the safe "
                                           "contact changed (step 13)."),
         "rangkap record-late-delivery 2026-0001"),
    Verb("report", "case", N_("See what is missing before a case is closed, and print its handling report "
                              "(step 14)."),
         "rangkap report 2026-0001 --to /media/usb"),
    Verb("close-case", "act", N_("Close a case with its outcome (step 14)."), "rangkap close-case 2026-0001"),
    Verb("reopen-case", "act", N_("Open a closed case again; the reason is asked (chair)."), "rangkap reopen-case 2026-0001"),
    Verb("record-simfoni", "act", N_("Record that a case was typed into SIMFONI-PPA (step 14)."),
         "rangkap record-simfoni 2026-0001"),
    Verb("clock", "lists", N_("The clocks of 3 × 24 hours: report to the police, access to data, breach of "
                              "data."),
         "rangkap clock --all"),
    Verb("start-clock", "act", N_("Start a clock: a request for access to data of a case, or without a "
                                  "case a breach."),
         "rangkap start-clock 2026-0001"),
    Verb("answer-clock", "act", N_("Record when and how a clock was answered."),
         "rangkap answer-clock polisi-2026-0001"),
    Verb("verify-report", "act", N_("See what is missing in a report, then verify it (step 6)."), "rangkap verify-report 2026-0001"),
    Verb("return-report", "act", N_("Return a report to its clerk; the reason is asked (step 6)."), "rangkap return-report 2026-0001"),
    Verb("assign-officer", "act", N_("Name the officer of a case, or replace them with a reason (step 7, "
                                     "chair)."),
         "rangkap assign-officer 2026-0001 identifikasi"),
    Verb("print-sheet", "act", N_("Print a decision sheet for the chair: verification, disposition or "
                                  "approval."),
         "rangkap print-sheet 2026-0001 persetujuan --to /media/usb"),
    Verb("record-decision", "act", N_("Type in the decision of a signed sheet that was scanned."),
         "rangkap record-decision D-2026-0001-1"),
    Verb("signature", "signature", N_("Show the report on an electronic signature (step 11)."),
         "rangkap signature 2026-0001-1"),
    Verb("confirm-signature", "act", N_("Confirm an electronic signature in doubt; the reason is asked "
                                        "(step 11, chair)."),
         "rangkap confirm-signature A-2026-0001"),
    Verb("find", "look", N_("Find a case by any of its numbers."),
         "rangkap find 2026-0001"),
    Verb("show", "look", N_("Show one case with everything about it."),
         "rangkap show 2026-0001"),
    Verb("verify", "prove", N_("Check every byte of the archive and every entry of the register."),
         "rangkap verify"),
    Verb("archive", "hand_over", N_("Close a year of the archive that is over."),
         "rangkap archive close 2026"),
    Verb("rebuild", "prove", N_("Build the database again from the archive."),
         "rangkap rebuild"),
    Verb("move-document", "act", N_("Move a document that was filed in the wrong case into the right one; "
                                    "the reason is asked."),
         "rangkap move-document 2026-0001 surat-masuk-1.pdf 2026-0002"),
    Verb("erasures", "case", N_("Show the requests for erasure."), "rangkap erasures"),
    Verb("erasure-letter", "case", N_("Show the words of the letter that answers a request for erasure."),
         "rangkap erasure-letter 2026-0001"),
    Verb("record-erasure", "act", N_("Record a request to erase or restrict personal data; it is answered "
                                     "in 3 × 24 hours."),
         "rangkap record-erasure 2026-0001"),
    Verb("grant-erasure", "act", N_("Grant a request for erasure: access is restricted; the reason is "
                                    "asked (chair)."),
         "rangkap grant-erasure 2026-0001"),
    Verb("refuse-erasure", "act", N_("Refuse a request for erasure on a ground in law; the reason is asked "
                                     "(chair)."),
         "rangkap refuse-erasure 2026-0001 pidana"),
    Verb("lift-restriction", "act", N_("Lift the restriction of access; the reason is asked (chair)."),
         "rangkap lift-restriction 2026-0001"),
    Verb("export", "books", N_("Export a book (register, mail logs, dispatch, disposition) as CSV, XLSX or "
                               "PDF."),
         "rangkap export register --format pdf --month 2026-11 --purpose laporan --to /media/usb"),
    Verb("recap", "books", N_("The recap of a month, quarter or year, without names and case numbers."),
         "rangkap recap --month 2026-11 --for province --pdf --to /media/usb"),
    Verb("copy", "copy", N_("Show the copies for the victim of a case, or put out the pages to be looked "
                            "at."),
         "rangkap copy 2026-0001 --show /media/usb/lihat"),
    Verb("propose-copy", "act", N_("Propose a copy for the victim: documents are chosen, others blacked "
                                   "out."),
         "rangkap propose-copy 2026-0001 formulir-pendaftaran"),
    Verb("change-copy", "act", N_("Add marks to the proposed copy or take some away; they are asked."),
         "rangkap change-copy 2026-0001"),
    Verb("submit-copy", "act", N_("Send the proposed copy to the chair, once each page was looked at."),
         "rangkap submit-copy 2026-0001"),
    Verb("drop-copy", "act", N_("Drop a proposed copy that was not sent on; the documents stay."), "rangkap drop-copy 2026-0001"),
    Verb("approve-copy", "act", N_("Approve the copy for the victim, once each page was looked at (chair)."),
         "rangkap approve-copy 2026-0001"),
    Verb("print-copy", "act", N_("Print the approved copy for the victim, with two receipts."),
         "rangkap print-copy 2026-0001 --to /media/usb"),
    Verb("return-copy", "act", N_("Return the copy for the victim to who made it; the reason is asked "
                                  "(chair)."),
         "rangkap return-copy 2026-0001"),
    Verb("hand-over-copy", "act", N_("Record that the copy for the victim was handed over."), "rangkap hand-over-copy 2026-0001"),
    Verb("withdraw-copy", "act", N_("Withdraw an approved copy that nobody fetched; the reason is asked "
                                    "(chair)."),
         "rangkap withdraw-copy 2026-0001"),
    Verb("shred-copy", "act", N_("Record that the prints of a withdrawn copy are destroyed."), "rangkap shred-copy 2026-0001"),
    Verb("hand-over", "hand_over",
         N_("Copy a finished case, or a year, to be handed over to the regional archive (a BagIt bag)."),
         'rangkap hand-over 2026-0001 --to /media/usb --minutes "045/12/BA/2026"'),
    Verb("place-hold", "act", N_("Keep a case from destruction (legal hold); the reason is asked."),
         "rangkap place-hold 2026-0001"),
    Verb("lift-hold", "act", N_("Lift the legal hold of a case; the reason is asked (chair)."),
         "rangkap lift-hold 2026-0001"),
    Verb("holds", "dispose", N_("Show the cases under a legal hold."),
         "rangkap holds"),
    Verb("dispose", "dispose",
         N_("Retention: see what is over and which lists there are, print a list and its minutes."),
         "rangkap dispose list --year 2026"),
    Verb("propose-disposal", "act", N_("Propose the cases whose time is over: a disposal list is made."),
         "rangkap propose-disposal 2026"),
    Verb("approve-disposal", "act", N_("Record the written approval of a disposal list (chair)."),
         "rangkap approve-disposal M-2036-01"),
    Verb("withdraw-disposal", "act", N_("Withdraw a disposal list; its cases stay; the reason is asked."),
         "rangkap withdraw-disposal M-2036-01"),
    Verb("destroy-disposal", "act", N_("Destroy the cases of an approved list by its minutes."),
         "rangkap destroy-disposal M-2036-01"),
    Verb("import-register", "import_register",
         N_("Bring in a paper register that was typed into an XLSX or CSV sheet, as register lama."),
         "rangkap import-register register-2026.xlsx --dry-run"),
    Verb("code", "look", N_("Resolve a typed copy code."),
         "rangkap code P2:2026-0001-1:1:K7QX4M2TVA"),
    Verb("confirm-clock", "act", N_("Confirm the clock after it ran ahead (admin or chair)."),
         "rangkap confirm-clock"),
    Verb("add-holidays", "act", N_("Add holidays of the office, one or a list; asked, or from standard "
                                   "input."), "rangkap add-holidays"),
    Verb("remove-holiday", "act", N_("Remove a holiday of the office."),
         "rangkap remove-holiday 24-12-2026"),
    Verb("mandate", "lists", N_("Show the mandates recorded."), "rangkap mandate"),
    Verb("record-mandate", "act", N_("Record that the chair is absent and who deputises; it is asked "
                                     "(chair or admin)."),
         "rangkap record-mandate"),
    Verb("end-mandate", "act", N_("End a mandate early; the reason is asked (chair or admin)."), "rangkap end-mandate M-2026-1"),
    Verb("users", "users",
         N_("See the accounts of the office; add, change roles, lock, unlock, or give a new password; "
            "the reason is asked (admin)."),
         "rangkap users add analis --role petugas_identifikasi"),
    Verb("conflicts", "case", N_("Show the accounts that are blocked from a case (chair)."), "rangkap conflicts 2026-0001"),
    Verb("record-conflict", "act",
         N_("Block an account from a case by a conflict of interest; the reason is asked (chair)."),
         "rangkap record-conflict 2026-0001 identifikasi keluarga"),
    Verb("declare-conflict", "act", N_("State a conflict of interest of your own: your account is blocked; "
                                       "the reason is asked."),
         "rangkap declare-conflict 2026-0001 rekan"),
    Verb("lift-conflict", "act", N_("Lift the block of an account from a case; the reason is asked (chair)."),
         "rangkap lift-conflict 2026-0001 identifikasi"),
    Verb("templates", "templates", N_("Check the letter templates, fill samples, or list their fields."),
         "rangkap templates check"),
    Verb("backup", "backup", N_("Make an encrypted backup of the home, and read it back (admin)."),
         "rangkap backup /media/usb/rangkap"),
    Verb("restore", "backup", N_("Restore a backup into an empty folder, and check all of it."),
         "rangkap restore /media/usb/rangkap /srv/rangkap"),
    Verb("recovery-sheet", "keys", N_("Print the recovery sheet, or confirm that it is at hand (admin)."),
         "rangkap recovery-sheet --to /media/usb"),
    Verb("keys", "keys", N_("List the keys of the office (admin)."), "rangkap keys"),
    Verb("rotate-key", "act", N_("Go on to the next key of the codes on copies (code) or of the register's "
                                 "seal (seal) (admin)."),
         "rangkap rotate-key code"),
    Verb("cert", "keys", N_("Make or renew the certificate of the pages, and show its fingerprint (admin)."),
         "rangkap cert --to /media/usb"),
    Verb("upgrade", "backup", N_("Bring database and templates to this version, with a backup first "
                                 "(admin)."),
         "rangkap upgrade"),
    Verb("migrate-database", "migrate",
         N_("Move the office's database from SQLite to PostgreSQL, or back; proved row by row (admin)."),
         "rangkap migrate-database postgresql"),
    Verb("migrate-store", "migrate",
         N_("Move the office's archive from its folder into an S3 bucket, or back; every byte proved there "
            "(admin)."),
         "rangkap migrate-store bucket"),
    Verb("metrics", "metrics", N_("Count what waits in the office, without names (admin)."),
         "rangkap metrics"),
    Verb("doctor", "doctor", N_("Check the machine and the home of the office."), "rangkap doctor"),
    *(Verb(name, "act", as_it_is(f"{title.id}.", f"{title.en}."), f"rangkap {name} {subject}".strip())
      for name, (title, subject) in ACTS.items()),
)  # fmt: skip
BY_NAME = {verb.name: verb for verb in VERBS}
