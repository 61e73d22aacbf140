import Earshot

/// The Markdown that DingTalk, WeCom and Feishu show: heading, bold, quotation and list.
struct MarkdownDialect: ReplyDialect {
    /// What ends a line inside a paragraph: DingTalk wants two blanks before the line feed.
    let lineBreak: String

    static let dingTalk = MarkdownDialect(lineBreak: "  \n")
    static let weCom = MarkdownDialect(lineBreak: "\n")
    static let feishu = MarkdownDialect(lineBreak: "\n")

    func write(_ block: Reply.Block) -> String {
        switch block {
        case .title(let text): "### " + Disarmed.text(text, atStartOfLine: true)
        case .text(let text): Disarmed.text(text, atStartOfLine: true)
        case .figure(let label, let value): "**\(disarmed(label))** \(disarmed(value))"
        case .quote(let text, let source): "> 「\(disarmed(text))」 \(disarmed(source))"
        case .item(let text): "- " + Disarmed.text(text, atStartOfLine: true)
        case .link(let label, let address):
            Disarmed.isAddress(address)
                ? "[\(disarmed(label))](\(address))" : Disarmed.text(label, atStartOfLine: true)
        case .choices(let prompt, let choices):
            ([Disarmed.text(prompt, atStartOfLine: true)]
                + choices.plain.map { ($0.isNumbered ? "**\($0.number)** " : "- ") + disarmed($0.label) })
                .filter { !$0.isEmpty }
                .joined(separator: lineBreak)
        }
    }

    func separator(between first: Reply.Block, and second: Reply.Block) -> String {
        switch (first, second) {
        case (.figure, .figure), (.text, .text), (.text, .figure), (.figure, .text): lineBreak
        case (.item, .item): "\n"
        default: "\n\n"
        }
    }

    private func disarmed(_ text: String) -> String {
        Disarmed.text(text, atStartOfLine: false)
    }
}
