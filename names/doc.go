// Package names says whether two names are of one person or of one group, across scripts, spellings and conventions of
// transliteration: Омар аш-Шишани, Omar al-Shishani and عمر الشيشاني are one name; two men called Abu Muhammad are not one man.
//
// [Parse] splits a name into parts with roles (given name, patronymic, kunya, nisba, …; for groups concepts, places, numbers).
// A [Matcher] compares two parsed names ([Score]) and explains the result ([Explanation]); [Name.Keys] and [Index] find the names
// worth comparing among millions.
//
// Nothing here decides that two people are one: a score says how alike two names are, and names are shared.
package names
