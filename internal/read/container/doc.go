// Package container turns a path into tables' worth of bytes that can be read many times.
//
// It undoes what stands between a file and its text: gzip, zip, UTF-16, byte order marks. It decides by content, never by
// name, whether the bytes are delimited text, JSON, an XLSX workbook or Parquet, bounds what is decompressed, spools what
// cannot be read twice (standard input, pipes), and notices when a file changes under the reader.
//
// Text encodings are settled cell by cell: text that is valid UTF-8 is taken as it is, any other cell is decoded with the
// fallback [Encoding] that was guessed for the file. [Damage] finds text that went through a wrong decoding earlier.
package container
