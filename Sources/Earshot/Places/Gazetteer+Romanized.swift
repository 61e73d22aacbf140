extension Gazetteer {
    /// The city whose name is written in Latin letters, as exports of other countries' programs do: Hangzhou, hangzhou shi,
    /// Xi'an, Harbin; nothing where several cities are written so (Taizhou) unless one alone lies in the province.
    func city(romanized text: String, inProvince province: String?) -> City? {
        guard text.utf8.count <= 40, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let letters = Gazetteer.letters(of: text.lowercased())
        let bare = ["shi", "city"].first { letters.hasSuffix($0) }.map { String(letters.dropLast($0.count)) }
        guard let found = Gazetteer.romanized[letters] ?? bare.flatMap({ Gazetteer.romanized[$0] }) else {
            return nil
        }
        let cities = province.map { province in found.filter { $0.province == province } } ?? found
        return cities.count == 1 ? cities[0] : nil
    }

    /// The spellings that mean a city in a question, each with its apostrophe or hyphen and without: Xi'an, Xian, Harbin.
    /// One that two cities share means the larger where it is much larger (Suzhou), otherwise none.
    static let spokenSpellings: [(name: String, city: City)] = spelled.flatMap { spelling, city in
        let letters = letters(of: spelling)
        let isShared = (romanized[letters]?.count ?? 0) > 1 && !betterKnown.contains(city.name)
        let forms = spelling == letters ? [letters] : [spelling, letters]
        return isShared ? [] : forms.filter { !ambiguousSpellings.contains($0) }.map { ($0, city) }
    }

    private static let romanized: [String: [City]] = Dictionary(grouping: spelled) {
        letters(of: $0.spelling)
    }
    .mapValues { $0.map(\.city) }

    /// Every spelling of the table with its city.
    static let spelled: [(spelling: String, city: City)] = spellings.split(separator: ",").flatMap { entry in
        let words = entry.split { $0 == " " || $0 == "\n" }
        guard words.count == 2, let city = china.city(named: words[0]) else {
            return [(spelling: String, city: City)]()
        }
        return words[1].split(separator: "/").map { (String($0), city) }
    }

    private static func letters(of text: String) -> String { text.filter { !" '-_.".contains($0) } }
}
