import Configuration
import Earshot
import Texts

/// Replays voices with the people, regions, holidays and rules of a site, which nothing of it is written to.
struct SiteBacktest: Sendable {
    private let installation: Installation
    private let texts: PromptTexts
    private let holidays: WorkCalendar
    private let safety: SafetyWords
    private let reach: Reach
    private let shares: [String: AlarmShare]
    private let subscriptions: [WarningSubscription]

    /// - Parameters:
    ///   - safety: the words that one voice is enough with.
    ///   - bindings: the accounts that were bound with a code.
    ///   - shares: by what factors people's answers have moved the rates of false alarms.
    ///   - subscriptions: who wishes to be told of what.
    init(
        _ installation: Installation, _ texts: PromptTexts, _ holidays: WorkCalendar,
        _ safety: SafetyWords = .none, bindings: [(account: String, person: String)] = [],
        shares: [String: AlarmShare] = [:], subscriptions: [WarningSubscription] = []
    ) {
        self.installation = installation
        self.texts = texts
        self.holidays = holidays
        self.safety = safety
        self.shares = shares
        self.subscriptions = subscriptions
        reach = installation.reach { bindings }
    }

    /// What would have happened in some days.
    ///
    /// - Parameters:
    ///   - source: where the counts are from, to be asked who complains of two aspects at once.
    ///   - signs: dangers and what each source brought; nothing where neither is replayed.
    ///   - budget: false warnings a week; nothing for that of the settings.
    ///   - onDay: called with how many days are done.
    func course(
        of days: ClosedRange<Day>, _ counts: ComplaintCounts, from source: (any ComplaintSource)? = nil,
        signs: ReplayedSigns? = nil, budget: Double? = nil,
        onDay: (Int) -> Void = { _ in }
    ) async throws -> BacktestCourse {
        let situation = installation.situation(
            texts, holidays, safety, figures: NoFigures(), reach: reach, budget: budget)
        return try await Backtest(
            of: counts, from: source, signs: signs, situation, shares: shares, subscriptions: subscriptions
        ).run(days, onDay: onDay)
    }
}

/// No voices: what is not sent needs no quotes.
private struct NoFigures: VoiceFigures {
    func edition() async throws -> FiguresEdition? { nil }
    func slices(_ wanted: [Cut]) async throws -> [Slice] { [] }
    func rivals(
        in place: VisiblePlace, during days: ClosedRange<Day>, before: ClosedRange<Day>, of aspect: Aspect?
    ) async throws -> [RivalStanding] { [] }
    func earliestDay() async throws -> Day? { nil }
    func voices(_ wanted: VoiceSelection, limit: Int) async throws -> [QuotableVoice] { [] }
}
