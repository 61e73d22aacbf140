/// What is kept for a time: voices, and of conversations and what came of them.
public enum RetainedKind: String, Sendable, Hashable, CaseIterable {
    /// Answers, for messages that a platform repeats, and whatever else protects against repetition.
    case replies
    /// Answers that people may rate, with what was understood.
    case ratedReplies
    /// What was last talked about, open forms.
    case conversations
    case feedback
    /// Deliveries that have ended; what is waiting has its own deadline.
    case deliveries
    /// Warnings that are over, with their history and who was told.
    case warnings
    /// Reports that were given.
    case reports
    case unanswered
    /// Hand-overs to people that are over, with what was said in them.
    case handOvers
    /// What dealers recorded of customers, once it is a voice: for so long it stands among their records (我的记录). It may
    /// be changed and taken back for a week, which it is kept at least.
    case notes
    /// Agreed actions that were done or cancelled.
    case actions
    /// Pictures, files and recordings: each has its own end, from when it came.
    case attachments
    /// Suggestions that are over: declined, online or withdrawn, with their parts and their history.
    case suggestions
    case audit
    /// What customers said, from the day on which it was published, with everything that was made of it.
    case voices
    /// Who said it: authors, addresses and personal numbers in voices, from the same day. What was said stays, as nobody's.
    case authors
}

/// How long each kind is kept.
public struct RetentionRules: Sendable, Hashable {
    private var kept: [RetainedKind: Duration]

    /// The usual times.
    public init() {
        kept = RetentionRules.usualDays.mapValues { .seconds($0 * 86_400) }
    }

    /// - Parameter days: what differs from the usual; 0 to keep it for ever.
    public init(days: [RetainedKind: Int]) {
        self.init()
        for (kind, days) in days { kept[kind] = days == 0 ? nil : .seconds(days * 86_400) }
    }

    /// The reasons stand where the times are set: `bot-config/earshot.json`.
    public static let usualDays: [RetainedKind: Int] = [
        // Three times what is promised for repeats.
        .replies: 1,
        .ratedReplies: 7, .conversations: 7, .feedback: 365, .deliveries: 180, .warnings: 730, .reports: 400,
        .unanswered: 60, .handOvers: 90, .notes: 365, .actions: 730, .audit: 1095,
    ]

    /// What is older goes; nothing for what is kept for ever.
    public func horizon(of kind: RetainedKind, at now: Timestamp) -> Timestamp? {
        // Whose end is written beside it.
        kind == .attachments ? now : kept[kind].map { now - $0 }
    }

    /// The fewest days of voices: those that the watch looks back on, behind days that are made up for and time zones.
    public static let fewestDaysOfVoices = Watch.memory + 20
    /// The fewest of authors: a source brings the same voice again meanwhile, and an author the same few words.
    public static let fewestDaysOfAuthors = 30

    /// What was published before goes, whole days at a time; nothing for what is kept for ever.
    public func horizon(
        ofPublished kind: RetainedKind, at now: Timestamp, _ calendar: LocalCalendar
    ) -> Timestamp? {
        days(of: kind).map { calendar.start(of: calendar.day(of: now) - $0) }
    }

    /// How long a kind is kept; nothing for ever, or for as long as is written beside each.
    public func days(of kind: RetainedKind) -> Int? {
        kept[kind].map { Int($0.components.seconds / 86_400) }
    }
}

/// What is kept of a kind at a moment.
public struct RetainedAmount: Sendable, Hashable {
    public var entries: Int
    /// How many of them would go now.
    public var due: Int

    public init(entries: Int, due: Int) {
        self.entries = entries
        self.due = due
    }
}
