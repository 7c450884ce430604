"""Files that try to harm the reader, made for the tests."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 10)
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of the parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def docx(body: str | bytes, **more: str | bytes) -> bytes:
    """A Word document with that body and more parts by name."""
    document = (
        body if isinstance(body, bytes) else f"<w:document {W}><w:body>{body}</w:body></w:document>"
    )
    return zipped(
        {"[Content_Types].xml": f'<Types xmlns="{TYPES}"/>', "word/document.xml": document, **more}
    )


def xlsx(rows: str, prolog: str = "") -> bytes:
    """An Excel file with one sheet of those rows."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            "</Types>",
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{REL}"><sheets><sheet name="Log" '
            'sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/'
            f'package/2006/relationships"><Relationship Id="rId1" Type="{REL}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f"{prolog}<worksheet {MAIN}><sheetData>{rows}</sheetData>"
            "</worksheet>",
        }
    )


def cell(reference: str, text: str) -> str:
    """One cell that holds the text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def paragraph(text: str) -> str:
    """One paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(*objects: bytes) -> bytes:
    """A PDF of the objects; the first is its catalogue."""
    content, places = b"%PDF-1.7\n", []
    for number, entry in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, entry)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R>>" % (
        size, table, size,
    ) + b"\nstartxref\n%d\n%%%%EOF\n" % len(content)  # fmt: skip


def _pdf_bomb() -> bytes:
    packed = zlib.compress(b" " * 120_000_000, 9)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>"
        b"/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def _lying_size() -> bytes:
    content = docx(paragraph("word " * 2_000_000))
    real = len(f"<w:document {W}><w:body>{paragraph('word ' * 2_000_000)}</w:body></w:document>")
    return content.replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def _locked_zip() -> bytes:
    content = bytearray(docx(paragraph("words")))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        offset = 6 if start == b"PK\x03\x04" else 8
        position = content.find(start)
        while position >= 0:
            content[position + offset] |= 1
            position = content.find(start, position + 4)
    return bytes(content)


def refused() -> dict[str, tuple[str, bytes, str]]:
    """Files that must be refused: name, content, and words that the refusal must hold."""
    laughs = f"<!DOCTYPE x [<!ENTITY l0 'ha'>{LAUGHS}]>"
    outside = '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    many = {f"word/{number}.xml": "<a/>" for number in range(6000)}
    document = f"<w:document {W}><w:body>{paragraph('&l9;')}</w:body></w:document>"
    return {
        "one part of 60 MB": ("a.docx", docx(b"<a>" + b" " * 60_000_000), "far more"),
        "a part that lies about its size": ("a.docx", _lying_size(), "damaged"),
        "six thousand parts": ("a.docx", docx("", **many), "6002 parts"),
        "a million empty paragraphs": ("a.docx", docx("<w:p/>" * 1_000_000), "far more"),
        "billion laughs": ("a.docx", docx((laughs + document).encode()), "document type"),
        "laughs in UTF-16": (
            "a.docx", docx(('<?xml version="1.0" encoding="UTF-16"?>' + laughs + document)
                           .encode("utf-16")), "document type",
        ),
        "a part from outside": ("a.docx", docx((outside + document).encode()), "document type"),
        "laughs in a sheet": ("a.xlsx", xlsx("", laughs), "document type"),
        "a part above the folder": ("a.docx", docx("", **{"../../x.xml": "<a/>"}), "outside"),
        "macros": ("a.docm", docx("", **{"word/vbaProject.bin": "x"}), "contains macros"),
        "macros in a sheet": (
            "a.xlsm", zipped({"xl/workbook.xml": "<a/>", "xl/vbaProject.bin": "x"}), "macros",
        ),
        "a locked archive": ("a.docx", _locked_zip(), "locked with a password"),
        "a locked Office file": (
            "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
            + "EncryptedPackage".encode("utf-16-le"), "locked with a password",
        ),
        "an old Word file": (
            "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office format",
        ),
        "a zip of other things": ("a.docx", zipped({"holiday.txt": "sun"}), "neither Word nor"),
        "a document without text": ("a.docx", docx("<w:p/>"), "has no text"),
        "XML that does not end": ("a.docx", docx(b"<w:document>"), "damaged"),
        "a PDF page that unpacks to 120 MB": ("a.pdf", _pdf_bomb(), "damaged"),
        "PDF pages that contain themselves": (
            "a.pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 5>>"),
            "damaged",
        ),
        "PDF objects in a hundred thousand brackets": (
            "a.pdf", pdf(b"<</Type/Catalog/Pages " + b"[" * 100_000 + b"]" * 100_000 + b">>"),
            "damaged",
        ),
        "nothing": ("a.pdf", b"", "is empty"),
        "blanks": ("a.txt", b" \n\n ", "is empty"),
        "text with a PDF's first line": ("a.pdf", b"%PDF-1.7\nhello there\n", "damaged"),
        "zeroes": ("a.txt", b"\0" * 5000, "neither text"),
        "noise": ("a.csv", bytes((n * 7919) % 256 for n in range(5000)), "neither text"),
        "a picture": ("a.pdf", b"\x89PNG\r\n\x1a\n" + b"x" * 200, "is a picture"),
        "rich text": ("a.docx", b"{\\rtf1\\ansi hello}", "rich text"),
    }  # fmt: skip


def write(folder: Path, name: str, content: bytes) -> Path:
    """The file in the folder."""
    path = folder / name
    path.write_bytes(content)
    return path
