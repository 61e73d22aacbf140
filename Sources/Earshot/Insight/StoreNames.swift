/// The names of the brand's stores as customers write them, to be taken out of quotes: who may not ask about a store
/// shall not read its complaints under its name either.
///
/// A name is that of the directory or another one listed there, with or without the city before it (杭州滨江店,
/// 杭州市滨江店, 滨江店), whatever the case and width of Latin letters and digits.
struct StoreNames: Sendable {
    /// Stands where a name was taken out: the character that says of itself that something stood there. A text's own
    /// ones are dropped.
    private static let gap: Unicode.Scalar = "\u{FFFC}"
    /// A shorter remainder of a name (店) is a word of everyday speech.
    private static let shortestRemainder = 3

    /// By their first character, the longest first.
    private let names: [Unicode.Scalar: [Name]]
    private let beginnings: UInt64

    private struct Name: Sendable {
        let scalars: [Unicode.Scalar]
        let owners: Set<String>
    }

    init(of stores: [Dealer]) {
        var owners: [[Unicode.Scalar]: Set<String>] = [:]
        for store in stores {
            for name in StoreNames.forms(of: store) {
                owners[name.unicodeScalars.map(StoreNames.folded), default: []].insert(store.id)
            }
        }
        let all = owners.map { Name(scalars: $0, owners: $1) }
        names = Dictionary(grouping: all.filter { $0.scalars.count > 1 }) { $0.scalars[0] }
            .mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
        beginnings = names.keys.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    }

    /// A text with a gap in place of each name that is not one of the reader's own store.
    ///
    /// The longest name at a place counts, so that 西湖店 of another city is not found within the own 杭州西湖店.
    func hidden(in text: String, except own: Dealer?) -> String {
        hidden(in: text, except: own, following: nil).text
    }

    /// The same, and where some words of the text stand in the result, both as offsets of Unicode scalars. The gap stands
    /// for words within a name that was taken out.
    func hidden(
        in text: String, except own: Dealer?, following words: Range<Int>?
    ) -> (text: String, words: Range<Int>?) {
        // Few texts have even the first character of a name.
        guard
            text.unicodeScalars.contains(where: {
                $0 == StoreNames.gap || begins(with: StoreNames.folded($0))
            })
        else { return (text, words) }
        let scalars = Array(text.unicodeScalars)
        let kept = scalars.indices.filter { scalars[$0] != StoreNames.gap }
        let strangers = strangers(in: kept.map { StoreNames.folded(scalars[$0]) }, to: own)
        guard !strangers.isEmpty || kept.count < scalars.count else { return (text, words) }
        var result = String.UnicodeScalarView()
        // For each scalar of the result the offset of the one that it stands for.
        var origins: [Int] = []
        var index = 0
        for stranger in strangers + [kept.endIndex..<kept.endIndex] {
            result.append(contentsOf: kept[index..<stranger.lowerBound].lazy.map { scalars[$0] })
            origins += kept[index..<stranger.lowerBound]
            index = stranger.upperBound
            guard !stranger.isEmpty else { break }
            result.append(StoreNames.gap)
            origins.append(kept[stranger.lowerBound])
        }
        let found = words.map { words in
            let start = origins.lastIndex { $0 <= words.lowerBound } ?? 0
            return start..<max(start, origins.firstIndex { $0 >= words.upperBound } ?? origins.count)
        }
        return (String(result), found)
    }

    /// Where names stand that are not one of the reader's own store, in order.
    private func strangers(in folded: [Unicode.Scalar], to own: Dealer?) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < folded.count {
            guard begins(with: folded[index]),
                let name = names[folded[index]]?.first(where: { folded[index...].starts(with: $0.scalars) })
            else {
                index += 1
                continue
            }
            let end = index + name.scalars.count
            if own.map({ name.owners.contains($0.id) }) != true { found.append(index..<end) }
            index = end
        }
        return found
    }

    /// Whether a name may begin with a character. A bit stands for each remainder by 64, so most characters are told
    /// to begin none without looking at the names.
    private func begins(with folded: Unicode.Scalar) -> Bool {
        beginnings & 1 << UInt64(folded.value % 64) != 0 && names[folded] != nil
    }

    /// What stands in the place of a name.
    static let hiddenName = words(of: String(Character(gap)))

    /// The text in words of a template where something was taken out.
    static func words(of text: String) -> TextValue {
        let parts = text.unicodeScalars.split(separator: gap, omittingEmptySubsequences: false)
        guard parts.count > 1 else { return .text(text) }
        return Phrase.quoted.with([
            "pieces": .list(
                parts.enumerated().map { index, part in
                    ["text": .text(String(part)), "store": .flag(index < parts.count - 1)]
                })
        ])
    }

    private static func forms(of store: Dealer) -> Set<String> {
        let city = store.city.name
        var forms: Set<String> = []
        for name in [store.name] + store.aliases where !name.isEmpty {
            forms.insert(name)
            let prefix = ["\(city)市", city].first { !city.isEmpty && name.hasPrefix($0) }
            let short = prefix.map { String(name.dropFirst($0.count)) } ?? name
            guard prefix == nil || short.unicodeScalars.count >= shortestRemainder else { continue }
            forms.formUnion([short, city + short, "\(city)市\(short)"])
        }
        return forms
    }

    /// Full-width forms as ASCII, capitals as small letters.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        var value = scalar.value
        if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
        if (0x41...0x5A).contains(value) { value += 0x20 }
        return Unicode.Scalar(value) ?? scalar
    }
}
