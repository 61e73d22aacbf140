/// Of whose cars a report tells.
public enum ReportSubject: Hashable, Sendable {
    /// Of the own brand as a whole.
    case own
    /// Of one own series, as a whole: there are no figures of it by aspect.
    case series(String)
    /// Of a rival's series, or of all that a maker has where it has no series.
    case rival(Rival)
    case rivals

    /// As it is kept: nothing for the own brand, `series:星驰X5`, `rival:云途:云途L7` or `rivals`.
    public var name: String {
        switch self {
        case .own: ""
        case .series(let series): "series:\(series.asField)"
        case .rival(let rival): "rival:\(rival.brand.asField):\(rival.series.asField)"
        case .rivals: "rivals"
        }
    }

    /// Reads what `name` wrote.
    public init?(name: String) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false).map { String($0).fromField }
        switch (parts[0], parts.count) {
        case ("", 1): self = .own
        case ("series", 2) where !parts[1].isEmpty: self = .series(parts[1])
        case ("rival", 3) where !parts[1].isEmpty: self = .rival(Rival(brand: parts[1], series: parts[2]))
        case ("rivals", 1): self = .rivals
        default: return nil
        }
    }

    /// What a message names; nothing where it names no series and no rival.
    init?(_ slots: Slots) {
        if slots.ofRivals == true {
            self = .rivals
        } else if let product = slots.product, !product.isOwn {
            self = .rival(Rival(brand: product.brand, series: product.series ?? ""))
        } else if let series = slots.product?.series {
            self = .series(series)
        } else {
            return nil
        }
    }

    /// Has a message name it.
    func fill(_ slots: inout Slots) {
        switch self {
        case .own: break
        case .series(let series): slots.product = Product(brand: "", series: series, isOwn: true)
        case .rival(let rival):
            slots.product = Product(
                brand: rival.brand, series: rival.series.isEmpty ? nil : rival.series, isOwn: false)
        case .rivals: slots.ofRivals = true
        }
    }

    /// 星驰X5, 云途L7 or 竞品; nothing for the own brand.
    var words: TextValue? {
        switch self {
        case .own: nil
        case .series(let series): .text(series)
        case .rival(let rival): .text(rival.name)
        case .rivals: Phrase.reportRivals.with()
        }
    }

    /// Whether it is the own brand or a series of it.
    var isOfOwnBrand: Bool {
        switch self {
        case .own, .series: true
        case .rival, .rivals: false
        }
    }

    /// Whether a warning is of it.
    func concerns(_ subject: WarningSubject) -> Bool {
        switch self {
        case .own: true
        case .series(let series): subject.matter?.series == series
        case .rival(let rival):
            subject.matter?.rival.map { $0.brand == rival.brand && (rival.series.isEmpty || $0 == rival) }
                ?? false
        case .rivals: subject.matter?.rival != nil
        }
    }
}
