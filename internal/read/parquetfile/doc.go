// Package parquetfile reads Apache Parquet files, row group by row group, with parquet-go.
//
// Every leaf of the schema is a column, named by its path ("source.office"). Dates and times come in ISO form, decimals
// and numbers in full, NaN and null as empty cells, and repeated values as a compact JSON array.
package parquetfile
