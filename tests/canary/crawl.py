"""Everything that an account can get from the web door: pages by their links, and what tells of a case in them."""

import html
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from urllib.parse import urljoin

from pypdf import PdfReader

from tests.web.addresses import known
from tests.web.door import Door
from tests.web.visitor import Answer, Visitor

_LINK = re.compile(r'(?:href|src|action|hx-get|data-state)="([^"#]*)')
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
_MOST, _QUERIES = 2500, 3
"""Pages that are opened at most, and how many of them differ only by what follows the question mark: periods have no end."""
_PARTS = {
    "page": "1", "copy": "1", "key": "tidak-ada", "verb": "study-language", "revision": "1", "mark": "0" * 16, "name": "surat-masuk-1.pdf",
}  # fmt: skip


def starts(door: Door) -> list[str]:
    """Return the addresses that name no thing, and the lists of the first page in full."""
    bare = [f"/{pattern}" for _, pattern, parts in known(door.home) if not parts]
    return ["/", "/?semua=letters", "/?semua=papers", *bare]


def crawled(visitor: Visitor, first: Iterable[str], deep: bool = True) -> dict[str, Answer]:
    """Return every page that can be reached from ``first`` by links, each address once; without ``deep``, those pages alone."""
    answers: dict[str, Answer] = {}
    left = list(first)
    while left and len(answers) < _MOST:
        path = left.pop(0)
        bare = path.partition("?")[0]
        if path in answers or sum(address.partition("?")[0] == bare for address in answers) > _QUERIES:
            continue
        answer = answers[path] = visitor.get(path)
        if not deep:
            continue
        if answer.leads_to:
            left.append(urljoin(path, answer.leads_to))
        elif "text/html" in answer.headers.get("Content-Type", ""):
            links = (urljoin(path, html.unescape(link)) for link in _LINK.findall(answer.text))
            left += [
                url for url in links if url.startswith("/") and not url.startswith(("/static/", "/statis/"))
            ]
    assert len(answers) < _MOST
    return answers


def words_in(body: bytes) -> str:
    """Return the words of a page, a text, a spreadsheet or a PDF with its properties."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return html.unescape(
                "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
            )
    if body.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(body))
        return "\n".join((str(reader.metadata), *(page.extract_text() for page in reader.pages)))
    return html.unescape(body.decode("utf-8", "replace"))


def named(words: str, banned: Iterable[str]) -> list[str]:
    """Return which of the ``banned`` numbers and names stand in ``words``; the agenda number A-2026-0001 is no case."""
    return sorted(
        name for name in banned if name in words and re.search(rf"(?<![\w-]){re.escape(name)}(?!\d)", words)
    )


def said(seen: Mapping[str, Answer]) -> dict[str, str]:
    """Return the words of the answers, by their addresses.

    Of pictures the addresses are asked for: that of a shut thing is answered as a missing one.
    """
    return {path: words_in(page.body) for path, page in seen.items() if not page.body.startswith(b"\x89PNG")}


def told(seen: Mapping[str, Answer], banned: Iterable[str]) -> dict[str, list[str]]:
    """Return the answers that name something ``banned``, by their addresses, each with what it names."""
    banned = frozenset(banned)
    return {path: here for path, words in said(seen).items() if (here := named(words, banned))}


def filled(pattern: str, target: Mapping[str, str]) -> str:
    """Return the address of a thing."""
    parts = {**_PARTS, **target} | ({"verb": "merge-case"} if "tindakan" in pattern else {})
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: parts[match[1]], pattern)


def plain(answer: Answer, target: Mapping[str, str]) -> str:
    """Return an answer without what was asked for."""
    text = _TOKEN.sub("", answer.body.decode("latin-1"))
    for value in sorted(target.values(), key=len, reverse=True):
        text = text.replace(value, "")
    return text
