package theme

import "text/template/parse"

// reached returns the templates of a kind that its pages use: the root, and what
// it leads to.
func reached(set map[string]tree) map[string]tree {
	out := make(map[string]tree, len(set))
	var list func(l *parse.ListNode)
	use := func(name string) {
		if tr, ok := set[name]; ok && out[name] == nil {
			out[name] = tr
			list(tr.Root)
		}
	}
	list = func(l *parse.ListNode) {
		if l == nil {
			return
		}
		for _, n := range l.Nodes {
			switch n := n.(type) {
			case *parse.TemplateNode:
				use(n.Name)
			case *parse.IfNode:
				list(n.List)
				list(n.ElseList)
			case *parse.WithNode:
				list(n.List)
				list(n.ElseList)
			case *parse.RangeNode:
				list(n.List)
				list(n.ElseList)
			}
		}
	}
	use(rootName)
	return out
}
