"""Step 8: the officer studies language and intent: words of a regional language, with their meaning beside them."""

from dataclasses import replace

from pipeline.cases.rendering import STUDY, Rendering
from pipeline.cases.values import Values, text
from pipeline.kernel.text import Next, Text
from pipeline.office.base.desk import Desk
from pipeline.office.engine.declare import CaseFile, Change, Shown, Words, act


@act(
    moves=("study",),
    words=Words(
        Text("Bahasa dan maksud (langkah 8)", "Language and intent (step 8)"),
        Text("Simpan", "Save"),
        Text(
            "Kata asli dan artinya dicatat ({renderings}); keduanya masuk Laporan Hasil Identifikasi.",
            "The original words and their meaning are kept ({renderings}); both stand in the report of the identification.",
        ),
    ),
    shows=Shown(is_look=True),
    asks=STUDY,
)
def study_language(desk: Desk, file: CaseFile, answers: Values) -> Change:
    """Add one rendering to a case; earlier ones stay. The words stand in the case, not in its history."""
    words, language, meaning, source = (
        text(answers, f"dialect_{name}") for name in ("words", "language", "meaning", "source")
    )
    rendering = Rendering(words, language, meaning, desk.actor.account, desk.today, source)
    after = replace(file.moved(), renderings=(*file.case.renderings, rendering))
    count, number = len(after.renderings), after.number
    return Change(
        after,
        detail={"count": count},
        told={"renderings": count},
        next=(Next("form", number, "identifikasi"),),
    )
