/// Names that a text may begin with; the longest one is found without making a string.
struct NamePrefixes<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        let name: [Unicode.Scalar]
        let value: Value
    }

    /// Entries by their first two characters, longest first; a shorter name is not a place.
    private var entries: [UInt64: [Entry]] = [:]

    init(_ names: some Sequence<(String, Value)>) {
        for (name, value) in names {
            let scalars = Array(name.unicodeScalars)
            guard let key = NamePrefixes.key(scalars[...]) else { continue }
            entries[key, default: []].append(Entry(name: scalars, value: value))
        }
        for key in entries.keys {
            entries[key]?.sort { $0.name.count > $1.name.count }
        }
    }

    /// The longest name at the start of the text for whose value `choose` gives something.
    func longest<Chosen>(
        in text: ArraySlice<Unicode.Scalar>, choosing choose: (Value) -> Chosen?
    ) -> (length: Int, chosen: Chosen)? {
        guard let key = NamePrefixes.key(text), let candidates = entries[key] else { return nil }
        for entry in candidates where text.starts(with: entry.name) {
            if let chosen = choose(entry.value) { return (entry.name.count, chosen) }
        }
        return nil
    }

    private static func key(_ text: ArraySlice<Unicode.Scalar>) -> UInt64? {
        guard text.count >= 2 else { return nil }
        return UInt64(text[text.startIndex].value) << 32 | UInt64(text[text.startIndex + 1].value)
    }
}
