"""Refusals for files, sandbox, settings, database, register and stores."""

from pipeline.kernel.text import N_, Exit, Next, Row

MACHINE: dict[str, Row] = {
    "archive.bad_name": Row(*N_(
        "“{given}” cannot be the {kind} in the archive. Use lower-case letters, digits, dots and hyphens, "
        "for example {example}."), Exit.USAGE),
    "archive.move_open": Row(*N_(
        "This archive is the target of a move that did not end, so it is not used; the archive it came "
        "from is whole. Go on with the move as admin, or use the archive it came from. {then}"),
        next=(Next("migrate-store", "{target}"),)),
    "archive.moved": Row(*N_(
        "The archive of this office moved to {place} on {day}; this one is as it was before and is used no "
        "more. {then}")),
    "archive.name_taken": Row(*N_(
        "Case {case} already holds {name} with other content. A filed document is never overwritten; file "
        "the new one under another name.")),
    "archive.no_bucket_named": Row(*N_(
        "RANGKAP_ARCHIVE is empty, so the bucket is not known. Stop all services, set it to the address of "
        "the bucket in /etc/rangkap/kantor.env (see docs/archive.md), then retry. If you do not move: take "
        "the line out before services start."), Exit.USAGE),
    "archive.no_such_object": Row(*N_(
        "The archive does not hold {case}. Check the number, or search for the case."),
        Exit.NOT_FOUND, next=(Next("find"),)),
    "archive.not_as_listed": Row(*N_(
        "The archive of {case} has got a version ({version}) since the list was made, so it was not "
        "destroyed. Look at the case; if it is still to go, propose it again."),
        next=(Next("show", "{case}"), Next("propose-disposal"))),
    "archive.not_mounted": Row(*N_(
        "The archive folder {folder} does not hold its marker {marker}. "
                                   "Its disk may not be mounted. Mount it; filing stops and goes on "
                                   "automatically once the marker is there."), Exit.FAILED),
    "archive.not_this_bucket": Row(*N_(
        "{folder} is not the archive of an office: its marker {marker} is not there. Check "
        "RANGKAP_ARCHIVE; filing stops, nothing is lost."), Exit.FAILED),
    "archive.nothing_to_move": Row(*N_(
        "There is no archive of this office in {place}, so there is nothing to move. Check the direction "
        "and RANGKAP_ARCHIVE.")),
    "archive.object_damaged": Row(*N_(
        "The archive of case {case} is damaged ({where}), so it was left as it is. Check the archive of "
        "the case, then restore it from the backup."), Exit.DAMAGED, next=(Next("verify", "{case}"),)),
    "archive.relocation_differs": Row(*N_(
        "The target is not the same as the source ({name}), so the move is not called done. The archive it "
        "came from is unchanged and in use. Retry: what differs is replaced; if it happens again, have the "
        "target checked."), Exit.DAMAGED),
    "archive.room_taken": Row(*N_(
        "The archive of {case} is being worked on by operation {operation}, which is not complete. Wait a "
        "moment, then repeat; that operation is completed first."), Exit.FAILED),
    "archive.source_changed": Row(*N_(
        "The content of {name} for case {case} has changed since it was received or cannot be read, so it "
        "was not filed. Check it in var/arrivals, then repeat."), Exit.DAMAGED),
    "archive.source_damaged": Row(*N_(
        "The archive to be moved does not pass its check ({what}), so it is not moved and stays in use. "
        "Check the whole archive, restore what is damaged, then retry."),
        Exit.DAMAGED, next=(Next("verify"),)),
    "archive.target_taken": Row(*N_(
        "The target of the move is not empty: {what}. Nothing was touched. {then}")),
    "kernel.bad_id": Row(*N_(
        "“{given}” is not a valid {kind}. A valid one looks like {example}."), Exit.USAGE),
    "kernel.busy": Row(*N_(
        "Another process is doing the same work (lock {lock}). Wait until it has finished, then try again."),
        Exit.FAILED),
    "kernel.error": Row(*N_("Something went wrong.")),
    "kernel.no_isolation": Row(*N_(
        "Files are not read because this machine cannot isolate their reader. Install bubblewrap (apt-get "
        "install bubblewrap) and allow user namespaces, or accept the risk with tanpa_isolasi = true under "
        "[masuk] in office.toml."), Exit.FAILED),
    "kernel.no_other_copy": Row(*N_(
        "There is no other sound copy of this file, so it was not removed. Ask the admin to check the disk "
        "and the archive."), Exit.FAILED, next=(Next("verify"),)),
    "kernel.not_durable": Row(*N_(
        "The disk could not store the file safely ({reason}). Check its space and health; the work will be "
        "repeated."), Exit.FAILED),
    "kernel.sandbox_crashed": Row(*N_(
        "The reader stopped abruptly; the file may be damaged. Scan or save it anew, then try "
        "again.")),
    "kernel.sandbox_out_of_memory": Row(*N_(
        "The file needs too much memory. Scan it again at 200–300 dpi, then try again.")),
    "kernel.sandbox_timed_out": Row(*N_(
        "Reading took too long and was stopped after {seconds} seconds. Scan or save the file anew, then "
        "try again.")),
    "kernel.source_unreadable": Row(*N_(
        "The source could not be read from its disk ({reason}). Save it again from the scanner or computer "
        "it came from, and have the admin check the disk."), Exit.FAILED),
    "kernel.too_large": Row(*N_(
        "The file is larger than the limit of {limit} bytes. Send a smaller one, or ask the admin to raise "
        "that limit.")),
    "records.copy_failed": Row(*N_(
        "The database on the server could not be copied: {tool} ended with status {status}; what it made "
        "is not used. Check the disk here and at the server, that the server runs, and that its user owns "
        "the database, then retry."), Exit.FAILED),
    "records.database_moved": Row(*N_(
        "The database of this office moved to {place} on {day}; this one is as it was before and is used "
        "no more. {then}")),
    "records.destroyed": Row(*N_(
        "Case {case} was destroyed by the minutes number {number} of {day} (list {list}). Only its numbers "
        "and the digests of its documents are kept."), Exit.NOT_FOUND, next=(Next("show", "{case}"),)),
    "records.guards_missing": Row(*N_(
        "Guards of the database are missing or were changed: {told}. Do not use it before archive and "
        "register are checked."), Exit.DAMAGED, next=(Next("verify"),)),
    "records.needs_upgrade": Row(*N_(
        "The database of this office is of another version of the program. Stop the services, then upgrade "
        "as admin; a backup is made first, and everything is put back if it fails."), next=(Next("upgrade"),)),
    "records.no_database": Row(*N_(
        "The database of the office is missing or half built although the archive holds cases. Build it "
        "again from the archive."), Exit.DAMAGED, next=(Next("rebuild"),)),
    "records.no_server_named": Row(*N_(
        "RANGKAP_DATABASE is empty, so the PostgreSQL server is not known. Stop all services, set it to "
        "the address of the database in /etc/rangkap/kantor.env (see docs/admin.md), then retry. If you do "
        "not move: take the line out before services start."), Exit.USAGE),
    "records.no_tool": Row(*N_(
        "The program {tool} is not on this machine; without it a database on a server cannot be backed up "
        "or restored. Install the package postgresql-client, version {major} or newer, then retry.")),
    "records.not_emptied": Row(*N_(
        "The database of RANGKAP_DATABASE is not empty. A restore goes into an empty database only, so "
        "that nothing is overwritten. Make a new one (docs/admin.md), change RANGKAP_DATABASE, then retry.")),
    "records.not_found": Row(*N_("There is no {what} “{given}”."), Exit.NOT_FOUND),
    "records.not_owner": Row(*N_(
        "The database user may not make a schema, so the old database cannot be set aside; nothing was "
        "changed. Make that user the owner of the database (see docs/admin.md), then retry.")),
    "records.not_storable": Row(*N_(
        "Something given is too long or holds a sign that cannot be stored; nothing was changed. Type it "
        "shorter, without special signs, then retry.")),
    "records.nothing_to_move": Row(*N_(
        "There is no database of this office on {engine}, so there is nothing to move. Check the direction "
        "and RANGKAP_DATABASE.")),
    "records.number_taken": Row(*N_(
        "Number {number} has been used before. Have the admin check the pattern of numbers and the first "
        "number of the year.")),
    "records.old_tool": Row(*N_(
        "The program {tool}, version {version}, is older than the database server (version {major}). "
        "Install postgresql-client-{major} or a newer one, then retry.")),
    "records.pages_behind": Row(*N_(
        "The tables of the pages in the database to be moved are of an older version. Run the office once "
        "with this version, stop it, then retry."), next=(Next("start"),)),
    "records.relocation_differs": Row(*N_(
        "The target is not the same as the source (table {table}), so the move is not called done. The "
        "database it came from is unchanged and in use. Retry: the target is filled from the start."),
        Exit.DAMAGED),
    "records.relocation_open": Row(*N_(
        "This database is the target of a move that did not end, so it is not used; the database it came "
        "from is whole. Go on with the move as admin, or use the database it came from (RANGKAP_DATABASE "
        "as it was before)."), next=(Next("migrate-database", "{target}"),)),
    "records.row_unfit": Row(*N_(
        "Row {row} of table {table} holds what the target cannot store (column {column}: {reason}). The "
        "database it came from is unchanged and in use; report this message."), Exit.FAILED),
    "records.server_away": Row(*N_(
        "The database server (PostgreSQL) cannot be reached. Check that it runs and that RANGKAP_DATABASE "
        "is right; nothing is lost, and the work can be repeated."), Exit.FAILED),
    "records.source_damaged": Row(*N_(
        "The database to be moved does not pass its check ({what}), so it is not moved. Check archive and "
        "register as a whole."), Exit.DAMAGED, next=(Next("verify"),)),
    "records.spoiled_database": Row(*N_(
        "The database file is spoiled, while the archive is not touched by it. Build it again from the "
        "archive; the spoiled file is kept beside it."), Exit.DAMAGED, next=(Next("rebuild"),)),
    "records.stale": Row(*N_(
        "{what} was changed by somebody else: you read version {read}, it is now {now}. Open it again, "
        "then retry."), Exit.STALE),
    "records.target_taken": Row(*N_(
        "The target of the move is not empty: {what}. Nothing was touched. {then}")),
    "records.tombstone_unreadable": Row(*N_(
        "Case {case} was destroyed, but what the database keeps of that is damaged. Ask the admin to check "
        "the archive, then to build the database from it."),
        Exit.NOT_FOUND, next=(Next("verify"), Next("rebuild"))),
    "records.too_many_words": Row(*N_(
        "Too many people are signing in at this moment, and nothing was kept. Wait a moment, then try "
        "again.")),
    "register.bad_entry": Row(*N_(
        "The register field “{field}” is not valid, so nothing was entered. Report it to the admin."),
        Exit.FAILED),
    "register.book_too_long": Row(*N_(
        "This book has more than {most} rows and does not fit one XLSX sheet. Choose a shorter period, or "
        "export it as CSV."), next=(Next("export"),)),
    "register.foreign_recap": Row(*N_(
        "{name}: {why}. Move that file to another folder or ask its office for the right one, then retry."),
        Exit.DAMAGED),
    "register.journal_diverged": Row(*N_(
        "The register in the database does not continue the register in the archive (entry {n}); an old "
        "database may have been restored. Enter nothing; ask the admin to check the archive, then to "
        "rebuild the database."), Exit.DAMAGED, next=(Next("verify"), Next("rebuild"))),
    "register.merged_not_published": Row(*N_(
        "Added-up recaps are not made for publication: from the sum of all offices and what each "
        "published, suppressed small numbers can be worked out. Make it for the province or the ministry."),
        next=(Next("merge-recaps"),)),
    "register.no_columns": Row(*N_(
        "A column that is needed was not found: {missing}. Nearly the same: {near}. Mend the titles in the "
        "head of the table by the guide to the books, or choose another sheet if the table is not on this "
        "one."),
        Exit.USAGE, next=(Next("import-register", "", "2"),)),
    "register.no_office_list": Row(*N_(
        "The list of offices {name} cannot be read. It is plain text: one name of an office on each line."),
        Exit.USAGE),
    "register.no_recaps": Row(*N_(
        "There is no recap (.json) in {folder}. First gather the monthly recaps that each office makes for "
        "the province."), Exit.NOT_FOUND, next=(Next("recap-province"),)),
    "register.recap_changed": Row(*N_(
        "{name} was changed after it was made: it does not agree with its sum. Ask its office for a new "
        "one, then retry."), Exit.DAMAGED),
    "register.recap_other_month": Row(*N_(
        "{name} is the recap of {month}, which is no month of {period}. Move that file away, then retry.")),
    "register.recap_twice": Row(*N_(
        "{one} and {other} are both of {office}, month {month}. Keep only the newer one in that folder, "
        "then retry.")),
    "register.sheet_refused": Row(*N_(
        "This sheet is not read: it {why}. Copy the table alone into a new sheet, save it as .xlsx or "
        ".csv, and try again.")),
    "register.unlisted_office": Row(*N_(
        "{name} is of “{office}”, which is not in the list of offices. Write the name in the list alike, "
        "then retry.")),
    "rendering.no_renderer": Row(*N_(
        "No PDF can be made because LibreOffice was not found. Install the package "
        "libreoffice-writer-nogui and repeat; the DOCX draft can still be opened in Word."), Exit.FAILED),
    "rendering.not_pictured": Row(*N_(
        "The pages of the PDF could not be shown as pictures. Make the PDF anew, then repeat."), Exit.FAILED),
    "rendering.not_rendered": Row(*N_(
        "Document {number} could not be made into a PDF. Open and save it anew in Word, then repeat."),
        Exit.FAILED),
    "settings.bad": Row(*N_(
        "office.toml{line}: {reason} Correct the file, then start again."), Exit.USAGE),
    "settings.no_home": Row(*N_(
        "There is no office.toml in {home}. Make the office's home there, or check the name of the folder."),
        Exit.NOT_FOUND, next=(Next("init", "{home}"),)),
    "settings.unknown_database": Row(*N_(
        "RANGKAP_DATABASE cannot be used: {reason}. It looks like: postgresql://user@host/database. Unset "
        "it to use SQLite in var/."), Exit.USAGE),
    "stores.away": Row(*N_(
        "The store of the archive, {place}, cannot be used now ({reason}). Check the network, its address "
        "and its key; nothing is lost, the work can be repeated."), Exit.FAILED),
    "stores.bad_bucket": Row(*N_(
        "RANGKAP_ARCHIVE cannot be used: {reason}. It looks like: "
        "s3://bucket/office?endpoint=https://s3.example.org&region=id-1. Unset it to use the archive "
        "folder."), Exit.USAGE),
    "stores.bad_name": Row(*N_(
        "“{given}” cannot be a name in a store. Use letters, digits, dots, hyphens, and slashes between "
        "its parts."), Exit.USAGE),
    "stores.bad_place": Row(*N_(
        "The place for backups “{place}” cannot be used. Write a whole folder on another medium "
        "(/media/usb/rangkap) or sftp:user@machine:/folder, as cadangan.tempat in office.toml."), Exit.USAGE),
    "stores.item_changed": Row(*N_(
        "Another process has changed {name} since it was read, so it was not replaced. Repeat the step."),
        Exit.STALE),
    "stores.item_there": Row(*N_(
        "{name} is there already with other content and was not overwritten. Repeat the step; if it "
        "happens again, check the whole archive."), next=(Next("verify"),)),
    "stores.keeps_versions": Row(*N_(
        "The bucket {place} keeps earlier versions, so that what is removed stays there; nothing was "
        "changed. Use a bucket without versions and without object lock (docs/archive.md, “Making the "
        "bucket”).")),
    "stores.no_item": Row(*N_(
        "The store does not hold {name}. Check the whole archive."), Exit.NOT_FOUND, next=(Next("verify"),)),
    "stores.no_key": Row(*N_(
        "The key for the store of the archive cannot be used: {reason}. Set AWS_ACCESS_KEY_ID and "
        "AWS_SECRET_ACCESS_KEY, or write access_key_id and secret_access_key into {file} (mode 0600).")),
    "stores.no_restic": Row(*N_(
        "The tool for backups (restic) is not installed on this machine. Have the admin install the "
        "package restic, then repeat.")),
    "stores.no_space": Row(*N_(
        "Not enough disk space: {needed} bytes are needed, {free} are free. Make room or call the admin; "
        "nothing is lost, the work can be repeated."), Exit.FAILED),
    "stores.not_kept": Row(*N_(
        "What was read back from the store of the archive differs from what was written ({name}). The work "
        "can be repeated; if it happens again, have the store checked."), Exit.FAILED),
    "stores.other_key": Row(*N_(
        "The backup in “{place}” does not open with this passphrase. Type the passphrase on the recovery "
        "sheet (Lembar Kunci Pemulihan) of this backup.")),
    "stores.place_away": Row(*N_(
        "There is no backup in “{place}”. Attach its medium (USB) or check the address, then repeat."),
        Exit.NOT_FOUND),
    "stores.target_full": Row(*N_(
        "The disk restored to is full; the restore was undone and its folder emptied again. Free as much "
        "space as the archive of the office takes, or name a folder on another disk, then repeat."),
        Exit.FAILED),
    "stores.unconditional": Row(*N_(
        "The store {place} overwrites although it was told not to (conditional writes are not honoured), "
        "so it is not safe for an archive. Use an S3 store that honours If-None-Match and If-Match.")),
    "stores.vault_busy": Row(*N_(
        "The backup in “{place}” is in use by another process. Wait until it has finished, then repeat."),
        Exit.FAILED),
    "stores.vault_damaged": Row(*N_(
        "The backup in “{place}” is damaged or cut off ({what}). Do not delete it; use another backup "
        "medium, and make a new backup in another folder."), Exit.DAMAGED),
    "stores.vault_failed": Row(*N_(
        "The backup was not written whole to “{place}” ({reason}; free space {free}). Earlier backups "
        "still stand. Check the medium and its space, then repeat."), Exit.FAILED),
}  # fmt: skip
