// Package names compares names of persons and of groups across scripts, spellings and conventions of transliteration.
package names
