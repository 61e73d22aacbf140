extension Intent {
    /// Whether answering it changes or sends something that others see or rely on: such a wish must be certain.
    public var changesSomething: Bool {
        switch self {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore,
            .alertBroadcast, .alertAssign,
            .suggestionFile, .suggestionSupport, .suggestionUnsupport, .suggestionDecide, .suggestionAssign,
            .suggestionSchedule, .suggestionMerge, .suggestionSplit, .suggestionWithdraw, .subscriptionAdd,
            .subscriptionRemove, .subscriptionPause, .subscriptionResume, .subscriptionQuiet,
            .knowledgeFile, .knowledgeChange, .knowledgeRetire, .recordVoice, .noteWithdraw,
            .noteCorrect,
            .outboxRetry, .outboxDrop, .bind, .handOverTake, .handOverReply, .handOverEnd, .handOverKeep,
            .actionRecord, .actionFinish, .actionCancel, .actionMove, .actionReopen:
            true
        default: false
        }
    }
}
