extension Gazetteer {
    /// The city in a location text of a platform: 浙江杭州, 浙江省杭州市西湖区, "中国 浙江 杭州", IP属地:杭州.
    ///
    /// A province alone gives nothing (浙江, 吉林, 海南), a municipality alone is a city (北京). Places abroad
    /// and everything else give nothing.
    public func city(inLocation text: some StringProtocol) -> City? {
        let text = String(text)
        if let common = commonLocations[text] { return common }
        var rest = Gazetteer.bare(text)
        let first = places.longest(in: rest, choosing: { $0 })
        // 西安区 lies in 辽源 and in 牡丹江, not in 西安: the longer name is the one that is meant.
        if let district = districts.cities(atStartOf: rest), district.length > first?.length ?? 0 {
            return district.chosen.count == 1 ? district.chosen[0] : nil
        }
        guard let first else { return districts.city(of: Gazetteer.string(rest)) }
        switch first.chosen {
        case .city(let city): return isOtherPlace(first, city, in: rest) ? nil : city
        case .province(let province):
            rest = rest.dropFirst(first.length)
            // 北京朝阳区: a municipality is the city of everything in it.
            return city(atStartOf: rest, inProvince: province) ?? municipality(province)
        }
    }

    /// The city where a voice's source says that the customer is; nothing when it names a province only,
    /// nothing known, or two places that exclude each other.
    ///
    /// An explicit city that exists wins over the IP location, which only says where somebody was when
    /// writing. A city's field may hold a county-level city (昆山) or the whole path (浙江省杭州市).
    public func place(of location: Voice.Location) -> City? {
        let province = location.province.flatMap { self.province(named: $0) }
        if let field = location.city, field.isEmpty == false {
            if let province {
                if let city = city(atStartOf: Array(field.unicodeScalars)[...], inProvince: province) {
                    return city
                }
                if byName[field] == nil, let city = municipality(province) { return city }
            }
            if let city = city(named: field) ?? city(inLocation: field)
                ?? city(romanized: field, inProvince: province)
            {
                return city
            }
        }
        let fromAddress = location.ip.flatMap { city(inLocation: $0) }
        if let province {
            if let municipality = municipality(province) {
                return fromAddress == nil || fromAddress == municipality ? municipality : nil
            }
            guard let fromAddress, fromAddress.province == province else { return nil }
        }
        return fromAddress
    }

    private func municipality(_ province: String) -> City? {
        byName[province].flatMap { $0.isMunicipality ? $0 : nil }
    }

    /// The city that a text within a province begins with, by its own name or by a district's.
    private func city(atStartOf text: ArraySlice<Unicode.Scalar>, inProvince province: String) -> City? {
        let own = places.longest(in: text) { place -> City? in
            guard case .city(let city) = place, city.province == province else { return nil }
            return city
        }
        let district = districts.city(atStartOf: text, inProvince: province)
        guard let own, own.length >= district?.length ?? 0 else { return district?.chosen }
        return isOtherPlace(own, own.chosen, in: text) ? nil : own.chosen
    }

    /// Whether a city's short name goes on as a district or county that the table does not have, which may lie
    /// anywhere: 襄阳县 of old, 西安区. 区 after 市 is the city itself (杭州市区).
    private func isOtherPlace<Found>(
        _ found: (length: Int, chosen: Found), _ city: City, in text: ArraySlice<Unicode.Scalar>
    ) -> Bool {
        guard found.length == city.name.unicodeScalars.count, city.isMunicipality == false,
            let next = text.dropFirst(found.length).first
        else { return false }
        return next == "区" || next == "县" || next == "旗"
    }

    /// The text without separators and without the words that platforms put before a place.
    private static func bare(_ text: String) -> ArraySlice<Unicode.Scalar> {
        var bare = Array(text.unicodeScalars.lazy.filter(isPartOfName))[...]
        while let lead = leads.first(where: { bare.starts(with: $0) }) { bare = bare.dropFirst(lead.count) }
        return bare
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    /// Everything but the marks that stand between the parts of a place: ASCII and CJK punctuation, middle
    /// dots, the full-width forms of both.
    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0...0xBF, 0x2000...0x206F, 0x3000...0x303F: false
        case 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: false
        default: true
        }
    }

    private static let leads = [
        "IP", "ip", "Ip", "属地", "地址", "归属地", "来自", "发布于", "发表于", "位于", "中国",
    ].map { Array($0.unicodeScalars) }
}
