"""Refusals for disposal."""

from pipeline.kernel.text import N_, Exit, Next, Row

OFFICE_DISPOSAL: dict[str, Row] = {
    "office.against_her_wish": Row(*N_(
        "A victim does not allow everything to be passed on ({cases}), while records are handed over with "
        "all current documents; nothing was written. If the duty to hand over demands it all the same, "
        "repeat with the reason and its legal ground; the bag will say what is restricted."),
        next=(Next("hand-over", "{what}"),)),
    "office.another_hands_over": Row(*N_(
        "This account cannot hand that year over because of a conflict of interest; ask somebody else who "
        "may."), Exit.NO_RIGHT),
    "office.backup_damaged": Row(*N_(
        "The backup in “{place}” is damaged or cut off ({what}), so nothing was restored. Do not delete "
        "it: restore from another backup medium, and only if there is none, restore from here a backup "
        "whose content proves whole."), Exit.DAMAGED, next=(Next("restore"), Next("restore-damaged", "{place}"))),
    "office.backup_incomplete": Row(*N_(
        "The backup is not whole: {name} could not be read (such files: {count}); the earlier backup still "
        "stands. Check the permissions of that file and its disk, then back up again."),
        Exit.FAILED, next=(Next("backup"),)),
    "office.backup_other_engine": Row(*N_(
        "This backup is of an office whose database is {made_on}, while this target is {engine}; nothing "
        "was restored. For sqlite: unset RANGKAP_DATABASE. For postgresql: let RANGKAP_DATABASE name an "
        "empty database. Then retry.")),
    "office.bag_there": Row(*N_(
        "The folder {name} is there already and is not replaced. Move or remove it, then repeat.")),
    "office.destruction_pending": Row(*N_(
        "The destruction by the list {list} has begun and is not complete: {reason} Go on with it; the "
        "watcher tries it as well whenever it starts."),
        Exit.FAILED, next=(Next("destroy-disposal", "{list}"),)),
    "office.disposal_paper": Row(*N_(
        "{what}: number and day are required, and the day may not lie after today. Enter both, then repeat."),
        Exit.USAGE),
    "office.disposal_state": Row(*N_(
        "The list {list} is “{state}”, so it cannot be {verb}. {then}"), next=(Next("dispose"),)),
    "office.hold_already": Row(*N_(
        "Case {case} is under a legal hold already. The case shows its history; the chair can lift the "
        "hold."),
        next=(Next("show", "{case}"), Next("lift-hold", "{case}"))),
    "office.linked_home": Row(*N_(
        "“{name}” in the home is a link to another place, so what it holds would not be backed up. Move it "
        "into the home, or mount its disk at that folder, then back up again."), next=(Next("backup"),)),
    "office.list_not_retyped": Row(*N_(
        "The number is not {list}; nothing was destroyed. Type the number of the list once more.")),
    "office.no_backup_place": Row(*N_(
        "No place for backups is set. Set cadangan.tempat in office.toml (a folder on a USB disk or an "
        "SFTP address), or name it when backing up."), Exit.USAGE, next=(Next("backup-to"),)),
    "office.no_longer_over": Row(*N_(
        "Case {case} of the list {list} may not be destroyed: {reason}. Nothing was destroyed; withdraw "
        "the list and propose again."), next=(Next("withdraw-disposal", "{list}"), Next("propose-disposal"))),
    "office.no_minutes": Row(*N_(
        "Records are handed over only with signed minutes. Name the number of the minutes."),
        Exit.USAGE, next=(Next("hand-over", "{what}"),)),
    "office.no_scans": Row(*N_(
        "The folder of old scans cannot be opened. Check its name, then try again."), Exit.USAGE),
    "office.no_sheet": Row(*N_(
        "The sheet cannot be opened or is larger than {most} MB. Check the name of the file, then try "
        "again."),
        Exit.USAGE),
    "office.no_snapshot": Row(*N_(
        "There is no whole backup{which} in “{place}”. Choose one of these: {known}."),
        Exit.NOT_FOUND, next=(Next("restore-snapshot", "{place}"),)),
    "office.not_held": Row(*N_(
        "Case {case} is under no legal hold, so there is none to lift. Check the number of the case."),
        next=(Next("show", "{case}"),)),
    "office.not_proposed": Row(*N_(
        "The archive of case {case} is damaged, so the case is not proposed. Have the archive checked and "
        "restored first."),
        next=(Next("verify", "{case}"),)),
    "office.nothing_over": Row(*N_(
        "No case can be proposed for destruction{year}; the list of disposal names the reason for each. "
        "Without a retention schedule (JRA), which chair or admin enter in Settings, everything is kept."),
        Exit.NOT_FOUND, next=(Next("dispose"),)),
    "office.nothing_to_hand_over": Row(*N_(
        "The archive does not hold {what}. Name a case number (2026-0001) or a year (2026)."), Exit.NOT_FOUND),
    "office.old_database_left": Row(*N_(
        "The database was upgraded, but the older copy is still at {path} and holds names. Check the disk, "
        "then upgrade again."), Exit.FAILED, next=(Next("upgrade"),)),
    "office.own_list": Row(*N_(
        "You proposed the list {list} yourself ({account}), so another person "
                               "must approve it. Ask the chair; in an office of one person the admin "
                               "can allow it; it is then recorded."), next=(Next("approve-disposal", "{list}"),)),
    "office.restore_broken": Row(*N_(
        "What was restored does not agree with the record of its backup or does not pass the check "
        "({what}), so the folder was emptied again. Restore from another backup."),
        Exit.DAMAGED, next=(Next("restore-snapshot"),)),
    "office.restore_not_empty": Row(*N_(
        "{folder} is not empty. A restore goes into an empty or new folder only, so that nothing is "
        "overwritten. Name another folder.")),
    "office.scan_refused": Row(*N_(
        "The old scan of register {number} is no PDF, JPEG, PNG or TIFF, or is too large. Replace it or "
        "take it away, then run again; what came in does not come in twice.")),
    "office.sheet_differs": Row(*N_(
        "Group {group} is not that of the office's key. Look at the sheet; if it is an old one, print a "
        "new one."), next=(Next("recovery-sheet-again"),)),
    "office.sheet_printed": Row(*N_(
        "The recovery sheet was printed on {day}. Take it from its envelope; only if it is lost or spoilt "
        "print it once more, with the reason."), next=(Next("recovery-sheet-again"),)),
    "office.still_open": Row(*N_(
        "{cases} are not finished, so they are not handed over; nothing was written. Finish them first; a "
        "case whose answer is filed counts as finished once the archive of its year is closed."),
        next=(Next("todo"), Next("close-year"))),
    "office.unclear_columns": Row(*N_(
        "The titles of columns {columns} are not clear, so nothing came in: what they hold would be lost "
        "to the register. Mend them in the sheet, then run again."), Exit.INCOMPLETE),
    "office.upgrade_undone": Row(*N_(
        "The upgrade failed ({what}) and was undone: the old database is back as it was. Install the "
        "previous version of the program again, and report this message."), Exit.FAILED),
}  # fmt: skip
