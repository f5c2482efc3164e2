// Package xlsxfile reads tables out of XLSX workbooks, row by row, with excelize.
//
// Cells come as what they hold, not as they are displayed: dates as yyyy-mm-dd whatever their format, numbers in full,
// booleans as TRUE and FALSE, formulas as the value that was stored last.
package xlsxfile
