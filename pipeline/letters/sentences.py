"""Sentences, and how far a negation in one reaches (letter rules 1, 7, 8 and 15)."""

import re

from pipeline.letters.names import ABBREVIATED


def phrases(*ways: str) -> re.Pattern[str]:
    """One of the ``ways`` to say it, each an expression, in either case; the first of them that fits."""
    return re.compile("|".join(ways), re.IGNORECASE)


_SHORT = re.compile(
    rf"\b(?:(?i:{'|'.join(sorted(ABBREVIATED))}|yth|jln?|gg|no|nmr|tgl|pkl|kel|kec|kab|ds|dsn|kp)|(?<![A-Z]\.)[A-Z])\.(?=\s)|\b(?:[A-Z]\.){{2,}}(?=,|\s+[a-z])"
)
"""A full stop without the end of a sentence: abbreviations, initials."""
_STOP = re.compile(r"(?<=[;!?])\s+|(?<=\.)\s+(?=[“\"(]?[A-Z])")
NOT = r"\b(?:(?:tidak|bukan|jangan)(?:lah|nya)?|tak(?:kan)?|tdk|belum|tanpa|tiada|(?:e?ng)?gak|ndak|kada(?:da)?)\b"
HER = r"(?:saudar[ai]|ibu|bapak|anda|sdri?|pian)"
"""The reader, as she is addressed."""
ASKED = (
    r"(?:\w*(?:saran|anjur|harap|undang|ajak|mohon|minta|pinta|imbau|usul|tawar|nawar|nasihat|sila|dorong|kenan|jadwal|butuh|perlu)\w*|"
    r"(?:ber|ke)sedia\w*|\w*(?:luang|s?empat)kan(?:lah)?|hendak(?:nya|lah)|(?:se)?baik\w*|sudi\w*|(?:mari|ayo)(?:lah)?|yuk|tolong|coba|boleh|ingin|mau|(?!(?:te|ada|ia|sete|seko|masa|jum|sa|bukan|tidak|jangan|lebih|baru|cukup)lah)\w{3,}lah)"
)
"""How one is asked to do something, by its stems."""
_REACHING = phrases(
    rf"{NOT}(?:\s+"
    rf"(?:{HER}|(?!di(?:perlu|butuh)kan\s+untuk){ASKED}|lagi|akan|sedang|terlihat|dapat|bisa|hendak|menghendaki|usah|pernah|ada|kami|kita|untuk|agar|"
    r"supaya|secara|langsung|sekali|begitu|dahulu|dulu|ikut|sampai|(?:re?pot|jauh|capek)\S*|(?:ber)?susah payah|memberi|"
    r"menjatuhkan|menjanjikan|memastikan|menjamin|berwenang|membawa|menimbulkan|mendapat|dikenai|berarti|bermaksud|"
    r"menerima|melayani|mengizinkan|diizinkan|dibenarkan|hasil|apa|pun|atau|maupun|dan|hal|biaya|denda|sanksi|hukuman|ataupun|sesuatu|yang|rencana|satu|seorang|"
    r"melihat(?= (?:perlu|alasan|manfaat))|merasa|menilai|memandang|menganggap|berencana|berniat|mempunyai|punya|alasan|aturan|ketentuan|maksud|bahwa|bagi|dari|termasuk|"
    r"merencanakan|mendesak|lantas|kiranya|membuka|kesempatan|pula|juga|dengan|lembaga|pihak|panggilan|undangan|mengandung|memuat)"
    r")*\s+$"
)
_SUPPOSED = phrases(
    r"\b(?:apabila|bila(?:mana)?|jika|kalau|sekiranya|seandainya|andai\w*|dalam hal|(?:meski|walau)\w*(?! (?:demikian|begitu))|"
    r"kendati|memahami|mengerti|maklum)\b(?:(?!\b(?:maka|pasti)\b|(?<!tidak )(?<!tak )\bakan\b)[^,;])*$"
    r"|\b(?:apakah|kapan|bagaimana|seberapa)\b[^,;]*$|\bbelum\s+(?:pernah\s+)?$"
)


def sentences(paragraph: str) -> list[str]:
    """A semicolon ends one, an abbreviation does not."""
    return [
        sentence.replace("\u2024", ".") for sentence in _STOP.split(undotted(paragraph)) if sentence.strip()
    ]


def undotted(text: str) -> str:
    """Abbreviations and initials without the full stops that end no sentence."""
    return _SHORT.sub(lambda short: short[0].replace(".", "\u2024"), text)


def is_denied(sentence: str, at: int) -> bool:
    """A negation reaches the word at ``at``: only words without content stand between."""
    return _REACHING.search(sentence[max(0, at - 120) : at]) is not None


def is_supposed(sentence: str, at: int) -> bool:
    """The word at ``at`` is in a clause of condition or an indirect question, which asserts nothing."""
    return _SUPPOSED.search(sentence[max(0, at - 120) : at]) is not None
