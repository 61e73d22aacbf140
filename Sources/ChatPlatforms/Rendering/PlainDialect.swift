import Earshot

/// Text without markup. It is disarmed all the same, because clients make links of what looks like one.
struct PlainDialect: ReplyDialect {
    func write(_ block: Reply.Block) -> String {
        switch block {
        case .title(let text), .text(let text): disarmed(text)
        case .figure(let label, let value): "\(disarmed(label))  \(disarmed(value))"
        case .quote(let text, let source): "「\(disarmed(text))」 \(disarmed(source))"
        case .item(let text): "· " + disarmed(text)
        case .link(let label, let address):
            Disarmed.isAddress(address) ? "\(disarmed(label)) \(address)" : disarmed(label)
        case .choices(let prompt, let choices):
            ([disarmed(prompt)]
                + choices.plain.map { ($0.isNumbered ? "\($0.number) " : "· ") + disarmed($0.label) })
                .filter { !$0.isEmpty }
                .joined(separator: "\n")
        }
    }

    func separator(between first: Reply.Block, and second: Reply.Block) -> String { "\n" }

    private func disarmed(_ text: String) -> String {
        Disarmed.text(text, atStartOfLine: false)
    }
}
