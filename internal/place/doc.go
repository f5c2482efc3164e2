// Package place answers where a point lies: in which country and first-level unit (state, province, governorate), how far
// outside a stated one, and whether the ground is disputed.
//
// # Source
//
// Boundaries and names are Natural Earth 1:10m, admin-0 and admin-1 layers, version 5 (2022), which its makers have put in
// the public domain (https://www.naturalearthdata.com/about/terms-of-use/). tools/genplace turns them into world.bin,
// which is embedded here. Coordinates are kept to 1e-4 degrees (11 m). The lines themselves are generalised: coasts and
// borders are drawn for maps at 1:10,000,000 and may be off by a kilometre or more, and small islands are missing. A point
// within 10 km of a border or coast is not evidence of an error.
//
// # Whose boundaries
//
// Natural Earth draws the de-facto view: who controls the ground, not who claims it. Crimea is drawn with Russia, Kosovo,
// Somaliland, Northern Cyprus and Taiwan by themselves, the Golan Heights with Israel. That is a statement about a map,
// not about law. [Index.Disputed] names such ground with its parties, [Index.FindCountries] counts to a state what
// datasets count to it, and [Index.Outside] never calls a point outside when it lies on ground that the stated country is
// a party to.
//
// Boundaries have no dates: they are those of about 2022. A state that no longer exists stands for the set of its
// successors, see [Index.FindCountries].
package place

//go:generate go run -C ../../tools/genplace . -o ../../internal/place/world.bin
