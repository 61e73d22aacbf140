/// The lexicon's complaints of one aspect of service, of which each says the same as the others: 等太久, 干等, 排长队.
///
/// Of the product's aspects it is not so: 异响 and 颠簸 both speak of comfort.
struct LexiconComplaints {
    private(set) var lists: [[[UInt32]]] = []
    /// By word: the numbers of its lists.
    private(set) var groups: [[UInt32]: Set<Int>] = [:]

    /// Aspects whose complaints are all of one kind.
    private static let aspects = [
        "sales_service.attitude", "sales_service.waiting", "sales_service.pressure", "sales_service.skill",
        "after_sales.attitude", "after_sales.waiting", "after_sales.parts", "after_sales.appointment",
        "delivery",
        "logistics.late", "logistics.damaged", "logistics.window", "logistics.tracking", "channel.price_war",
        "channel.cross_region",
    ]
    /// Longer words are sayings that hardly anybody repeats.
    private static let longest = 4

    /// - Parameter count: lists that stand before these.
    init(_ lexicon: Lexicon, after count: Int) {
        for name in LexiconComplaints.aspects {
            guard let aspect = Aspect(name) else { preconditionFailure("\(name) is not in the vocabulary") }
            let words = lexicon.terms.filter { _, term in
                term.own.contains { $0.aspect == aspect && $0.weight < 0 }
            }.keys.map { SearchText($0).characters }.filter {
                (2...LexiconComplaints.longest).contains($0.count) && !$0.contains(0)
            }.sorted { $0.lexicographicallyPrecedes($1) }
            guard words.count > 1 else { continue }
            for word in words { groups[word, default: []].insert(count + lists.count) }
            lists.append(words)
        }
    }
}
