/// Words beside a city's name that tell whether the writer is of that city.
struct PlaceWords<Word: Hashable & Sendable>: Sendable {
    var home: [Word] = []
    var local: [Word] = []
    var passingBefore: [Word] = []
    var passingBehind: [Word] = []

    /// Every list, in an order that stays.
    var lists: [[Word]] { [home, local, passingBefore, passingBehind] }

    /// The same words in another form.
    func mapped<Other, Problem>(
        _ transform: (Word) throws(Problem) -> Other
    ) throws(Problem) -> PlaceWords<Other> {
        func each(_ words: [Word]) throws(Problem) -> [Other] {
            try words.map { word throws(Problem) in try transform(word) }
        }
        return try PlaceWords<Other>(
            home: each(home), local: each(local), passingBefore: each(passingBefore),
            passingBehind: each(passingBehind))
    }
}

extension PlaceWords<String> {
    mutating func add(_ part: LexiconPart) {
        home += PlaceWords.words(part.homeBefore)
        local += PlaceWords.words(part.localBehind)
        passingBefore += PlaceWords.words(part.passingBefore)
        passingBehind += PlaceWords.words(part.passingBehind)
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
