package check

import (
	"diptych/internal/diag"
	"diptych/internal/policy"
)

// invisible reports characters that no eye tells: those that nobody sees, that
// reorder the words around them, and letters that pass for those of another script.
// Where writing needs such a character it is none; see policy.Hidings. It looks at
// policy.toml with the last version that can be mended, and at the names of files,
// which stand in addresses.
func invisible(s subject, v *policy.Version, say voice) {
	for _, t := range v.Texts {
		sayHidden(t.Hidden, say)
	}
	for _, f := range v.Files {
		for _, x := range policy.Hidings(f.Name) {
			if x.Pos.File = f.Place; f.Unfit == nil {
				sayHidden([]policy.Hiding{x}, say)
			}
		}
	}
	if all := s.versions(diag.Invisible); v == all[len(all)-1] {
		sayHidden(s.policy.Hidden, say)
	}
}

func sayHidden(hidden []policy.Hiding, say voice) {
	for _, x := range hidden {
		name := policy.CharacterName(x.Letter)
		switch {
		case x.Like != 0:
			say.at(x.Pos, 4, "Character", name, "Words", diag.Words(x.Word), "Like", diag.Words(x.Like))
		case policy.Reorders(x.Letter):
			say.at(x.Pos, 3, "Character", name)
		case x.Count > 1:
			say.at(x.Pos, 2, "Character", name, "Count", x.Count)
		default:
			say.at(x.Pos, 1, "Character", name)
		}
	}
}
