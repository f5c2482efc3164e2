// Package synth makes invented event data in the layouts of ACLED, UCDP GED, GTD and SCAD. The data are clean by
// construction: every rule that fires on them raises a false alarm, and an error that is planted into them is the only one.
//
// Nothing in them happened. Towns, districts and coordinates are real, because rules about places need real boundaries; the
// countries were chosen because no such conflict exists there, and every actor, event, number, article and outlet is made up.
package synth
