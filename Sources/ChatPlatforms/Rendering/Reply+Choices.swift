import Earshot

extension Reply {
    /// The reply without what may be asked next, for channels that nobody can answer in.
    var withoutChoices: Reply {
        Reply(
            blocks.filter { block in
                if case .choices = block { return false }
                return true
            })
    }

    /// One line that stands for the reply in lists of chats; already disarmed.
    var headline: String {
        let first = blocks.lazy.compactMap { block -> String? in
            switch block {
            case .title(let text), .text(let text), .item(let text), .quote(let text, _): text
            case .figure(let label, let value): "\(label) \(value)"
            case .choices(let prompt, _): prompt
            }
        }.first
        // A character may be of any number of bytes.
        let line = String((first ?? "").prefix(60)).shortened(toBytes: 300)
        return Disarmed.text(line, atStartOfLine: false)
    }
}
