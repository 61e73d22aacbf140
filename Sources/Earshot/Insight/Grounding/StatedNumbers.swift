/// Every number that a text states, in digits or in words, and every name with Latin letters in it.
struct StatedNumbers {
    private(set) var numbers: [StatedNumber] = []
    /// X5, L7, 4S, SUV: in capitals and half width.
    private(set) var names: [String] = []
    /// Whether it states a quantity that is no certain number: 十几, 数百, 过半, ①.
    private(set) var isVague = false

    init(in text: String) {
        let reader = NumeralReader(characters: Array(text))
        let characters = reader.characters
        var index = 0
        while index < characters.count {
            if let end = StatedNumbers.endOfName(in: characters, from: index) {
                names.append(StatedNumbers.folded(characters[index..<end]))
                index = end
            } else if let end = StatedNumbers.endOfIdiom(in: characters, at: index) {
                index = end
            } else if let number = take(reader, at: index) {
                index = number
            } else {
                if StatedNumbers.isNumeric(characters[index]) || StatedNumbers.isVague(characters, at: index)
                {
                    isVague = true
                }
                index += 1
            }
        }
    }

    /// Reads the number that begins at an index.
    ///
    /// - Returns: where it ends.
    private mutating func take(_ reader: NumeralReader, at start: Int) -> Int? {
        let characters = reader.characters
        let isOfHundred = characters[start...].starts(with: StatedNumbers.ofHundred)
        let first = isOfHundred ? start + StatedNumbers.ofHundred.count : start
        guard first < characters.count, let numeral = reader.numeral(at: first) else { return nil }
        var (value, unit, end) = (numeral.value, StatedNumber.Unit.count, numeral.end)
        let rest = characters[end...]
        let unspaced = rest.first == " " ? rest.dropFirst() : rest
        if isOfHundred {
            unit = .percent
        } else if let word = StatedNumbers.units.first(where: { unspaced.starts(with: $0.word) }) {
            unit = word.unit
            end = unspaced.startIndex + word.word.count
        } else if rest.first == "成", let known = value, known <= 10 * StatedNumber.one,
            !(rest.dropFirst().first.map { StatedNumbers.afterNoShare.contains($0) } ?? false)
        {
            // 三成 is 30%.
            (value, unit) = (known * 10, .percent)
            end += 1
        } else if let time = StatedTime.read(from: start, to: end, in: characters) {
            unit = .time(time)
        }
        let around = [
            start > 0 ? characters[start - 1] : nil, end < characters.count ? characters[end] : nil,
        ]
        let isRough =
            around.contains { $0.map { StatedNumbers.rough.contains($0) } ?? false }
            || StatedNumbers.isBound(before: start, in: characters)
            || goesOn(unit, since: start, in: characters)
        guard let value, !isRough else {
            isVague = true
            return end
        }
        numbers.append(
            StatedNumber(
                value: value, unit: unit, direction: .before(start, in: characters)))
        return end
    }

    private static let ofHundred: [Character] = Array("百分之")
    private static let units: [(word: [Character], unit: StatedNumber.Unit)] = [
        (Array("个百分点"), .points), (Array("百分点"), .points), (["%"], .percent), (["％"], .percent),
        (["倍"], .times),
    ]
    /// What makes of 成 something else than a tenth: 三成为.
    private static let afterNoShare: Set<Character> = ["为", "本", "功", "员", "交", "立", "果", "长", "熟", "绩"]
    /// Beside a number: it is about so many.
    private static let rough: Set<Character> = ["几", "数", "余", "多", "来", "半", "逾", "超", "±"]

    /// Right before a number: it is less or more than that.
    private static let bounds: [[Character]] = [
        "不到", "不足", "不止", "超过", "超出", "超越", "高于", "低于", "多于", "少于", "大于", "小于", "至少", "至多", "接近", "将近",
    ].map(Array.init)

    private static func isBound(before start: Int, in characters: [Character]) -> Bool {
        var end = start
        while end > 0, "了 ".contains(characters[end - 1]) { end -= 1 }
        return bounds.contains { characters[..<end].suffix($0.count).elementsEqual($0) }
    }

    /// Whether something is said to have gone on for all of a time, which the length of a time says of nothing.
    private func goesOn(_ unit: StatedNumber.Unit, since start: Int, in characters: [Character]) -> Bool {
        guard case .time = unit else { return false }
        var end = start
        while end > 0, "了近达 ".contains(characters[end - 1]) { end -= 1 }
        return ["连续", "持续"].contains(String(characters[max(0, end - 2)..<end]))
    }

    /// Whether a comma is one of 1,284.
    static func isWithinNumber(_ index: Int, in characters: [Character]) -> Bool {
        guard ",，".contains(characters[index]), index > 0, index + 3 < characters.count else { return false }
        return NumeralReader.digit(characters[index - 1]) != nil
            && (1...3).allSatisfy { NumeralReader.digit(characters[index + $0]) != nil }
    }

    // MARK: What is no number

    /// Words in which a numeral counts nothing.
    private static let idioms: [[Character]] = [
        "另一方面", "一方面", "进一步", "一些", "一直", "一致", "一般", "一定", "一样", "一起", "一旦", "一边", "一下", "一点", "一并",
        "一律", "一同", "统一", "唯一", "一味", "十分", "逐一", "不一", "同一",
    ].map(Array.init)

    private static func endOfIdiom(in characters: [Character], at index: Int) -> Int? {
        idioms.first { characters[index...].starts(with: $0) }.flatMap { idiom in
            let end = index + idiom.count
            // 一点五 is a number, and 十分之一 is one, too.
            let follows = end < characters.count ? characters[end] : " "
            return NumeralReader.isChinese(follows) || follows == "之" ? nil : end
        }
    }

    /// Half, double and their like say how many without a numeral.
    private static let vague: [[Character]] = ["过半", "大半", "多半", "半数", "翻番", "翻倍", "倍增", "几", "若干", "之一"].map(
        Array.init)

    private static func isVague(_ characters: [Character], at index: Int) -> Bool {
        vague.contains { characters[index...].starts(with: $0) }
    }

    /// Numerals that are not read: ①, ½, Ⅳ, 壹, and digits of other scripts.
    private static func isNumeric(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.numericType != nil }
    }

    // MARK: Names

    /// A run of Latin letters and digits with at least one letter.
    private static func endOfName(in characters: [Character], from start: Int) -> Int? {
        var (end, hasLetter) = (start, false)
        while end < characters.count, let ascii = halfWidth(characters[end]) {
            if ascii.isLetter { hasLetter = true }
            end += 1
        }
        return hasLetter ? end : nil
    }

    private static func folded(_ run: ArraySlice<Character>) -> String {
        String(run.compactMap(halfWidth)).uppercased()
    }

    /// The ASCII letter or digit that a character is, in half or full width.
    private static func halfWidth(_ character: Character) -> Character? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return nil
        }
        let value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        guard value < 0x80, let ascii = Unicode.Scalar(value) else { return nil }
        let character = Character(ascii)
        return character.isLetter || character.isNumber ? character : nil
    }
}
