package reference

import "strings"

// isLaw reports whether an English word ends or is the name of a law.
func isLaw(w string) bool {
	switch w {
	case "Act", "Regulation", "Regulations", "GDPR", "Directive", "Convention", "CCPA", "CPRA", "Ordinance", "Constitution", "Treaty", "Statute", "PIPL", "HIPAA", "COPPA":
		return true
	}
	return false
}

// isDocument reports whether an English word ends the name of a document.
func isDocument(w string) bool {
	switch w {
	case "Agreement", "Policy", "Terms", "Rules", "Contract", "Form", "Notice", "Addendum", "Statement", "Code", "Law", "Guidelines", "DPA", "Clauses", "Conditions", "SCCs", "SCC", "NDA", "MSA", "SLA":
		return true
	}
	return isLaw(w)
}

// behind judges by what stands behind a reference: of this Agreement, of the
// Master Agreement, GDPR.
func (s *scanner) behind(i int) (own, foreign bool) {
	at := s.space(i)
	if at == i || at >= len(s.w) {
		return false, false
	}
	w := s.w[at:s.wordEnd(at)]
	switch {
	case isLaw(w), w == "thereof", w == "therein", w == "Working": // Article 29 Working Party
		return false, true
	case w == "hereof" || w == "herein" || w == "hereto" || w == "above" || w == "below":
		return true, false
	case w != "of" && w != "to" && w != "in" && w != "under":
		return false, false
	}
	at = s.space(at + len(w))
	next := s.w[at:s.wordEnd(at)]
	switch next {
	case "this", "these":
		return true, false
	case "such", "that", "those":
		return false, w == "of"
	}
	if _, ok := englishUnits[strings.ToLower(next)]; ok { // paragraph 3 of Schedule 2
		return false, false
	}
	name := s.w[at:]
	if next == "the" || next == "our" {
		name = s.w[s.space(at+len(next)):]
	}
	phrase := capitals(name)
	switch {
	case phrase != "" && s.isTitle(phrase):
		return true, false
	case w == "of":
		return false, next != "" || at < len(s.w) && isDigit(s.w[at]) // part 1 of 3
	}
	last := phrase[strings.LastIndexByte(phrase, ' ')+1:]
	return false, isDocument(last)
}

// capitals returns the capitalised words with which s begins, and of and for
// between them.
func capitals(s string) string {
	end := 0
	for at := 0; at < len(s) && at < 120; {
		n := at
		for n < len(s) && (isLetter(s[n]) || s[n] == '-' || isDigit(s[n])) {
			n++
		}
		w := s[at:n]
		if w == "" || !isUpper(w[0]) && w != "of" && w != "for" && w != "and" && w != "on" {
			break
		}
		if isUpper(w[0]) {
			end = n
		}
		if n >= len(s) || s[n] != ' ' {
			break
		}
		at = n + 1
	}
	return s[:end]
}

// beforeEnglish judges by the name that ends head: GDPR Article 13, the Master
// Agreement, Section 5, 15 U.S.C. § 1681.
func (s *scanner) beforeEnglish(head string) (own, foreign bool) {
	head = strings.TrimRight(head, " \u00a0")
	comma := strings.HasSuffix(head, ",")
	head = strings.TrimSuffix(head, ",")
	head = strings.TrimSuffix(strings.TrimRight(strings.TrimSuffix(head, "("), " "), " at")
	head = strings.TrimSuffix(head, "’s")
	head = strings.TrimSuffix(head, "'s")
	from := strings.LastIndexAny(head, " \n(（“\"") + 1
	last := head[from:]
	if isLaw(last) && comma { // its sentence says that it may be meant
		return false, false
	}
	if isLaw(last) || isStandard(head[:from], last) || strings.Count(last, ".") > 1 && strings.HasSuffix(last, ".") {
		return false, true
	}
	if !isDocument(last) {
		return false, false
	}
	for n := 0; n < 8; n++ { // back over its name
		head = strings.TrimRight(head[:from], " ")
		from = strings.LastIndexAny(head, " \n(（“\"") + 1
		switch w := head[from:]; {
		case w == "this" || w == "This" || w == "these" || w == "These":
			return true, false
		case w == "" || !isUpper(w[0]):
			return false, !s.isTitle(last)
		}
	}
	return false, true
}

// isStandard reports whether a word with digits, behind head, is the number of a
// standard or a law: ISO 27001, RFC 3161, GB/T 35273-2020, (EU) 2016/679.
func isStandard(head, number string) bool {
	if number == "" || !isDigit(number[0]) {
		return false
	}
	head = strings.TrimRight(head, " \u00a0")
	from := len(head)
	for from > 0 && (isUpper(head[from-1]) || strings.IndexByte("/()", head[from-1]) >= 0) {
		from--
	}
	w := strings.Trim(head[from:], "/()")
	_, unit := englishUnits[strings.ToLower(w)]
	return len(w) > 1 && !unit
}

// laws are what names a law in a Chinese sentence without 《》.
var laws = []string{"民法典", "保护法", "安全法", "合同法", "公司法", "著作权法", "商标法", "专利法", "商务法", "广告法", "劳动法", "刑法", "竞争法", "保护条例"}

// namesOther reports whether a sentence names a law or another document.
func (s *scanner) namesOther(sentence string) bool {
	for rest := sentence; ; {
		at := strings.Index(rest, "《")
		if at < 0 {
			break
		}
		own := strings.HasSuffix(rest[:at], "本")
		rest = rest[at+len("《"):]
		title, _, ok := strings.Cut(rest, "》")
		if !ok || !own && !strings.HasPrefix(title, "本") && !s.isTitle(title) {
			return true
		}
	}
	for _, w := range laws {
		if strings.Contains(sentence, w) {
			return true
		}
	}
	for at := 0; at < len(sentence); {
		if !isUpper(sentence[at]) {
			at++
			continue
		}
		end := at
		for end < len(sentence) && isLetter(sentence[end]) {
			end++
		}
		if isLaw(sentence[at:end]) || sentence[at:end] == "Law" && namedLaw(sentence[:at]) {
			return true
		}
		at = end
	}
	return false
}

// namedLaw reports whether the word before Law names it: Data Security Law, and
// not Applicable Law.
func namedLaw(head string) bool {
	head = strings.TrimRight(head, " ")
	w := head[strings.LastIndexAny(head, " \n(（“\"")+1:]
	switch w {
	case "", "Applicable", "Governing", "Relevant", "Mandatory", "Local", "Any", "By", "The":
		return false
	}
	return isUpper(w[0])
}
