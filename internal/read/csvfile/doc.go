// Package csvfile reads delimited text: records with the physical line and the byte on which they begin, so that a value
// can be found again, and with recovery after damage, so that one stray quotation mark does not swallow the rest of a file.
//
// Quoting follows RFC 4180. Beyond it, as event files need: any one-byte delimiter, LF, CRLF or CR line ends, a quotation
// mark inside an unquoted field is an ordinary character, and text after a closing quotation mark belongs to the field.
package csvfile
