package phone

// The tables depend on each other in this order; all are compiled from constants of this package.
func init() {
	loadSymbols()
	loadRules()
	loadCosts()
	loadClasses()
}
