import ChatPlatforms
import Earshot
import Texts

/// What is made of the files that may change while the service runs, all of one reading.
struct Parts: Sendable {
    private let directory: PresentDirectory
    /// Those of today.
    var people: [Person] { directory.people }
    let dialogue: Dialogue
    let texts: PromptTexts
    let replyTexts: ReplyTexts
    let comprehension: Comprehension
    /// What the rounds of the watch go by.
    let situation: WarningRounds.Situation
    /// What the rounds of suggestions go by.
    let suggestions: SuggestionRounds.Situation
    /// What the search for evidence goes by.
    let evidence: EvidenceRounds.Situation
    /// What the rounds of reports go by.
    let reports: ReportRounds.Situation
    /// What the rounds of hand-overs go by.
    let handOvers: HandOverRounds.Situation

    /// - Parameter summaries: what stands below overviews; nothing to do without.
    init(_ installation: Installation, _ stores: Stores, summaries: PreparedSummaries? = nil) throws {
        directory = installation.directory
        texts = try installation.texts()
        replyTexts = try ReplyTexts(texts)
        comprehension = try installation.comprehension()
        dialogue = try installation.dialogue(
            stores, texts, summaries: summaries, analyzer: comprehension.analyzer)
        situation = try installation.situation(stores, texts)
        suggestions = installation.suggestionSituation(stores, texts)
        evidence = EvidenceRounds.Situation(
            search: try installation.evidence(stores, comprehension.analyzer),
            calendar: installation.calendar)
        reports = try installation.reportSituation(stores, texts, title: dialogue.title(of:))
        handOvers = try installation.handOverSituation(stores, texts)
    }
}

extension ReplyTexts {
    /// The platforms' sentences as the templates say them.
    init(_ texts: PromptTexts) throws {
        self.init(
            more: try texts.words(.phrase(.cutOff, [:])), waiting: try texts.words(.phrase(.waiting, [:])),
            apology: try texts.words(.phrase(.apology, [:])),
            unidentified: try texts.words(.phrase(.unidentified, [:])),
            further: try texts.words(.phrase(.furtherWords, [:])),
            underWay: { try texts.words(.phrase(.underWay, ["what": .text($0)])) },
            chosen: { try texts.words(.phrase(.chosen, ["what": .text($0)])) })
    }
}
