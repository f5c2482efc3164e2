package container

import (
	"bytes"
)

// headSize is how much of the beginning of a file is looked at.
const headSize = 256 << 10

// signature is a kind of file that is known by bytes at a fixed place. What and hint tell people why it is not read.
type signature struct {
	at         int
	bytes      string
	what, hint string
}

var (
	magicNone    = &signature{}
	magicZip     = &signature{bytes: "PK"}
	magicGzip    = &signature{bytes: "\x1f\x8b\x08"}
	magicParquet = &signature{bytes: "PAR1"}
)

const asCSV = "save it as .xlsx or .csv"

// refused lists what users of event data have at hand and take for a table.
var refused = []*signature{
	{0, "PARE", "an encrypted Parquet file", "decrypt it first"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls) or a workbook with a password", "save it as .xlsx without a password, or as .csv"},
	{0, "\xfd7zXZ\x00", "compressed with xz", "decompress it first (xz -d)"},
	{0, "BZh", "compressed with bzip2", "decompress it first (bzip2 -d)"},
	{0, "\x28\xb5\x2f\xfd", "compressed with Zstandard", "decompress it first (zstd -d)"},
	{0, "7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"},
	{0, "Rar!\x1a\x07", "a RAR archive", "unpack it first"},
	{257, "ustar", "a tar archive", "unpack it first (tar -x)"},
	{0, "%PDF", "a PDF document", "extract its tables first, for example with Tabula"},
	{0, "{\\rtf", "a rich-text document", asCSV},
	{0, "SQLite format 3\x00", "a SQLite database", "export the table as CSV"},
	{0, "RDX2\n", "an R workspace", "in R: write.csv(x, \"x.csv\", row.names = FALSE)"},
	{0, "RDX3\n", "an R workspace", "in R: write.csv(x, \"x.csv\", row.names = FALSE)"},
	{0, "X\n\x00\x00\x00", "an R object (.rds)", "in R: write.csv(x, \"x.csv\", row.names = FALSE)"},
	{0, "<stata_dta>", "a Stata file", "in Stata: export delimited"},
	{0, "$FL2", "an SPSS file", "save it as .csv"},
	{0, "$FL3", "an SPSS file", "save it as .csv"},
	{0, "ARROW1", "an Arrow (Feather) file", "save it as Parquet or CSV"},
	{0, "Obj\x01", "an Avro file", "save it as Parquet or CSV"},
	{0, "\x89PNG", "a picture", ""},
	{0, "\xff\xd8\xff", "a picture", ""},
	{0, "GIF8", "a picture", ""},
	{0, "\x00\x00\x27\x0a", "a shapefile", "export it as GeoJSON or CSV"},
	{0, "version https://git-lfs.github.com/spec/", "a pointer to a file in Git LFS, not the file itself", "fetch the file with git lfs pull"},
	{0, "\xff\xfe\x00\x00", "text in UTF-32", "save it as UTF-8"},
	{0, "\x00\x00\xfe\xff", "text in UTF-32", "save it as UTF-8"},
}

// markup is refused after white space and a byte order mark, whatever its case.
var markup = []*signature{
	{0, "<!doctype html", "a web page, not data", "the server may have sent an error or login page; open the file and download again"},
	{0, "<html", "a web page, not data", "the server may have sent an error or login page; open the file and download again"},
	{0, "<?xml", "an XML document, and not the consolidated list of the UN", asCSV},
	{0, "<kml", "a KML document", "export it as GeoJSON or CSV"},
}

// magic recognises a file by its signature; magicNone means that it may be text.
func magic(first []byte) *signature {
	switch {
	case bytes.HasPrefix(first, []byte("PK\x03\x04")), bytes.HasPrefix(first, []byte("PK\x05\x06")):
		return magicZip
	case bytes.HasPrefix(first, []byte(magicGzip.bytes)):
		return magicGzip
	case bytes.HasPrefix(first, []byte(magicParquet.bytes)):
		return magicParquet
	}
	for _, s := range refused {
		if len(first) >= s.at && bytes.HasPrefix(first[s.at:], []byte(s.bytes)) {
			return s
		}
	}
	if consolidated(first) {
		return magicNone
	}
	start := bytes.TrimLeft(bytes.TrimPrefix(first[:min(len(first), 1024)], []byte("\xef\xbb\xbf")), " \t\r\n")
	for _, s := range markup {
		if len(start) >= len(s.bytes) && bytes.EqualFold(start[:len(s.bytes)], []byte(s.bytes)) {
			return s
		}
	}
	return magicNone
}

// consolidated reports whether a file is the consolidated list of the UN Security Council, the only XML that is read.
func consolidated(first []byte) bool {
	const root = "<CONSOLIDATED_LIST"
	at := bytes.Index(first[:min(len(first), 4096)], []byte(root))
	return at >= 0 && at+len(root) < len(first) && bytes.IndexByte([]byte(" \t\r\n>/"), first[at+len(root)]) >= 0 &&
		bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(first, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("<"))
}
