package phone

import "sync"

// load compiles the tables, in the order in which they depend on each other, when the first token is read: a program that compares
// no names does not wait for them. All are made of constants of this package.
var load = sync.OnceFunc(func() {
	loadSymbols()
	loadRules()
	loadCosts()
	loadClasses()
})
