"""``rangkap join``, ``split``: what came in is put in order before it is registered."""

from pipeline.cli.at_it import at_it
from pipeline.cli.call import Call
from pipeline.cli.lines import is_terminal
from pipeline.cli.open import desk_of
from pipeline.cli.prompts import confirm
from pipeline.kernel.errors import Refusal
from pipeline.kernel.text import Text
from pipeline.office.arrivals import arrange
from pipeline.office.signing.read import new_reader

_PAGES = Text("  halaman {number}: {item} halaman {page}", "  page {number}: {item} page {page}")
_JOIN = Text("Gabungkan menjadi satu surat dengan nomor agenda {agenda}? (ya/tidak)",
             "Join to one letter with agenda number {agenda}? (yes/no)")  # fmt: skip
_JOINED = Text(
    "Surat {agenda} sekarang {pages} halaman. Nomor agenda lain dicoret: {others}. Daftarkan dengan: rangkap register {agenda}",
    "Letter {agenda} now has {pages} pages. Struck: {others}. Register it with: rangkap register {agenda}",
)
_SPLIT = Text("Pisahkan menjadi {count} surat? (ya/tidak)", "Split into {count} letters? (yes/no)")
_PART = Text(
    "Halaman {pages}: nomor agenda {agenda}; tulis pada surat.",
    "Pages {pages}: agenda number {agenda}; write it on the letter.",
)
_EARLIER = Text(
    "Halaman {pages}: isinya sama dengan surat {agenda} dari dahulu, yang sekarang “{state}”; tidak dibuat dua kali.",
    "Pages {pages}: the same as the earlier letter {agenda}, which is “{state}” now; it is not made twice.",
)


def join(call: Call) -> int:
    """Show the order of the pages, ask for a yes on a terminal, and make one letter."""
    desk = desk_of(call)
    found = arrange.pieces(desk, call.args.items)
    pages = [(one.arrival.agenda, page) for one in found for page in range(one.first, one.last + 1)]
    for number, (item, page) in enumerate(pages, 1):
        call.say(_PAGES, number=number, item=item, page=page)
    agenda = found[0].arrival.agenda
    with at_it(call, desk, *(one.arrival.id for one in found)):
        if is_terminal() and not confirm(_JOIN.fill(call.lang, agenda=agenda), call.lang):
            raise Refusal("cli.abandoned")
        with new_reader(desk.settings) as reader:
            letter = arrange.join(desk, reader, found)
    others = list(dict.fromkeys(str(one.arrival.agenda) for one in found if one.arrival.agenda != agenda))
    call.say(_JOINED, agenda=agenda, pages=letter.pages, others=", ".join(others))
    return call.give(
        {"agenda": agenda, "arrival": letter.id, "pages": letter.pages, "struck": others}, str(agenda)
    )


def split(call: Call) -> int:
    """Make a letter of each range of pages; the first keeps the nomor agenda."""
    desk = desk_of(call)
    whole, parts = arrange.ranges(desk, call.args.item, call.args.ranges)
    with at_it(call, desk, whole.id):
        if is_terminal() and not confirm(_SPLIT.fill(call.lang, count=len(parts)), call.lang):
            raise Refusal("cli.abandoned")
        with new_reader(desk.settings) as reader:
            found = arrange.split(desk, reader, whole, parts)
    rows = []
    for one, part in zip(found, parts, strict=True):
        pages = ",".join(f"{first}-{last}" for first, last in part.ranges)
        is_new = one.parent == whole.id and one.parent_pages == pages
        call.say(_PART if is_new else _EARLIER, pages=pages, agenda=one.agenda or one.id, state=one.state)
        row = {"agenda": one.agenda, "arrival": one.id, "pages": pages}
        rows.append(row if is_new else row | {"earlier": True, "state": str(one.state)})
    return call.give(rows, "\n".join(one.agenda or one.id for one in found))
