"""Sentences, and how far a negation in one reaches (letter rules 1, 7, 8 and 15)."""

import re

from pipeline.letters.names import ABBREVIATED

_SHORT = re.compile(
    rf"\b(?:(?i:{'|'.join(sorted(ABBREVIATED))}|yth|jln?|gg|no|nmr|tgl|pkl|kel|kec|kab|ds|dsn|kp)|(?<![A-Z]\.)[A-Z])\.(?=\s)"
)
"""A full stop without the end of a sentence: abbreviations, initials."""
_STOP = re.compile(r"(?<=[;!?])\s+|(?<=\.)\s+(?=[“\"(]?[A-Z])")
NOT = r"\b(?:tidak|tak|tdk|bukan|jangan|belum|tanpa|tiada|enggak|nggak|gak|ndak|tidaklah|bukanlah|bukannya|janganlah|takkan)"
_BETWEEN = (
    r"(?:lagi|akan|sedang|terlihat|dapat|bisa|boleh|mau|ingin|hendak|menghendaki|perlu|usah|pernah|ada|kami|kita|saudar[ai]|ibu|bapak|anda|untuk|agar|"
    r"supaya|secara|langsung|sekali|begitu|dahulu|dulu|ikut|sampai|repot(?:-repot)?|memerlukan|membutuhkan|diperlukan|perlukan|"
    r"dianjurkan|disarankan|diharapkan|diundang|menyarankan|menganjurkan|mengharapkan|meminta|mengundang|mengajak|memberi|"
    r"menjatuhkan|menjanjikan|memastikan|menjamin|berwenang|membawa|menimbulkan|mendapat|dikenai|berarti|bermaksud|"
    r"berharap|menerima|melayani|mengizinkan|memperkenankan|diperkenankan|diizinkan|dibenarkan|hasil|apa|pun|atau|maupun|dan|hal|biaya|denda|sanksi|hukuman|ataupun|sesuatu|yang|rencana|satu|seorang|"
    r"melihat|merasa|menilai|memandang|menganggap|berencana|berniat|mempunyai|punya|alasan|perlunya|keperluan|maksud|bahwa|bagi|dari|termasuk|"
    r"undang|sarankan|anjurkan|harapkan|merencanakan|mendesak|lantas|kiranya|membuka|kesempatan|pula|juga|dengan|lembaga|pihak)"
)
_REACHING = re.compile(rf"{NOT}(?:\s+{_BETWEEN})*\s+$", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|dalam hal|(?:meski|walau)\w*(?! (?:demikian|begitu))|"
    r"kendati|memahami|mengerti|maklum)\b(?:(?!\b(?:maka|pasti)\b|(?<!tidak )(?<!tak )\bakan\b)[^,;])*$"
    r"|\b(?:apakah|kapan|bagaimana|seberapa)\b[^,;]*$|\bbelum\s+(?:pernah\s+)?$",
    re.IGNORECASE,
)


def sentences(paragraph: str) -> list[str]:
    """A semicolon ends one, an abbreviation does not."""
    kept = _SHORT.sub(lambda found: found[0].replace(".", "\u2024"), paragraph)
    return [sentence.replace("\u2024", ".") for sentence in _STOP.split(kept) if sentence.strip()]


def is_denied(sentence: str, at: int) -> bool:
    """A negation reaches the word at ``at``: only words without content stand between."""
    return _REACHING.search(sentence[max(0, at - 120) : at]) is not None


def is_supposed(sentence: str, at: int) -> bool:
    """The word at ``at`` is in a clause of condition or an indirect question, which asserts nothing."""
    return _SUPPOSED.search(sentence[max(0, at - 120) : at]) is not None
