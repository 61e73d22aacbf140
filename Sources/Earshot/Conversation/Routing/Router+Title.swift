extension Router {
    /// What a person reads for an intent: the command's title (提建议).
    public func title(of intent: Intent) -> String {
        phrasebook.entries.first { $0.intent == intent }?.command.title ?? intent.rawValue
    }
}

extension Dialogue {
    /// What people read for an intent: the title of its command.
    public func title(of intent: Intent) -> String { router.title(of: intent) }
}
