package entry

// person reads a row of a table of claims about people. Its key is not read.
func (l *List) person(e *Entry) {
	e.Kind = Person
	l.names(e, "name_in_source", Primary)
	l.names(e, "name_variants", Alias)
	l.names(e, "kunya_nisba", Weak)
	e.Births = l.dates(e.Births, e, "birth_date")
	e.Deaths = l.dates(e.Deaths, e, "death_date")
	l.active(e, "from", "to")
	e.Roles = l.values(e.Roles, e, "role")
	e.Groups = l.values(e.Groups, e, "group")
	e.Sources = l.values(e.Sources, e, "source_id")
}

// group reads a row of a table of claims about groups. Its key is not read.
func (l *List) group(e *Entry) {
	e.Kind = Group
	l.names(e, "name_in_source", Primary)
	l.names(e, "name_variants", Alias)
	l.active(e, "active_from", "active_to")
	e.Leaders = l.values(e.Leaders, e, "leaders")
	e.Groups = l.values(e.Groups, e, "affiliation")
	e.Sources = l.values(e.Sources, e, "source_id")
}
