// Package table turns cells into the typed columns of a [record.Dataset].
//
// Records arrive in blocks. Each block is coded by itself, on any core, with dictionaries of its own; the blocks are then
// merged in file order, which makes the result independent of the number of cores. When the last block is in, each
// distinct text of a coded column is parsed once under the column's type.
package table
