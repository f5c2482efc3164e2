// Package privacy keeps persons who are not in a public role out of everything that assay shows.
//
// Every person in the claim tables of people, and every leader named in those of groups, appears under a pseudonym
// ("person-7f3a2c") unless the case lists the person with a reason. The pseudonym is the beginning of an HMAC-SHA256
// (RFC 2104, FIPS 198-1) of the person's key: the same person has the same pseudonym in every output and every run, and
// nobody without the key of the case can tell from a list of names which pseudonym stands for whom.
//
// Without pseudonym_key in the case the key is a hash over the SHA-256 of the files that name persons. That is stable as
// long as these files do not change, but it is no secret: whoever has the files can compute it, as they can read the names
// in them. Whoever publishes outputs without the files is as well protected as the files are hard to guess.
//
// Two things are not done. A single word of a name is left alone in running text, since many are common words; it is
// replaced only where the record in question is about that very person. And persons whom no table names, such as somebody
// in the note of an event, are not recognised; notes are never shown for that reason.
package privacy
