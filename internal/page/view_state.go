package page

import "diptych/internal/policy"

// State is what is said of a version beside its dates, where there is something
// to say: of most versions nothing.
type State struct {
	Again Tenure   // in force once more: since or from when, and until when
	Later []Tenure // when it will be again, after that or after Until
	Past  []Tenure // when it was, before that

	Never     bool        // withdrawn before it could take effect
	Withdrawn policy.Date // may lie ahead
	Reason    string      // why it is withdrawn
	ReasonTag string      // BCP 47 tag of Reason where it is not in the page's language
	Erased    bool        // its words are shown nowhere

	Ended        policy.Date // from when the policy is no more; of the version that was its last
	Held         policy.Date // the day on which it becomes public; of what only a preview shows
	Consultation *Consultation
}

// Consultation is when and where readers can say what they think of a version
// that is not announced.
type Consultation struct {
	From, To policy.Date // To is the last day
	Closed   bool        // To lies behind the day on which the page was made
	Contact  string      // as the publisher wrote it
	Href     string      // of a mail address or https address; else ""
}

// Band is what stands above all else over the whole width of a page: that what
// it shows is in force nowhere.
type Band struct {
	Preview      bool // the page is made with drafts: nobody but their authors sees it
	Draft        bool // it shows one
	Held         policy.Date
	Consultation *Consultation
	Version      string // which is a draft, held back or published for comment
	Texts        []DraftText
}

// DraftText is a text that a preview alone shows, of a version that is no draft.
type DraftText struct {
	Version string
	Lang    policy.Lang
}

// Ending is the end of a policy.
type Ending struct {
	Date    policy.Date // the first day on which the policy is no more
	Past    bool
	Next    *Link    // what comes in its place, or nil
	Last    *Edition // its last version; nil on the pages of that
	History string   // history page; "" on itself
}

// Attachment is a file that a text's page offers beside the text.
type Attachment struct {
	Link          // the file; Text is what it is called
	Kind   string // of policy.AttachmentKinds, or ""
	Size   string // a number
	Unit   string // of Size: b, kb or mb
	SHA256 string // of its bytes, in hexadecimal digits
}

// Return is a version that is in force again because a later one is withdrawn:
// from that day on and, where that is known, until when.
type Return struct {
	Withdrawn Edition
	Back      Edition
	Tenure
}
