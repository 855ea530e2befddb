"""What can go wrong when earlier cases of the same people are looked for (step 1)."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class PeopleKnown(RangkapError):
    """People of the complaint may stand in earlier cases, and nobody has said yet whether they do."""

    code = "office.people_known"
    said = Text(
        "Orang dalam pengaduan ini mungkin sudah ada dalam kasus lain; belum ada yang disimpan:\n{told}\n"
        "Putuskan untuk setiap kasus, apakah orang yang sama. Dalam berkas jawaban: “earlier_cases”: {{{example}}} "
        "dengan “sama”, “lain” atau “tidak tahu”. Bila surat ini menyusul kasus yang masih berjalan: "
        "rangkap register NOMOR-AGENDA --case {first}",
        "People of this complaint may stand in another case; nothing was saved yet:\n{told}\n"
        "Decide for each case whether it is the same person. In an answers file: “earlier_cases”: {{{example}}} with "
        "“sama” (the same), “lain” (another) or “tidak tahu” (don't know). If this letter belongs to a case at work: "
        "rangkap register AGENDA-NUMBER --case {first}",
    )


class BadDecision(RangkapError):
    """``earlier_cases`` holds something else than a decision for a case that was shown."""

    code = "office.bad_decision"
    said = Text(
        "Isian “earlier_cases” memuat keputusan yang tidak dikenal untuk {case}. Tulis untuk setiap nomor kasus: “sama”, "
        "“lain” atau “tidak tahu”.",
        "The answer “earlier_cases” holds an unknown decision for {case}. Write for each case number: “sama” (the same), "
        "“lain” (another) or “tidak tahu” (don't know).",
    )
    status = Exit.USAGE


class NameTooShort(RangkapError):
    """Too little was typed to look a person up by."""

    code = "office.name_too_short"
    said = Text(
        "Tulis sedikitnya tiga huruf dari nama, panggilan, atau inisial dua huruf (contoh: R.T.).",
        "Type at least three letters of a name or call name, or two initials (for example: R.T.).",
    )
    status = Exit.USAGE
