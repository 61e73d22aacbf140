/// The words of `commands.json5` with which people answer the form for suggestions beside its numbers.
struct SuggestionFormWords: Sendable {
    private let choices: [[UInt32]: SuggestionForm.Choice]
    private let askingOn: [[UInt32]]
    private let waiting: Set<[UInt32]>
    private let recording: [String]
    private let customers: [String]

    init(_ words: [String: [String]]) {
        let lists: [(String, SuggestionForm.Choice)] = [
            ("form_submit", .submit), ("form_insist", .insist), ("form_edit", .edit), ("form_skip", .skip),
            ("urgency_high", .urgency(.high)), ("urgency_normal", .urgency(.normal)),
            ("urgency_low", .urgency(.low)), ("form_words", .field(.what)), ("form_about", .field(.about)),
            ("form_urgency", .field(.urgency)), ("form_pictures", .field(.pictures)),
        ]
        let entries = lists.flatMap { name, choice in
            (words[name] ?? []).map { (Normalization($0).letters, choice) }
        }
        choices = Dictionary(entries) { first, _ in first }
        (recording, customers) = (words["form_record"] ?? [], words["customers"] ?? [])
        waiting = Set((words["form_wait"] ?? []).map { Normalization($0).letters })
        askingOn = (words["form_asks_on"] ?? []).map { Normalization($0).letters }
    }

    /// What a whole message means, where it is one of those words.
    func choice(_ text: String) -> SuggestionForm.Choice? { choices[Normalization(text).letters] }

    /// Whether a whole message asks to wait: 等一下.
    func asksToWait(_ text: String) -> Bool { waiting.contains(Normalization(text).letters) }

    /// Whether a message begins with what records the words of a customer.
    func opensRecord(_ text: String) -> Bool {
        let text = text.withoutOuterBlanks
        return recording.contains { text.hasPrefix($0) } && customers.contains { text.contains($0) }
    }

    /// Whether a message ends as one that asks on does: 上海呢.
    func asksOn(_ text: String) -> Bool {
        let letters = Normalization(text).letters
        return askingOn.contains { letters.count > $0.count && letters.suffix($0.count).elementsEqual($0) }
    }
}

extension Normalization {
    /// Without signs and blanks.
    fileprivate var letters: [UInt32] { scalars.filter { $0 != Normalization.separator } }
}
