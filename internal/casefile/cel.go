package casefile

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/interpreter"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// ownRule is a rule that a user wrote in CEL, the Common Expression Language (https://cel.dev).
//
// The names in the expression are roles (best, date, country …) or columns. Numbers are doubles, everything else is text,
// dates as yyyy-mm-dd. An empty, missing or unreadable cell is null. A row is passed over if the result rests on a null, as
// in SQL, unless the expression itself speaks of null: best == 5 says nothing of a row without best, but
// best != null && best == 5 is broken by it.
type ownRule struct {
	code, title, expect, message, why, help string
	severity                                check.Severity
	datasets                                []string
	names                                   []string // identifiers of the expression, sorted
	nulls                                   bool     // the expression speaks of null
	program                                 cel.Program
}

// evaluation is bounded, so that a rule can't hang an audit.
const costLimit = 100_000

func (o *ownRule) compile() error {
	env, err := cel.NewEnv()
	if err != nil {
		return err
	}
	parsed, issues := env.Parse(o.expect)
	if issues != nil && issues.Err() != nil {
		return firstLine(issues.Err())
	}
	seen := map[string]bool{}
	// Names bound by a macro (x in list.exists(x, …)) are no columns.
	bound := map[string]bool{}
	ast.PreOrderVisit(parsed.NativeRep().Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		switch e.Kind() {
		case ast.IdentKind:
			seen[e.AsIdent()] = true
		case ast.LiteralKind:
			o.nulls = o.nulls || e.AsLiteral() == types.NullValue
		case ast.ComprehensionKind:
			c := e.AsComprehension()
			bound[c.IterVar()], bound[c.AccuVar()] = true, true
		}
	}))
	var vars []cel.EnvOption
	for name := range seen {
		if !bound[name] {
			o.names = append(o.names, name)
		}
	}
	slices.Sort(o.names)
	for _, name := range o.names {
		vars = append(vars, cel.Variable(name, cel.DynType))
	}
	if env, err = env.Extend(vars...); err != nil {
		return err
	}
	checked, issues := env.Check(parsed)
	if issues != nil && issues.Err() != nil {
		return firstLine(issues.Err())
	}
	if t := checked.OutputType(); !t.IsExactType(cel.BoolType) && !t.IsExactType(cel.DynType) {
		return fmt.Errorf("it gives %s, not true or false", t)
	}
	o.program, err = env.Program(checked, cel.EvalOptions(cel.OptOptimize), cel.CostLimit(costLimit))
	return err
}

// firstLine shortens an error of the CEL library, which draws the place over several lines and lists every token that the
// grammar would allow there.
func firstLine(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	line, _, _ = strings.Cut(line, " expecting {")
	if at, ok := strings.CutPrefix(line, "ERROR: <input>:1:"); ok {
		return errors.New("at character " + at)
	}
	return errors.New(strings.Replace(line, "ERROR: <input>:", "at ", 1))
}

var placeholder = regexp.MustCompile(`\{([a-zA-Z_][a-zA-Z0-9_]*)\}`)

// placeholders returns the names in braces in the message.
func (o *ownRule) placeholders() []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(o.message, -1) {
		out = append(out, m[1])
	}
	return out
}

// rule makes the rule that the audit runs.
func (o *ownRule) rule() *check.Rule {
	title := o.title
	if title == "" {
		title = "a row breaks: " + o.expect
	}
	return &check.Rule{
		Code: o.code, Name: strings.ToLower(o.code), Title: title, Severity: o.severity, Confidence: 1,
		Doc: check.Doc{
			Why: "This rule stands in assay.yaml." + strings.TrimRight(" "+o.why, " "),
			How: "Each row is expected to meet `" + o.expect + "`. A row in which a cell is empty that the result rests on is passed over, unless the expression speaks of null.",
		},
		Applies: o.applies,
		Check:   o.check,
		Claims:  true,
	}
}

func (o *ownRule) applies(p *check.Pass) string {
	if len(o.datasets) > 0 && !slices.Contains(o.datasets, p.Data.Name) {
		return "meant for " + strings.Join(o.datasets, ", ")
	}
	var missing []string
	for _, name := range o.names {
		c := find(p.Data, name)
		switch {
		case c == nil:
			missing = append(missing, name)
		case c.Storage == record.Digest:
			return "column " + name + " is long text, which expressions can't use"
		}
	}
	if len(missing) > 0 {
		return "no column or role " + strings.Join(missing, ", ")
	}
	return ""
}

// find returns the column of a name: a column of the table, else a role.
func find(d *record.Dataset, name string) *record.Column {
	if c := d.Column(name); c != nil {
		return c
	}
	if r, ok := record.ParseRole(name); ok {
		return d.Role(r)
	}
	return nil
}

func (o *ownRule) check(p *check.Pass) {
	row := newRowValues(p.Data, o.names)
	failed := 0
	var failure error
	for i := range p.Data.N {
		if i&4095 == 0 && p.Cancelled() {
			return
		}
		row.row = i
		row.null = false
		out, _, err := o.program.Eval(row)
		if err != nil {
			if !row.null {
				failed++
				failure = err
			}
			continue
		}
		if row.null && !o.nulls {
			continue
		}
		if ok, isBool := out.Value().(bool); isBool && !ok {
			p.Report(o.finding(p, row, i))
		}
	}
	if failed > 0 {
		p.Report(check.Finding{
			Row: -1, Column: -1, Severity: check.Note,
			Message: fmt.Sprintf("the expression could not be evaluated on %d rows", failed),
			Why:     failure.Error(), Help: "compare numbers with numbers and text with text; columns hold decimal numbers, so add 1.0 rather than 1",
		})
	}
}

func (o *ownRule) finding(p *check.Pass, row *rowValues, i int) check.Finding {
	f := check.Finding{Row: i, Column: -1, Message: o.message, Expected: o.expect, Help: o.help}
	var values []string
	for k, name := range o.names {
		text := row.text(k)
		values = append(values, name+" = "+text)
		f.Message = strings.ReplaceAll(f.Message, "{"+name+"}", text)
		if f.Column < 0 {
			f.Column = row.columns[k].Index
		} else {
			f.Marked = append(f.Marked, row.columns[k].Index)
		}
	}
	f.Found = strings.Join(values, ", ")
	if f.Message == "" {
		f.Message = "the row breaks " + o.expect + ": " + f.Found
	}
	f.Why = "expected " + o.expect
	if o.why != "" {
		f.Why = o.why
	}
	return f
}

// rowValues gives an expression the cells of one row. The values of coded columns are made once for each distinct text.
type rowValues struct {
	row     int
	null    bool // a null was asked for
	names   []string
	columns []*record.Column
	coded   [][]ref.Val
}

func newRowValues(d *record.Dataset, names []string) *rowValues {
	r := &rowValues{names: names}
	for _, name := range names {
		c := find(d, name)
		var coded []ref.Val
		if c.Storage == record.Coded {
			for code := range c.Dict.Texts {
				coded = append(coded, codedValue(c.Dict, code))
			}
		}
		r.columns, r.coded = append(r.columns, c), append(r.coded, coded)
	}
	return r
}

func codedValue(d *record.Dict, code int) ref.Val {
	switch {
	case d.States[code] != record.Present:
		return types.NullValue
	case d.Nums != nil && record.StateOf(d.Nums[code]) == record.Present:
		return types.Double(d.Nums[code])
	case d.Days != nil:
		return types.String(d.Days[code].String())
	}
	return types.String(d.Texts[code])
}

func (r *rowValues) value(k int) ref.Val {
	c := r.columns[k]
	if r.coded[k] != nil {
		return r.coded[k][c.Codes[r.row]]
	}
	if !c.Has(r.row) {
		return types.NullValue
	}
	if c.Storage == record.Real {
		return types.Double(c.Reals[r.row])
	}
	s, _ := c.Text(r.row)
	return types.String(s)
}

func (r *rowValues) text(k int) string {
	switch v := r.value(k).(type) {
	case types.Double:
		return strconv.FormatFloat(float64(v), 'f', -1, 64)
	case types.String:
		return string(v)
	}
	return "empty"
}

// ResolveName implements interpreter.Activation.
func (r *rowValues) ResolveName(name string) (any, bool) {
	for k, n := range r.names {
		if n == name {
			v := r.value(k)
			r.null = r.null || v == types.NullValue
			return v, true
		}
	}
	return nil, false
}

// Parent implements interpreter.Activation.
func (r *rowValues) Parent() interpreter.Activation { return nil }
