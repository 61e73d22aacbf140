extension Scan {
    /// A city that a text names, and how.
    struct NamedPlace {
        /// Index into `Glossary.cities`.
        var city: Int32
        /// The characters of the name by which it was chosen.
        var name: Range<Int32>
        var setting: CityMention.Setting
    }

    /// The only city named, by the mention that says most; of several the only one that the writer is said to be of.
    func namedPlace(
        _ text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ longest: UnsafeMutableBufferPointer<Longest>, _ traits: UnsafeMutableBufferPointer<UInt8>
    ) -> NamedPlace? {
        var first: NamedPlace?
        // One that the writer is said to be of, and whether another is.
        var home: NamedPlace?
        var (isOneOfSeveral, hasTwoHomes) = (false, false)
        eachPlace(glossary, longest) { city, name in
            let setting = setting(of: name, text, glossary, traits)
            let place = NamedPlace(city: city, name: name, setting: setting)
            if setting == .home {
                hasTwoHomes = hasTwoHomes || (home ?? place).city != city
                home = home ?? place
            }
            guard let known = first else {
                first = place
                return
            }
            isOneOfSeveral = isOneOfSeveral || known.city != city
            if known.city == city, setting < known.setting { first = place }
        }
        guard isOneOfSeveral else { return first }
        guard var home, !hasTwoHomes else { return nil }
        home.setting = .amongOthers
        return home
    }

    /// Gives the cities that the text names, each time it does.
    private func eachPlace(
        _ glossary: Glossary, _ longest: UnsafeMutableBufferPointer<Longest>,
        _ body: (_ city: Int32, _ name: Range<Int32>) -> Void
    ) {
        var position = 0
        while position < offsets.count - 1 {
            let found = longest[position]
            guard found.place >= 0 else {
                position += 1
                continue
            }
            let entry = glossary.entries[Int(found.place)]
            if entry.city >= 0, !entry.guardsPlaces {
                if entry.hasUnit, isCut(found, glossary, longest) {
                    position = Int(found.placeEnd) - 1
                    continue
                }
                body(entry.city, Int32(truncatingIfNeeded: position)..<found.placeEnd)
            }
            position = Int(found.placeEnd)
        }
    }

    /// Whether the last character of a name begins a word of two characters that is no place: 小店区别.
    private func isCut(
        _ found: Longest, _ glossary: Glossary, _ longest: UnsafeMutableBufferPointer<Longest>
    ) -> Bool {
        let next = longest[Int(found.placeEnd) - 1]
        return next.place >= 0 && next.placeEnd == found.placeEnd + 1
            && glossary.entries[Int(next.place)].guardsPlaces
    }

    /// What stands beside a city's name. Few texts have one, so the characters around it are read again.
    private func setting(
        of name: Range<Int32>, _ text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ traits: UnsafeMutableBufferPointer<UInt8>
    ) -> CityMention.Setting {
        let words = glossary.placeNeighbours
        var (start, end) = (Int(name.lowerBound), Int(name.upperBound))
        let follows = start == 0 || traits[start - 1] >= Traits.pause
        while start > 0, isBlankOrColon(start - 1, in: text) { start -= 1 }
        while end < offsets.count - 1, isBlank(end, in: text) { end += 1 }
        let (before, behind) = (
            symbol(at: start - 1, in: text, glossary), symbol(at: end, in: text, glossary)
        )
        func isBefore(_ words: PlaceNeighbours.Words) -> Bool {
            guard let words = words[before] else { return false }
            return words.contains { stands($0, at: start - $0.count, in: text, glossary) }
        }
        func longest(behind words: PlaceNeighbours.Words) -> Int {
            guard let words = words[behind] else { return 0 }
            return words.reduce(0) { stands($1, at: end, in: text, glossary) ? max($0, $1.count) : $0 }
        }
        // 杭州到上海 is a journey, 杭州到手 a price.
        let (local, passing) = (longest(behind: words.local), longest(behind: words.passingBehind))
        if passing > local { return .passing }
        if isBefore(words.home) { return .home }
        if local > 0 { return .local }
        if isBefore(words.passingBefore) { return .passing }
        return follows ? .alone : .plain
    }

    private func isBlankOrColon(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var byte = Int(offsets[position])
        let scalar = Scan.scalar(in: text, at: &byte)
        return scalar == 0x20 || scalar == 0x3A || scalar == 0xFF1A
    }
}
