"""A DOCX looked at as a ZIP: limits first, then kind, identifier, macros."""

import zipfile
import zlib
from typing import BinaryIO

from lxml import etree

from pipeline.intake.errors import Unreadable

MEMBERS = 2000
UNPACKED = 300 << 20
RATIO = 300
_SMALL = 1 << 20
_PART = 4 << 20
_DOCUMENT = b"wordprocessingml.document.main+xml"
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
# in place of the identifier where a program did not keep that
_CATEGORY = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"


def identifier_of(stream: BinaryIO) -> str | None:
    """``core_properties.identifier``, else the category."""
    try:
        with zipfile.ZipFile(stream) as package:
            return _identifier(package)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        RuntimeError,
        KeyError,
        etree.XMLSyntaxError,
    ):
        raise Unreadable("intake.damaged") from None


def _identifier(package: zipfile.ZipFile) -> str | None:
    members = package.infolist()
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names:
        raise Unreadable("intake.unknown_kind")
    is_bomb = any(m.file_size > _SMALL and m.file_size > RATIO * m.compress_size for m in members)
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED or is_bomb:
        raise Unreadable("intake.bomb")
    types = _part(package, "[Content_Types].xml")
    if any(name.endswith("vbaProject.bin") for name in names) or b"macroEnabled" in types:
        raise Unreadable("intake.macros")
    if _DOCUMENT not in types or "word/document.xml" not in names:
        raise Unreadable("intake.unknown_kind")
    if "docProps/core.xml" not in names:
        return None
    quiet = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    core = etree.fromstring(_part(package, "docProps/core.xml"), quiet)
    identifier = core.findtext(_IDENTIFIER) or core.findtext(_CATEGORY)
    return identifier.strip()[:200] or None if identifier else None


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        data = part.read(_PART + 1)
    if len(data) > _PART:
        raise Unreadable("intake.bomb")
    return data
