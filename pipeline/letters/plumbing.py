"""The parts of a DOCX that no reader sees: relations, styles, numbering, properties without persons."""

from __future__ import annotations

from pipeline.letters.parts import DECLARATION, NAMESPACES, TEXT_WIDTH

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


CORE_TYPE = _override("docProps/core.xml", _CORE)
CORE_RELATION = f'<Relationship Id="rIdSifat" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    + _override("word/document.xml", f"{_WORD}.document.main+xml")
    + _override("word/styles.xml", f"{_WORD}.styles+xml")
    + _override("word/settings.xml", f"{_WORD}.settings+xml")
    + _override("word/numbering.xml", f"{_WORD}.numbering+xml")
    + _override("word/header1.xml", f"{_WORD}.header+xml")
    + _override("word/footer1.xml", f"{_WORD}.footer+xml")
    + CORE_TYPE
    + "</Types>"
)


def _relations(*rows: tuple[str, str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in rows
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


PACKAGE_RELATIONS = _relations(
    ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
    ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
)
RELATIONS = _relations(
    ("rId1", f"{_OFFICE}/styles", "styles.xml"),
    ("rId2", f"{_OFFICE}/settings", "settings.xml"),
    ("rId3", f"{_OFFICE}/numbering", "numbering.xml"),
    ("rId4", f"{_OFFICE}/header", "header1.xml"),
    ("rId5", f"{_OFFICE}/footer", "footer1.xml"),
    ("rId6", f"{_OFFICE}/image", "media/lambang.png"),
)


def core(identifier: str) -> str:
    """Return core properties that name nobody: only ``identifier`` (letter and copy) and the language."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>Surat</dc:title><dc:identifier>{identifier}</dc:identifier><dc:language>id-ID</dc:language>"
        "</cp:coreProperties>"
    )


SETTINGS = (
    f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)


def _numbered(number: int, left: int) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{left}"/></w:pPr></w:lvl></w:abstractNum>'
    )


NUMBERING = (
    f"{DECLARATION}<w:numbering {NAMESPACES}>{_numbered(1, 567)}{_numbered(2, 397)}"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    "</w:numbering>"
)


def _style(id_: str, name: str, properties: str = "", marks: str = "", based: str = "Normal") -> str:
    """Return a paragraph style; ``properties`` in schema order of w:pPr, ``marks`` of w:rPr."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{marks}</w:rPr></w:style>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _space(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


_CENTRE, _RIGHT, _BOTH = ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', '<w:jc w:val="both"/>')
_DOUBLE_RULE = '<w:pBdr><w:top w:val="thickThinSmallGap" w:sz="24" w:space="1" w:color="auto"/></w:pBdr>'
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    f'{_size(22)}<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)
STYLES = (
    f"{DECLARATION}<w:styles {NAMESPACES}>{_DEFAULTS}"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    + _style("KopPemerintah", "Kop Pemerintah", _CENTRE, f"<w:b/>{_size(22)}")
    + _style("KopDinas", "Kop Dinas", _CENTRE, f"<w:b/>{_size(26)}")
    + _style("KopUnit", "Kop Unit", _CENTRE, f"<w:b/>{_size(18)}")
    + _style("KopAlamat", "Kop Alamat", _CENTRE, _size(18))
    + _style("KopGaris", "Kop Garis", f"{_DOUBLE_RULE}{_space(60, 60)}", _size(12))
    + _style("Rujukan", "Rujukan")
    + _style("Tanggal", "Tanggal Surat", _RIGHT)
    + _style("Tujuan", "Tujuan")
    + _style("Isi", "Isi Surat", f'{_space(0, 120)}<w:ind w:firstLine="709"/>{_BOTH}')
    + _style("Butir", "Butir", f'<w:numPr><w:numId w:val="1"/></w:numPr>{_space(0, 120)}'
             f'<w:ind w:left="567" w:hanging="567"/>{_BOTH}')
    + _style("TandaTangan", "Tanda Tangan", "<w:keepNext/>")
    + _style("TembusanKepala", "Tembusan Kepala", f"<w:keepNext/>{_space(120, 0)}", _size(20))
    + _style("Tembusan", "Tembusan", '<w:numPr><w:numId w:val="2"/></w:numPr><w:ind w:left="397" w:hanging="397"/>',
             _size(20))
    + _style("Ekor", "Ekor", '<w:spacing w:line="20" w:lineRule="exact"/>', _size(2))
    + _style("RangkapKonsep", "Rangkap Konsep", f'<w:spacing w:line="480" w:lineRule="exact"/>{_CENTRE}',
             f'<w:b/><w:color w:val="A6A6A6"/><w:spacing w:val="200"/>{_size(40)}')
    + _style("RangkapSalinan", "Rangkap Salinan", "", _size(18))
    + _style("RangkapKode", "Rangkap Kode", _RIGHT)
    + _style("RangkapParaf", "Rangkap Paraf", _CENTRE, _size(14))
    + "</w:styles>"
)  # fmt: skip
PAGES = {"A4": (11906, 16838, 1134), "F4": (12189, 18709, 12189 - 1701 - TEXT_WIDTH)}
