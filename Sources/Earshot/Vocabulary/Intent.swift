/// What a person wants from one message: the vocabulary that the router, the services and `understand` share.
public enum Intent: String, Codable, Sendable, Hashable, CaseIterable {
    case overview = "insight.overview"
    case aspect = "insight.aspect"
    case compare = "insight.compare"
    case competitors = "insight.competitors"
    case quotes = "insight.quotes"
    case marketing = "insight.marketing"
    case dealer = "insight.dealer"
    case leads = "insight.leads"
    case topics = "insight.topics"
    case dealerRanking = "ranking.dealers"
    case supplierRanking = "ranking.suppliers"
    case logisticsRanking = "ranking.logistics"
    case alertList = "alert.list"
    case alertShow = "alert.show"
    case alertClaim = "alert.claim"
    case alertResolve = "alert.resolve"
    case alertDismiss = "alert.dismiss"
    case alertSilence = "alert.silence"
    /// Ends a silence before its time.
    case alertUnsilence = "alert.unsilence"
    /// Takes back that a warning was called a false alarm.
    case alertRestore = "alert.restore"
    case alertBroadcast = "alert.broadcast"
    case alertAssign = "alert.assign"
    case alertReason = "alert.reason"
    case alertAbsence = "alert.absence"
    case alertTrend = "alert.trend"
    case alertQuotes = "alert.quotes"
    /// What may be done about a warning beside what stands first, and what is left even then.
    case alertMore = "alert.more"
    case alertRest = "alert.rest"
    case guidance = "guidance.ask"
    case suggestionFile = "suggestion.file"
    case suggestionMine = "suggestion.mine"
    case suggestionShow = "suggestion.show"
    /// The pictures and files that came with a suggestion.
    case suggestionAttachments = "suggestion.attachments"
    case suggestionSupport = "suggestion.support"
    /// Whoever supports one does so no more.
    case suggestionUnsupport = "suggestion.unsupport"
    case suggestionList = "suggestion.list"
    case suggestionDecide = "suggestion.decide"
    /// Who deals with a suggestion, when it is due, and of which other one it is a part.
    case suggestionAssign = "suggestion.assign"
    case suggestionSchedule = "suggestion.schedule"
    case suggestionMerge = "suggestion.merge"
    case suggestionSplit = "suggestion.split"
    /// Whoever filed one takes it back.
    case suggestionWithdraw = "suggestion.withdraw"
    case subscriptionAdd = "subscription.add"
    case subscriptionRemove = "subscription.remove"
    case subscriptionList = "subscription.list"
    /// Reports do not come for a time, come again, and do not come at some hours.
    case subscriptionPause = "subscription.pause"
    case subscriptionResume = "subscription.resume"
    case subscriptionQuiet = "subscription.quiet"
    /// A report now, without subscribing to it.
    case reportShow = "report.show"
    /// A month as a whole, to be looked at together.
    case reviewShow = "review.show"
    /// What headquarters does with the lines to take.
    case knowledgeFile = "knowledge.file"
    case knowledgeChange = "knowledge.change"
    case knowledgeRetire = "knowledge.retire"
    case knowledgeList = "knowledge.list"
    case knowledgeShow = "knowledge.show"
    /// What was asked and nothing was known to.
    case unansweredList = "knowledge.unanswered"
    case recordVoice = "voice.record"
    /// What the person recorded, what stores recorded, and a record that is taken back or changed.
    case noteMine = "voice.mine"
    case noteList = "voice.notes"
    case noteWithdraw = "voice.withdraw"
    case noteCorrect = "voice.correct"
    /// What was agreed on in a review, and what becomes of it.
    case actionRecord = "action.record"
    case actionList = "action.list"
    case actionShow = "action.show"
    case actionFinish = "action.finish"
    case actionCancel = "action.cancel"
    case actionReopen = "action.reopen"
    case actionMove = "action.move"
    /// What matters to the person today.
    case briefing = "today.show"
    /// What an administrator asks and does about deliveries.
    case outboxList = "outbox.list"
    case outboxShow = "outbox.show"
    case outboxRetry = "outbox.retry"
    case outboxDrop = "outbox.drop"
    /// Which answers people called bad most often.
    case feedbackWorst = "feedback.worst"
    /// What the person thinks of the answer before, in words: 没用.
    case feedbackGive = "feedback.give"
    case profile = "profile.show"
    case bind = "profile.bind"
    case more
    case help
    case handoff
    /// What those who answer do with what was handed over to them, and either side ends.
    case handOverTake = "handover.take"
    case handOverReply = "handover.reply"
    case handOverEnd = "handover.end"
    case handOverKeep = "handover.keep"
    case handOverList = "handover.list"
    /// Lines to take that wait for headquarters' approval.
    case handOverProposed = "handover.proposed"
    case greeting
    case thanks
    case cancel
    case unknown
}
