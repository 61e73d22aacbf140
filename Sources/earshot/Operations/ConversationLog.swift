import Earshot
import FoundationEssentials
import Metrics

/// Counts conversations and logs their faults. No text of a message and no name goes into either.
struct ConversationLog: ConversationObserver {
    private let messages: Family<Counter>
    private let repeats: Counter

    init(_ metrics: Metrics) {
        messages = metrics.counters(
            "earshot_messages_total", help: "Messages answered, by channel and intent.",
            labels: ["channel", "intent"])
        repeats = metrics.counter(
            "earshot_messages_repeated_total", help: "Messages that had been answered before.")
    }

    func answered(_ message: InboundMessage, intent: Intent) {
        messages.with(message.channel, intent.rawValue).increment()
    }

    func repeated(_ message: InboundMessage) {
        repeats.increment()
    }

    func failed(_ message: InboundMessage, _ error: any Error) -> String {
        let reference = String(UUID().uuidString.lowercased().prefix(8))
        Log.write(
            .error, "a message could not be answered",
            [("reference", reference), ("channel", message.channel), ("error", "\(error)")])
        return reference
    }
}
