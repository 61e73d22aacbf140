extension Intent {
    /// Whether it does something at once that others see or that ends something.
    var isAct: Bool {
        switch self {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore,
            .alertBroadcast, .alertAssign, .suggestionDecide, .subscriptionRemove, .subscriptionPause:
            true
        default: false
        }
    }

    /// Whether it shows one warning or does something about it.
    var isOfOneWarning: Bool {
        switch self {
        case .alertShow, .alertClaim, .alertAssign, .alertResolve, .alertDismiss, .alertSilence,
            .alertUnsilence, .alertRestore, .alertBroadcast, .alertTrend, .alertQuotes,
            .alertMore, .alertRest:
            true
        default: false
        }
    }
}
