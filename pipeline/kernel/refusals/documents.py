"""Refusals for documents, cases and letters."""

from pipeline.kernel.text import N_, Exit, Next, Row

DOCUMENTS: dict[str, Row] = {
    "cases.bad_record": Row(*N_(
        "The record of the case cannot be read (part “{part}”). Ask the admin to check the archive."),
        Exit.DAMAGED, next=(Next("verify"),)),
    "cases.gaps_open": Row(*N_(
        "The draft may not go to the chair yet because this is not clear: {fields}. Record a "
        "clarification, or declare it impossible with a reason (step 9)."), next=(Next("record-clarification", "{case}"),)),
    "cases.invalid_answers": Row(*N_(
        "The answers cannot be saved yet. {list} Correct them, then repeat."), Exit.USAGE),
    "cases.not_possible": Row(*N_(
        "“{verb}” cannot be done now because the case is “{state}”.")),
    "cases.not_your_move": Row(*N_(
        "“{verb}” may only be done by: {roles}. Ask somebody who holds that role."), Exit.NO_RIGHT),
    "cases.unknown_move": Row(*N_(
        "The move “{verb}” is not known. Known moves: {known}."), Exit.USAGE),
    "intake.bomb": Row(*N_(
        "This Word document is not sound: unpacked, it grows beyond the limit. Do not open it elsewhere; "
        "ask the sender for a PDF or a print.")),
    "intake.damaged": Row(*N_(
        "The file is damaged or cut off and cannot be repaired. Copying may have been interrupted; scan or "
        "copy it again.")),
    "intake.empty": Row(*N_(
        "This file is empty (0 bytes); mostly a scan or copy was cut off. Scan or copy the document again.")),
    "intake.encrypted": Row(*N_(
        "The file is locked with a password. Ask the sender to unlock it, or print and scan it.")),
    "intake.flooded": Row(*N_(
        "Intake from {where} pauses: {limit} MB were taken from there within "
                              "the last hour. {now} files wait safely where they lie; see whether so "
                              "many files are letters at all. Intake goes on automatically."), Exit.FAILED),
    "intake.gone": Row(*N_(
        "The file is no longer in the inbox: it was taken, or its owner moved it. Nothing to do."),
        Exit.INCOMPLETE),
    "intake.inbox_not_mounted": Row(*N_(
        "The inbox is not ready: its marker file {marker} is missing. "
                                        "See that the share is mounted; nothing is taken in until the "
                                        "marker is there, then it goes on automatically."), Exit.FAILED),
    "intake.inbox_spoiled": Row(*N_(
        "Inside the inbox “{name}” must be a plain folder. Move away what bears that name; nothing is "
        "taken in until then."), Exit.FAILED),
    "intake.later": Row(*N_(
        "The file cannot be taken yet; it will be tried again."), Exit.INCOMPLETE),
    "intake.linked": Row(*N_(
        "This file has another name elsewhere (a hard link), so it was not opened. Copy the document as a "
        "new file.")),
    "intake.low_space": Row(*N_(
        "Intake pauses: only {now} MB are free in {where}, the floor is "
                                "{floor} MB. Files stay safe in the inbox. Make room or call the "
                                "admin; intake goes on automatically."), Exit.FAILED),
    "intake.macros": Row(*N_(
        "The Word document carries a program (macros). Save it as DOCX without macros or as PDF.")),
    "intake.no_access": Row(*N_(
        "The system cannot read this file ({reason}). Copy the document again as a new file; if that "
        "happens again, call the admin.")),
    "intake.no_language": Row(*N_(
        "Text is not read because the Indonesian OCR data was not found. Install the package "
        "tesseract-ocr-ind, or name its folder with RANGKAP_TESSDATA."), Exit.FAILED),
    "intake.no_room": Row(*N_(
        "The server's disk has no room, so this file was not taken and no part of it was kept. Keep the "
        "file, tell the admin, then send it again."), Exit.FAILED),
    "intake.no_such_page": Row(*N_(
        "There is no page {page}; the file has {pages} pages."), Exit.NOT_FOUND),
    "intake.not_a_file": Row(*N_(
        "This is not a plain file ({kind}), so it was not opened. Copy the document itself (not a shortcut "
        "or link to it).")),
    "intake.refused": Row(*N_(
        "The file cannot be accepted. Save it again as PDF.")),
    "intake.refused_full": Row(*N_(
        "Intake pauses: the folder ditolak holds {now} MB, the limit is "
                                   "{limit} MB. See what lies there on the page Tasks and remove what "
                                   "was replaced; intake goes on automatically."),
        Exit.FAILED, next=(Next("todo"),)),
    "intake.still_changing": Row(*N_(
        "The file is still being written; it is taken when that has ended. Nothing to do."), Exit.INCOMPLETE),
    "intake.strange_folder": Row(*N_(
        "This is an unknown folder: what is in it was not taken and stays in the shared folder. Take the "
        "files out of it.")),
    "intake.too_heavy": Row(*N_(
        "The file cannot be read within the limits of time and memory; it may be made so on purpose. Print "
        "the letter and scan it at 200–300 dpi.")),
    "intake.too_large": Row(*N_(
        "This file is larger than the limit of {limit} MB. Scan again at 200-300 dpi or split it; the "
        "admin sets the limit.")),
    "intake.too_many_pages": Row(*N_(
        "The file has {pages} pages; at most {limit} are taken. Divide it into several files.")),
    "intake.too_many_pixels": Row(*N_(
        "The picture is too large: {width} × {height} pixels ({megapixels} megapixels; at most {limit}). "
        "Scan it again at 200–300 dpi.")),
    "intake.unknown_kind": Row(*N_(
        "Whatever its name says, this is no PDF, picture (JPEG, PNG, TIFF, HEIC, BMP, WebP) or Word "
        "document (DOCX). Scan the letter or save it as PDF.")),
    "intake.unreadable": Row(*N_("Something went wrong.")),
    "letters.bad_template": Row(*N_(
        "Template {template} cannot be used: {reason} (paragraph: “{paragraph}”). Correct it in Word."),
        next=(Next("templates"),)),
    "letters.clause_refused": Row(*N_(
        "The clause letter_templates/klausul/{file} is refused: {reason}. Correct the file, or remove "
        "it so that the shipped clause is used again.")),
    "letters.dangerous": Row(*N_(
        "The DOCX carries {what} (in {part}) and is refused. Remove it in Word, save as a plain .docx "
        "and repeat.")),
    "letters.field_too_long": Row(*N_(
        "The field “{field}” is too long: {size} characters, at most {most}. Shorten it and repeat.")),
    "letters.no_place": Row(*N_(
        "The draft no longer has {place}, so it cannot be approved. Render the draft again, or put that "
        "part back in Word.")),
    "letters.no_signatory": Row(*N_(
        "No signatory is in office on {day}. Complete the list in Settings, Signatories."),
        next=(Next("mandate"),)),
    "letters.no_template": Row(*N_(
        "There is no template {template}. Present: {known}."), Exit.NOT_FOUND),
    "letters.not_docx": Row(*N_(
        "This file cannot be read as a DOCX ({reason}). Save it again from Word as .docx and repeat.")),
    "letters.spoken_refused": Row(*N_(
        "The text letter_templates/telepon/{file} is refused: {reason}. Correct the file, or remove it "
        "so that the shipped one is used again.")),
    "letters.too_long": Row(*N_(
        "The letter became too large ({size} characters) and was not made. Look at the loops in template "
        "{template}."), next=(Next("templates", "{template}"),)),
    "letters.unknown_field": Row(*N_(
        "Template {template} names the unknown field “{field}”{hint} (paragraph: “{paragraph}”). Correct "
        "the name in Word."), next=(Next("templates"),)),
}  # fmt: skip
