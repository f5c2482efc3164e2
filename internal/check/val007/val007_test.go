package val007

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "no second actor, but his sort", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor2", "", "assoc_actor_2", "", "inter2", "7")}, Want: `2 inter2 inter2 is 7, but actor2 is empty`},
		{Name: "a second actor without sort", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor2", "Berrin Front", "inter2", "0")}, Want: `2 inter2 inter2 says that there is no second actor, but actor2 is "Berrin Front"`},
		{Name: "one-sided in both ways of writing", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor2", "", "assoc_actor_2", "", "inter2", "0"), tabletest.Set(3, "actor2", "", "assoc_actor_2", "", "inter2", "")}, Want: ``},
		{Name: "sub-event type", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "disorder_type", "Demonstrations", "event_type", "Protests", "sub_event_type", "Armed clash")}, Want: `2 sub_event_type sub_event_type "Armed clash" does not belong to event_type "Protests"`},
		{Name: "disorder type", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "disorder_type", "Demonstrations", "event_type", "Battles", "sub_event_type", "Armed clash")}, Want: `2 disorder_type disorder_type "Demonstrations" does not go with event_type "Battles"`},
		{Name: "mob violence is a riot of both sorts", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "disorder_type", "Political violence", "event_type", "Riots", "sub_event_type", "Mob violence"), tabletest.Set(3, "disorder_type", "Demonstrations", "event_type", "Riots", "sub_event_type", "Violent demonstration")}, Want: ``},
		{Name: "unknown categories are VAL002's", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Batles")}, Want: ``},
		{Name: "deaths on side b of one-sided violence", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "type_of_violence", "3", "side_a", "BF", "side_b", "Civilians", "deaths_b", "2")}, Want: `2 deaths_b deaths_b is 2 in one-sided violence, where side b is civilians`},
		{Name: "one-sided violence against an army", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "type_of_violence", "3", "side_a", "BF", "side_b", "CF", "deaths_b", "0")}, Want: `2 side_b type_of_violence is 3 (one-sided), but side_b is "CF"`},
		{Name: "no government in state-based conflict", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "type_of_violence", "1", "side_a", "BF", "side_b", "CF")}, Want: `2 type_of_violence type_of_violence is 1 (state-based), but neither side is a government`},
		{Name: "a government in non-state conflict", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "type_of_violence", "2", "side_a", "Government of Berrin", "side_b", "CF")}, Want: `2 type_of_violence type_of_violence is 2 (non-state), but a side is a government`},
		{Name: "two governments", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "type_of_violence", "1", "side_a", "Government of Berrin", "side_b", "Government of Corva")}, Want: ``},
		{Name: "targets", Layout: "scad", Rows: []tabletest.Row{
			tabletest.Set(2, "etype", "9", "cgovtarget", "0", "rgovtarget", "1"), tabletest.Set(3, "etype", "8", "cgovtarget", "0", "rgovtarget", "0"),
			tabletest.Set(4, "etype", "9", "cgovtarget", "0", "rgovtarget", "0"), tabletest.Set(5, "etype", "10", "cgovtarget", "1", "rgovtarget", "0"), tabletest.Set(6, "etype", "4", "cgovtarget", "1", "rgovtarget", "0"),
		}, Want: `
2 etype etype is 9 (extra-government violence), but a government was the target
3 etype etype is 8 (anti-government violence), but no government was a target`},
		{Name: "lethal repression without dead", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "repress", "2", "ndeath", "0"), tabletest.Set(3, "repress", "2", "ndeath", "-88")}, Want: `2 repress repress is 2 (lethal repression), but ndeath is 0`},
		{Name: "doubt", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "doubtterr", "0", "alternative", "2"), tabletest.Set(3, "doubtterr", "1", "alternative", ""), tabletest.Set(4, "doubtterr", "-9", "alternative", "")}, Want: `
2 alternative doubtterr is 0 (no doubt), but alternative is 2
3 alternative doubtterr is 1 (doubt that it is terrorism), but alternative does not say what else it may be`},
		{
			Name: "hostages", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "ishostkid", "0", "nhostkid", "3"), tabletest.Set(3, "ishostkid", "0", "nhostkid", "-99"), tabletest.Set(4, "ishostkid", "-9", "nhostkid", "3")},
			Want: `2 ishostkid ishostkid is 0 (nobody was taken hostage), but nhostkid is 3`,
		},
	})
}
