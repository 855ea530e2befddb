"""Refusals of the terminal."""

from pipeline.kernel.text import N_, Exit, Next, Row

CLI: dict[str, Row] = {
    "cli.abandoned": Row(*N_(
        "The questions were cancelled; nothing was saved or changed. Run the same command to begin again."),
        Exit.INCOMPLETE),
    "cli.bad_answers": Row(*N_(
        "The answers file cannot be read as a JSON object: {reason}"), Exit.USAGE),
    "cli.dispose_options": Row(*N_(
        "Printing needs the number of the list and --to DIR."), Exit.USAGE),
    "cli.json_alone": Row(*N_(
        "--json writes a list to standard output and cannot be used with {option}. To keep it: … --json > "
        "FILE.json; for a CSV, XLSX or PDF file leave --json out."), Exit.USAGE),
    "cli.kept_by_office": Row(*N_(
        "This file is kept in the office's {folder}/ and is not read this "
                                  "way, since every opening is recorded. Search for its case, or "
                                  "register the letter."), next=(Next("find"), Next("todo"))),
    "cli.key_unreadable": Row(*N_(
        "The key file cannot be read. Check its name, or run without --key and type the passphrase."),
        Exit.USAGE),
    "cli.merge_alone": Row(*N_(
        "--offices goes with --merge DIR only."), Exit.USAGE),
    "cli.name_whom": Row(*N_(
        "Name the account, for example: rangkap users {action} petugas"), Exit.USAGE),
    "cli.needs_terminal": Row(*N_(
        "There is no terminal to ask on. Run it on a terminal, or give --answers FILE.json."), Exit.USAGE),
    "cli.no_days": Row(*N_(
        "--days (calendar days) must be 0 or more, for example: --days 14"), Exit.USAGE),
    "cli.no_reason": Row(*N_(
        "An answer is required. Type it, or send it on standard input."), Exit.USAGE),
    "cli.not_for_screens": Row(*N_(
        "{form} cannot be shown on a terminal. Add the folder it goes to, for example: --to /media/usb"),
        Exit.USAGE),
    "cli.one_form": Row(*N_(
        "Choose one form only: --json, --xlsx or --pdf."), Exit.USAGE),
}  # fmt: skip
