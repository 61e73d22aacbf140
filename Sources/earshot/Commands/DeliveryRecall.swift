import Earshot

/// Has a platform take a message back that was sent, for `earshot outbox recall`.
struct DeliveryRecall {
    private let site: Site
    private let desk: any OutboxDesk

    init(_ site: Site, _ desk: any OutboxDesk) {
        self.site = site
        self.desk = desk
    }

    /// Says what became of it.
    ///
    /// - Throws: `Failure` with the platform's words where it refuses, or why it cannot be asked.
    func run(_ number: Int64, at now: Timestamp) async throws {
        guard let delivery = try await desk.delivery(number) else {
            throw Failure("\(number): \(OutboxCommand.obstacle(nil))")
        }
        let summary = delivery.summary
        guard summary.progress.state == .sent else {
            throw Failure("\(number): is \(summary.progress.state), not sent; drop takes back what waits")
        }
        // What a group's webhook took has no name there.
        guard let identifier = summary.progress.receipt else {
            throw Failure(
                "\(number): \(summary.channel) gives no number for what is sent, by which it could be taken back"
            )
        }
        let outcome = await site.recall(
            identifier, from: summary.channel, recipient: summary.recipient, client: try site.client(),
            clock: SystemClock())
        switch outcome {
        case nil: throw Failure("\(number): nothing in the settings sends through \(summary.channel)")
        case .sent:
            try await desk.noteRecall(of: number, at: now)
            Terminal.say("\(delivery.together.map(String.init).joined(separator: ", ")): taken back")
        case let refusal?:
            throw Failure("\(number): \(summary.channel) does not take it back: \(refusal.remark)")
        }
    }
}
