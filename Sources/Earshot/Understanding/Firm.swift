/// A firm that a customer may name beside the car's maker and the store.
struct Firm: Sendable, Equatable {
    enum Kind: Sendable {
        /// Brings cars, parts or parcels.
        case courier
        /// Makes a part.
        case supplier
    }

    /// By which figures show it.
    var name: String
    /// All names that texts use, the name itself first.
    var names: [String]
    var kind: Kind
}

extension LexiconReader {
    /// The firms of a file, in the order of their names.
    ///
    /// - Throws: `LexiconError` for a name that says nothing.
    mutating func firms(_ part: LexiconPart) throws(LexiconError) -> [Firm] {
        try firms(part.couriers, .courier, in: "couriers") + firms(part.suppliers, .supplier, in: "suppliers")
    }

    private func firms(
        _ section: [String: String], _ kind: Firm.Kind, in field: String
    ) throws(LexiconError) -> [Firm] {
        var firms: [Firm] = []
        for (name, others) in section.sorted(by: { $0.key < $1.key }) {
            let firm = Firm(name: name, names: [name] + words(others), kind: kind)
            if let wrong = firm.names.first(where: { !ProductCatalogue.canBeFound($0) }) {
                throw LexiconError(
                    code: .emptyTerm, file: file, field: "\(field).\(name)", term: wrong,
                    message: "is empty or not made of usual characters",
                    hint: "write the name as texts have it")
            }
            firms.append(firm)
        }
        return firms
    }
}
