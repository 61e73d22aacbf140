import Earshot
import FoundationEssentials
import Metrics

/// Counts conversations and logs their faults. No text of a message and no name goes into either.
struct ConversationLog: ConversationObserver {
    private let messages: Family<Counter>
    private let repeats: Counter
    private let ratings: RatingCount

    init(_ metrics: Metrics, _ ratings: RatingCount) {
        self.ratings = ratings
        messages = metrics.counters(
            "earshot_messages_total",
            help:
                "Messages answered, by platform and intent; stranger: somebody unknown, told how to be bound.",
            labels: ["platform", "intent"])
        repeats = metrics.counter(
            "earshot_messages_repeated_total", help: "Messages that had been answered before.")
    }

    func answered(_ message: InboundMessage, intent: Intent?) {
        // Not the channel: a robot's name is part of its address, which must not be guessed.
        let platform = message.channel.prefix { $0 != "/" }
        messages.with(String(platform), intent?.rawValue ?? "stranger").increment()
    }

    func repeated(_ message: InboundMessage) {
        repeats.increment()
    }

    func rated(_ message: InboundMessage, _ verdict: Feedback.Verdict) {
        ratings.count("\(verdict)", on: message.channel)
    }

    func failed(_ message: InboundMessage, _ error: any Error) -> String {
        let reference = String(UUID().uuidString.lowercased().prefix(8))
        Log.write(
            .error, "a message could not be answered",
            [
                ("fault.reference", reference), ("message.channel", message.channel),
                ("fault.error", "\(error)"),
            ])
        return reference
    }
}
