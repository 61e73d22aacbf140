/// The lists of `replies` in `commands.json5`, in the form in which messages are compared with them.
struct ReplyWords: Sendable {
    private let lists: [String: [String]]

    init(_ lists: [String: [String]]?) { self.lists = lists ?? [:] }

    /// The words of a list, the longest first; none that says nothing, for it would stand everywhere.
    func words(_ name: String) -> [[UInt32]] {
        Phrasebook.longestFirst(lists[name] ?? []).filter { !$0.isEmpty }
    }

    /// The signs of a list, each a character.
    func signs(_ name: String) -> Set<Character> { Set((lists[name] ?? []).compactMap(\.first)) }

    /// The words as they are written.
    func written(_ name: String) -> [String] { (lists[name] ?? []).filter { !$0.isEmpty } }
}

extension [[UInt32]] {
    /// Whether one of these words stands in a text.
    func stand(in text: some Collection<UInt32>) -> Bool { contains { text.firstRange(of: $0) != nil } }
}
