import Earshot

extension Reply {
    /// The reply without what may be asked next, for channels that nobody can answer in.
    var withoutChoices: Reply {
        var reply = self
        reply.blocks.removeAll { if case .choices = $0 { true } else { false } }
        reply.actions = nil
        return reply
    }

    /// The heading and the choices alone, for a card beside the rest; nothing without choices.
    var buttons: Reply? {
        guard let choices = blocks.last(where: { if case .choices = $0 { true } else { false } }) else {
            return nil
        }
        var buttons = Reply([.title(firstLine), choices])
        buttons.actions = actions
        return buttons
    }

    /// One line that stands for the reply in lists of chats; already disarmed.
    var headline: String { Disarmed.text(firstLine, atStartOfLine: false) }

    private var firstLine: String {
        let first = blocks.lazy.compactMap { block -> String? in
            switch block {
            case .title(let text), .text(let text), .item(let text), .quote(let text, _): text
            case .figure(let label, let value): "\(label) \(value)"
            case .link(let label, _): label
            case .choices(let prompt, _): prompt
            }
        }.first
        // A character may be of any number of bytes.
        return String((first ?? "").prefix(60)).shortened(toBytes: 300)
    }
}
