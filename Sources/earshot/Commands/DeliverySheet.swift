import Earshot

/// All about one delivery, as `earshot outbox show` prints it: a name and a value a line, then what it says.
enum DeliverySheet {
    static func text(of delivery: DeliveryDetails, calendar: LocalCalendar) -> String {
        let text = delivery.reply.map { Terminal.harmless(TerminalText.of($0)) }
        return
            (fields(of: delivery, calendar).map { "\($0)\t\(Terminal.field($1))" }
            + ["", text ?? "this edition of the program cannot read what it says"])
            .joined(separator: "\n")
    }

    private static func fields(
        of delivery: DeliveryDetails, _ calendar: LocalCalendar
    ) -> [(name: String, value: String)] {
        let summary = delivery.summary
        let progress = summary.progress
        let others = delivery.together.filter { $0 != summary.number }
        let fields: [(String, String?)] = [
            ("number", String(summary.number)), ("state", "\(progress.state)"),
            ("channel", summary.channel), ("recipient", summary.recipient), ("key", summary.key),
            ("priority", "\(delivery.priority)"), ("tries", String(progress.tries)),
            ("enqueued", calendar.text(of: summary.enqueuedAt)),
            ("changed", calendar.text(of: delivery.changedAt)),
            ("next try", progress.state.isOpen ? calendar.text(of: progress.due) : nil),
            ("deadline", calendar.text(of: progress.deadline)),
            (
                "may have arrived",
                progress.state == .sent ? nil : progress.mayHaveArrived ? "yes" : "no"
            ),
            (
                "picture",
                delivery.picture.map { "\($0.format.rawValue), \($0.bytes.count) bytes" }
            ),
            ("platform's words", progress.note), ("platform's number", progress.receipt),
            ("in one message with", others.isEmpty ? nil : others.map(String.init).joined(separator: ", ")),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }
}
