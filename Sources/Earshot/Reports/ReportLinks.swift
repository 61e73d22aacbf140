import Synchronization

/// Where it is kept which links to reports there are: of a link's token its digest alone.
public protocol ReportLinkDesk: Sendable {
    /// Keeps a link to a report.
    ///
    /// - Parameter account: whom it is sent to.
    /// - Returns: whether there is such a report, and a page of it.
    func keepLink(
        _ token: String, to report: ReportLinks.Report, sentTo account: String, until end: Timestamp
    ) async throws -> Bool

    /// What a link leads to; nothing for a token that nobody was given, or whose time is over.
    func report(linkedBy token: String, at now: Timestamp) async throws -> LinkedReport?
}

/// A report behind a link, and the account that the link was sent to.
public struct LinkedReport: Sendable {
    public var issue: ReportIssue
    public var account: String

    public init(issue: ReportIssue, account: String) {
        (self.issue, self.account) = (issue, account)
    }
}

/// Puts a link to its page below each report as it leaves, for the one person it is for.
///
/// The link is made at the moment of sending, so that its token stands in no file: neither in the outbox, nor with what is
/// kept of the report.
public final class ReportLinks: Sendable {
    private let desk: any ReportLinkDesk
    private let address: String
    private let days: Int
    private let clock: any Clock
    private let token: @Sendable () throws -> String
    private let words: @Sendable (_ days: Int) throws -> String
    /// The tokens of deliveries that have not arrived yet: a platform must be able to tell that it got the same words before.
    private let pending = Mutex<[Int64: String]>([:])

    /// More than a channel has under way or waiting to be tried again; the rest get another link at the next try.
    private static let mostPending = 20_000

    /// - Parameters:
    ///   - address: of the service, as people reach it: `https://voices.example.com`.
    ///   - days: how long a link leads anywhere.
    ///   - token: makes one that nobody can guess, of letters and digits.
    ///   - words: what the link reads.
    public init(
        desk: any ReportLinkDesk, address: String, days: Int, clock: any Clock,
        token: @escaping @Sendable () throws -> String,
        words: @escaping @Sendable (_ days: Int) throws -> String
    ) {
        (self.desk, self.address, self.days, self.clock) = (desk, address, days, clock)
        (self.token, self.words) = (token, words)
    }

    /// What is sent to an account instead of a consignment; the same where it is no report, or one for several.
    public func linked(_ consignment: Consignment, to account: String) async throws -> Consignment {
        guard consignment.deliveries.count == 1, let report = Report(ofDelivery: consignment.key) else {
            return consignment
        }
        let known = pending.withLock { $0[consignment.number] }
        let token = try known ?? self.token()
        if known == nil {
            guard
                try await desk.keepLink(
                    token, to: report, sentTo: account, until: clock.now + .seconds(days * 86_400))
            else { return consignment }
            pending.withLock { if $0.count < ReportLinks.mostPending { $0[consignment.number] = token } }
        }
        var linked = consignment
        linked.reply.blocks.append(
            .link(label: try words(days), address: "\(address)/reports/\(token)"))
        return linked
    }

    /// Forgets the token of what will not be tried again by itself.
    ///
    /// - Returns: the outcome without the token, should the platform's words repeat it.
    public func settle(_ consignment: Consignment, _ outcome: SendOutcome) -> SendOutcome {
        let token = pending.withLock { pending in
            switch outcome {
            case .retry, .tooFast, .tokenInvalid, .channelStopped, .unclear: pending[consignment.number]
            case .sent, .recipientGone, .refused: pending.removeValue(forKey: consignment.number)
            }
        }
        return token.map { outcome.without($0) } ?? outcome
    }
}

extension ReportLinks {
    /// The report of a subscription's day.
    public struct Report: Sendable, Hashable {
        public let subscription: Int64
        public let day: Day

        /// What the key of a delivery says, `report/12/2026-11-22`; nothing for any other.
        public init?(ofDelivery key: String) {
            let parts = key.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "report", let subscription = Int64(parts[1]),
                let day = Day(parts[2])
            else { return nil }
            (self.subscription, self.day) = (subscription, day)
        }
    }
}
