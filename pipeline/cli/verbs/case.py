"""``rangkap crisis``, ``safe-contact``, ``conflicts``, ``erasures``, ``erasure-letter``, ``report``."""

from pathlib import Path

from pipeline.cases.fields.days import short_day
from pipeline.cli.call import Call
from pipeline.cli.open import session_of
from pipeline.cli.pages import crisis_told, moment, typed
from pipeline.kernel.commands import command_of
from pipeline.kernel.text import N_, Next
from pipeline.office.base.value_labels import word_of
from pipeline.office.cases import conflicts as office_conflicts
from pipeline.office.cases import contact_sheets, inform
from pipeline.office.cases import crisis as office_crisis
from pipeline.office.cases import erasure as office_erasure
from pipeline.office.delivery import report as reporting


def crisis(call: Call) -> int:
    """Show the waiting crises or one, or put its sheet out."""
    session, number = session_of(call), call.args.case
    if not number:
        rows = list(map(typed, office_crisis.rows(session)))
        if not rows:
            call.say(N_("No case waits for the crisis procedure."))
        return call.give(rows, "\n".join(crisis_told(row, call.settings.zone) for row in rows))
    if call.args.to:
        path = contact_sheets.put_out_crisis(session, number, Path(call.args.to).absolute())
        call.say(N_("Ready to print: {file}"), file=path)
        return call.give({"file": str(path)}, str(path))
    plain = office_crisis.look(session, number).plain()
    return call.give(plain, crisis_told(plain, call.settings.zone))


_ROUTE = N_("Safe route of case {case}: {ways}.  Hours: {hours}.  Now: {now}.  Number: {number}")  # fmt: skip
_SLIP = N_("Ready to print: {file}. The slip says nothing of the matter.")  # fmt: skip


def safe_contact(call: Call) -> int:
    """Show the safe contact, or print the slip."""
    session, number = session_of(call), call.args.case
    if call.args.to:
        path = contact_sheets.put_out_slip(session, number, Path(call.args.to).absolute())
        call.say(_SLIP, file=path)
        return call.give({"file": str(path)}, str(path))
    contact = inform.look(session, number)
    plain = contact.plain()
    fields = {"ways": ", ".join(contact.ways), "hours": contact.hours or "-", "number": contact.number or "-"}
    return call.give(plain, _ROUTE.fill(call.lang, **plain | fields))


def conflicts(call: Call) -> int:
    """Show who is blocked from a case."""
    number = call.args.case
    events = office_conflicts.listed(session_of(call), number)
    if not events:
        call.say(N_("No account is blocked from this case."))
    rows, lines = [], []
    for account, event in events.items():
        relation, reason = event.detail.get("relation", ""), event.detail.get("reason", "")
        row = {"case": number, "account": account, "relation": relation, "since": event.at.isoformat()}
        rows.append({**row, "by": event.account, "reason": reason})
        since = short_day(event.at.date())
        word = word_of("conflict", relation).fill(call.lang)
        lines.append(f"{account}  {word}, sejak {since}, menurut {event.account}: {reason}")
    return call.give(rows, "\n".join(lines))


def erasures(call: Call) -> int:
    """Show the erasure requests and their outcomes."""
    rows = list(map(typed, office_erasure.listed(session_of(call))))
    if not rows:
        call.say(N_("There is no request for erasure."))
    zone = call.settings.zone
    lines = [
        f"{row['case']}  {moment(row['received'], zone)}  {row['by']}: {row['asked']}  "
        f"{row['waits'] or row['outcome']}{'; akses dibatasi' if row['restricted'] else ''}"
        for row in rows
    ]
    return call.give(rows, "\n".join(lines))


def erasure_letter(call: Call) -> int:
    """The words of the letter about the newest request."""
    text = office_erasure.letter(session_of(call), call.args.case)
    return call.give({"case": call.args.case, "text": text}, text)


_READY = N_("Case {case} can be closed.")
_LACKS = N_("Before case {case} is closed:")
_OVER = N_("Case {case} is closed.")
_MADE = N_("The report of case {case} is in {folder}.")


def report(call: Call) -> int:
    """Show what closing lacks; ``--to`` puts the report out."""
    session, number = session_of(call), call.args.case
    standing = reporting.standing(session, number)
    if standing.is_closed:
        call.say(_OVER, case=number)
    else:
        call.say(_LACKS if standing.missing else _READY, case=number)
        call.steps(() if standing.missing else (Next("close-case", number),))
        for missing in standing.missing:
            call.say(f"  - {missing.said.fill(call.lang)}: {command_of(missing.next)}")
    files = []
    if call.args.to:
        folder = Path(call.args.to).absolute()
        files = [str(reporting.put_out(session, number, folder))]
        call.say(_MADE, case=number, folder=folder)
    lacking = [
        {"missing": missing.said.fill(call.lang), "next": command_of(missing.next)}
        for missing in standing.missing
    ]
    return call.give(
        {"case": number, "closed": standing.is_closed, "missing": lacking, "files": files}, "\n".join(files)
    )
