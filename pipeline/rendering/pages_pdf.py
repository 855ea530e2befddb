"""A PDF of pictures alone, each with a foot, written byte by byte so that nothing else is in it."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image

PAPERS = {"A4": (595.28, 841.89), "F4": (609.45, 935.43)}  # width and height in points
_MARGIN, _FOOT, _SIZE, _LINE = 28.0, 52.0, 8.0, 10.5
_QUALITY, _ENCODING = 80, "cp1252"
_FIRST = 4  # objects 1 to 3: catalogue, pages, font


@dataclass
class PagesPdf:
    """A PDF on a paper of :data:`PAPERS`, one picture a page."""

    paper: str = "A4"
    _objects: list[bytes] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)

    def add(self, width: int, height: int, grey: bytes, foot: Sequence[str]) -> None:
        """Grey, at 150 dpi or more; ``foot`` in Windows-1252."""
        short, long = PAPERS[self.paper]
        wide, high = (long, short) if width > height else (short, long)
        room = wide - 2 * _MARGIN, high - _MARGIN - _FOOT
        scale = min(room[0] / width, room[1] / height, 72 / 150)
        across, up = width * scale, height * scale
        left, bottom = (wide - across) / 2, high - _MARGIN - up
        drawn = [f"q {across:.2f} 0 0 {up:.2f} {left:.2f} {bottom:.2f} cm /P Do Q".encode()]
        lines = ((_FOOT - 18 - at * _LINE, line.encode(_ENCODING, "replace")) for at, line in enumerate(foot))
        drawn += [f"BT /F {_SIZE} Tf {_MARGIN} {y:.2f} Td <{line.hex()}> Tj ET".encode() for y, line in lines]
        jpeg = io.BytesIO()
        Image.frombytes("L", (width, height), grey).save(jpeg, "JPEG", quality=_QUALITY, optimize=True)
        number = _FIRST + len(self._objects)
        self._pages.append(number)
        self._objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide:.2f} {high:.2f}] /Contents {number + 1} 0 R "
                f"/Resources << /Font << /F 3 0 R >> /XObject << /P {number + 2} 0 R >> >> >>"
            ).encode(),
            _stream(b"\n".join(drawn), ""),
            _stream(
                jpeg.getvalue(),
                f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
                "/BitsPerComponent 8 /Filter /DCTDecode",
            ),
        ]

    def finish(self) -> bytes:
        """The whole PDF."""
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        every = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self._pages)} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *self._objects,
        ]
        out = io.BytesIO()
        out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(every, 1):
            places.append(out.tell())
            out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(every) + 1))
        out.writelines(b"%010d 00000 n \n" % place for place in places)
        out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(every) + 1, start))
        return out.getvalue()


def _stream(data: bytes, entries: str) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
