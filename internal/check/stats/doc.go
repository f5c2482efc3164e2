// Package stats holds what the statistical rules share: events counted by day and by month, tails of distributions, the
// negative binomial, Poisson regression for smooth references, and the test for a shift of a monthly series.
package stats
