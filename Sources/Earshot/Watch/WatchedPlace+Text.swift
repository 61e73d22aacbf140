extension WatchedPlace: CustomStringConvertible {
    /// `nation`, `region:华东`, `province:浙江`, `around:320100`, `city:330100` or `store:330100:D001:杭州西湖店`.
    public var description: String {
        switch self {
        case .nation: "nation"
        case .region(let region): "region:\(region.name.asField)"
        case .province(let name): "province:\(name)"
        case .surroundings(let city): "around:\(city.code)"
        case .city(let city): "city:\(city.code)"
        case .store(let store): "store:\(store.city.code):\(store.id.asField):\(store.name.asField)"
        }
    }

    /// Reads what `description` wrote; nothing for a city of which this edition of the program knows nothing.
    ///
    /// - Parameter regions: The brand's. A region that is none any more has no cities.
    public init?(_ text: String, regions: [Region]) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0).fromField }
        func city(_ code: String) -> City? { Int(code).flatMap { Gazetteer.china.city(code: $0) } }
        switch (parts[0], parts.count) {
        case ("nation", 1): self = .nation
        case ("region", 2):
            self = .region(regions.named(parts[1]) ?? Region(name: parts[1], cities: []))
        case ("province", 2): self = .province(parts[1])
        case ("around", 2):
            guard let city = city(parts[1]) else { return nil }
            self = .surroundings(of: city)
        case ("city", 2):
            guard let city = city(parts[1]) else { return nil }
            self = .city(city)
        case ("store", 4):
            guard let city = city(parts[1]) else { return nil }
            self = .store(WatchedStore(id: parts[2], name: parts[3], city: city))
        default: return nil
        }
    }
}

extension String {
    /// The text without the signs that part fields and lines, which stand as `%3A`.
    var asField: String {
        var text = ""
        for scalar in unicodeScalars {
            if let code = String.escapes[scalar] { text += code } else { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// The text of which a field was made.
    var fromField: String {
        guard contains("%") else { return self }
        var text = String.UnicodeScalarView()
        var rest = Substring(self)
        while let scalar = rest.unicodeScalars.first {
            if let escape = String.escapes.first(where: { rest.hasPrefix($0.value) }) {
                text.append(escape.key)
                rest = rest.dropFirst(escape.value.count)
            } else {
                text.append(scalar)
                rest = Substring(rest.unicodeScalars.dropFirst())
            }
        }
        return String(text)
    }

    private static let escapes: [Unicode.Scalar: String] = [
        "%": "%25", ":": "%3A", "|": "%7C", "\n": "%0A", "\r": "%0D",
    ]
}
