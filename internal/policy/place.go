package policy

// Level says how much of an address is named.
type Level uint8

const (
	AtRoot    Level = iota // nothing: {}
	AtLang                 // a language: {Lang}
	AtPolicy               // a policy: {Lang, Policy}
	AtVersion              // a version: {Lang, Policy, Version}
	AtPair                 // two versions: {Lang, Policy, Version, Base}
)

// Place is what the addresses of one kind of page have in common: all but the
// names in them.
type Place struct {
	At     Level
	Leaf   Leaf
	Beside bool // another language stands beside that of the page
}

// places is the grammar of addresses. A page stands at one of these places and
// at no other; has says where a site has it, nil wherever the names are known.
// ParsePath, Has, Refs and the reserved words are readings of this table, and
// package page has a kind of page for each line.
var places = [...]line{
	{Place{At: AtRoot}, nil},
	{Place{At: AtRoot, Leaf: LeafNotFound}, nil},
	{Place{At: AtLang}, nil},
	{Place{At: AtLang, Leaf: LeafNotFound}, nil},
	{Place{At: AtLang, Leaf: LeafSearch}, nil},
	{Place{At: AtPolicy}, nil},
	{Place{At: AtPolicy, Leaf: LeafEmbed}, nil},
	{Place{At: AtPolicy, Leaf: LeafHistory}, nil},
	{Place{At: AtPolicy, Leaf: LeafClauses}, spot.hasHistory},
	{Place{At: AtPolicy, Beside: true}, spot.hasBoth},
	{Place{At: AtVersion}, nil},
	{Place{At: AtVersion, Beside: true}, spot.hasBoth},
	{Place{At: AtPair}, spot.isComparable},
	{Place{At: AtPair, Leaf: LeafTable}, spot.isComparable},
	{Place{At: AtPair, Beside: true}, spot.hasBoth},
}

type line struct {
	Place
	has func(spot) bool
}

// Places lists where pages can stand.
func Places() []Place {
	out := make([]Place, len(places))
	for i := range places {
		out[i] = places[i].Place
	}
	return out
}

// Place returns where the ref stands. Whether pages can stand there is another
// question.
func (r Ref) Place() Place {
	at := AtRoot
	switch {
	case r.Base != "":
		at = AtPair
	case r.Version != "":
		at = AtVersion
	case r.Policy != "":
		at = AtPolicy
	case r.Lang != "":
		at = AtLang
	}
	return Place{at, r.Leaf, r.Other != ""}
}

// isWhole reports whether the ref has every part above its deepest one, and
// stands where pages can.
func (r Ref) isWhole() bool {
	if r.Policy != "" && r.Lang == "" || r.Version != "" && r.Policy == "" || r.Base != "" && r.Version == "" {
		return false
	}
	return placeIndex(r.Place()) >= 0
}

func placeIndex(p Place) int {
	for i := range places {
		if places[i].Place == p {
			return i
		}
	}
	return -1
}
