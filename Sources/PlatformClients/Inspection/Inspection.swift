import Crypto
public import Earshot
public import HTTP

/// What a platform is asked about one channel: for a token, and for whatever tells more and changes nothing. Nothing is
/// sent to anybody.
public struct Inspection: Sendable {
    public let channel: String
    public let platform: Platform
    private let server: String
    private let secrets: [Secret]
    private let questions: @Sendable (inout Inquiry) async -> [Finding]

    /// Whose servers there are.
    public enum Platform: String, Sendable, Hashable, CaseIterable {
        case weCom = "WeCom"
        case dingTalk = "DingTalk"
        case feishu = "Feishu"

        /// From such a difference of the clocks on signatures are refused: by DingTalk and by Feishu's custom bots; for
        /// WeCom, which names none, by this program.
        public var clockLimit: Duration { self == .weCom ? .seconds(12 * 3600) : .seconds(3600) }
    }

    /// What came of it.
    public struct Report: Sendable {
        public let findings: [Finding]
        /// Nothing where no answer told the time.
        public let clock: ClockComparison?
    }

    init(
        _ channel: String, _ platform: Platform, server: String, secrets: [Secret],
        questions: @escaping @Sendable (inout Inquiry) async -> [Finding]
    ) {
        self.channel = channel
        self.platform = platform
        self.server = server
        self.secrets = secrets
        self.questions = questions
    }

    /// Asks. Nothing that is found holds a secret, whatever the other side answers.
    ///
    /// - Parameters:
    ///   - client: Must allow the platform's server; that it does not is found, too.
    ///   - timeLimit: For one question with its answer. There are two at most, one after the other.
    public func perform(
        client: Client, clock: any Earshot.Clock, timeLimit: Duration = .seconds(10)
    ) async -> Report {
        var inquiry = Inquiry(
            channel: channel, server: server, secrets: secrets, client: client, clock: clock,
            timeLimit: timeLimit)
        let findings = await questions(&inquiry)
        return Report(findings: findings.map(inquiry.shown), clock: inquiry.clockComparison)
    }

    /// Performs all at the same time, and gives what was found in their order; of each platform's clock once.
    public static func perform(
        _ inspections: [Inspection], client: Client, clock: any Earshot.Clock
    ) async -> [Finding] {
        let reports = await withTaskGroup(of: (Int, Report).self) { group in
            for (index, inspection) in inspections.enumerated() {
                group.addTask { (index, await inspection.perform(client: client, clock: clock)) }
            }
            return await group.reduce(into: [Int: Report]()) { $0[$1.0] = $1.1 }
        }
        let clocks = Platform.allCases.compactMap { platform -> Finding? in
            let compared = inspections.indices.filter { inspections[$0].platform == platform }
                .compactMap { reports[$0]?.clock }
            return compared.max { $0.difference < $1.difference }?
                .finding(server: platform.rawValue, limit: platform.clockLimit)
        }
        return inspections.indices.flatMap { reports[$0]?.findings ?? [] } + clocks
    }
}
