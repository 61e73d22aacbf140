extension Gazetteer {
    /// The city in a location text of a platform: 浙江杭州, 浙江省杭州市西湖区, "中国 浙江 杭州", IP属地:杭州.
    ///
    /// A province alone gives nothing (浙江, 吉林, 海南), a municipality alone is a city (北京). Places abroad
    /// and everything else give nothing.
    public func city(inLocation text: some StringProtocol) -> City? {
        let text = String(text)
        if let common = commonLocations[text] { return common }
        var rest = Gazetteer.bare(text)[...]
        if let common = commonLocations[String(rest)] { return common }
        guard rest.isEmpty == false else { return nil }
        guard let first = longestPrefix(of: rest) else { return districts.city(of: String(rest)) }
        guard let province = first.province else { return first.city }
        rest = rest.dropFirst(first.length)
        if let city = city(atStartOf: rest, inProvince: province) { return city }
        // 北京朝阳区: a municipality is the city of everything in it.
        return municipality(province)
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
                if let city = city(atStartOf: field[...], inProvince: province) { return city }
                if byName[field] == nil, let city = municipality(province) { return city }
            }
            if let city = city(named: field) ?? city(inLocation: field) { return city }
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
    private func city(atStartOf text: Substring, inProvince province: String) -> City? {
        for length in stride(from: min(longestName, text.count), to: 1, by: -1) {
            let name = String(text.prefix(length))
            if let city = byName[name], city.province == province { return city }
        }
        for length in stride(from: min(longestName, text.count), to: 1, by: -1) {
            if let city = districts.city(of: String(text.prefix(length)), inProvince: province) {
                return city
            }
        }
        return nil
    }

    private struct Prefix {
        var length: Int
        var province: String?
        var city: City?
    }

    /// The longest name of a province or city at the start; a name that is both is the province's.
    private func longestPrefix(of text: Substring) -> Prefix? {
        for length in stride(from: min(longestName, text.count), to: 1, by: -1) {
            let name = String(text.prefix(length))
            if let province = provinces[name] { return Prefix(length: length, province: province) }
            if let city = byName[name] { return Prefix(length: length, city: city) }
        }
        return nil
    }

    /// The text without separators and without the words that platforms put before a place.
    private static func bare(_ text: some StringProtocol) -> String {
        var bare = String(text.filter { ($0.isLetter || $0.isNumber) })
        var shortened = true
        while shortened {
            shortened = false
            for lead in leads where bare.hasPrefix(lead) {
                bare.removeFirst(lead.count)
                shortened = true
            }
        }
        return bare
    }

    private static let leads = ["IP", "ip", "Ip", "属地", "地址", "归属地", "来自", "发布于", "发表于", "位于", "中国"]
}
