import Earshot
import FoundationEssentials
import Store

/// Puts a text, a picture or both in line that an operator sends, for `earshot outbox send`.
struct DeliveryByHand {
    /// The name of a robot of `groupRobots`, or a channel and a person in it: `wecom/dealers:wangfang`.
    private let addressee: String
    private let lines: [String]
    /// The path of a picture.
    private let picture: String?

    private static let longestText = 1000

    /// - Throws: for a text that is too long or says nothing, and where there is nothing to send.
    init(_ words: [String], picture: String?) throws(UsageError) {
        guard (1...2).contains(words.count), words.count == 2 || picture != nil else {
            throw UsageError("send TO TEXT: the text is one argument, in quotes; or send TO --picture FILE")
        }
        addressee = words[0]
        self.picture = picture
        guard words.count == 2 else {
            lines = []
            return
        }
        guard words[1].count <= DeliveryByHand.longestText else {
            throw UsageError("the text has more than \(DeliveryByHand.longestText) characters")
        }
        lines = words[1].split(whereSeparator: \.isNewline).map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        guard !lines.isEmpty else { throw UsageError("the text says nothing") }
    }

    /// Enqueues it, and says what becomes of it.
    ///
    /// - Throws: what `deliveries` throws.
    func run(_ installation: Installation, _ bot: BotStore, at now: Timestamp) async throws {
        let deliveries = try deliveries(installation.site.settings, at: now)
        _ = try await bot.enqueue(deliveries, at: now)
        let newest = try await bot.deliveries(
            in: Set(DeliveryState.allCases), on: deliveries.first?.channel, limit: OutboxCommand.usualLimit)
        for delivery in deliveries {
            let number = newest.first { $0.key == delivery.key }.map { "\($0.number)" } ?? delivery.key
            Terminal.say(
                "\(number): waits for \(delivery.channel). A service that was started with it in its settings sends it "
                    + "within 15 seconds, or when the platform's rate allows it; without one it waits until "
                    + "\(installation.calendar.text(of: delivery.deadline)). What became of it: earshot outbox list "
                    + "--state all")
        }
    }

    /// What is put in line. Text and picture are a message each, in a group the text first.
    ///
    /// - Throws: `Failure` where nobody of the settings is so called, and where the platform would not show it whole.
    func deliveries(_ settings: Settings, at now: Timestamp) throws(Failure) -> [Delivery] {
        let to = try Addressee(addressee, in: settings)
        let reply = Reply(lines.map { .text($0) })
        guard to.showsWhole(reply) else {
            throw Failure("the text has more bytes than \(to.platform) shows of one message")
        }
        var deliveries: [Delivery] = []
        func add(_ reply: Reply, _ picture: Picture? = nil) {
            deliveries.append(
                Delivery(
                    key: "by-hand/\(addressee)/\(UUID().uuidString)", channel: to.channel,
                    recipient: to.recipient, reply: reply, picture: picture,
                    deadline: now + Delivery.patienceByHand))
        }
        if !lines.isEmpty { add(reply) }
        if let picture { add(Reply(), try to.picture(at: picture)) }
        return deliveries
    }
}
