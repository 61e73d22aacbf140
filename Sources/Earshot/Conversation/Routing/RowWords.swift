/// Reads the rows of warnings that a command names by their ends: A6-A9, A6到9.
struct RowWords: Sendable {
    /// What a number counts that stands behind a sign (A1-3处漏水), and what begins like that and is something else (处理).
    private let units: [String]
    private let noUnits: [String]

    init(_ words: ReplyWords) {
        (units, noUnits) = (words.written("row_units"), words.written("row_no_units"))
    }

    enum Row {
        case of(ClosedRange<Int>)
        /// Nobody knows whether the second number is a warning's: A5到6号解决, A1-3处漏水.
        case doubtful
    }

    /// - Parameters:
    ///   - endsInNumber: whether the second may stand without its letter, where nothing follows that it counts.
    ///   - saysMore: whether what follows the second is of something else than what is done: 座椅 of A12-13座椅误报.
    func rows(in command: String, endsInNumber: Bool, saysMore: (Substring) -> Bool) -> [Row] {
        let row = /[AaＡａ]\s?([0-9]{1,7})\s?号?\s*([-–—~～到至])\s*([AaＡａ]?)\s?([0-9]{1,7})\s*/
        return command.matches(of: row).compactMap { row in
            guard let first = Int(row.1), let last = Int(row.4) else { return nil }
            let range = min(first, last)...max(first, last)
            guard row.3.isEmpty else { return .of(range) }
            guard endsInNumber else { return nil }
            let rest = command[row.range.upperBound...]
            let isUntil = row.2 == "到" || row.2 == "至"
            // A3-4S店 and A5-6/1.
            if let next = rest.first, next.isASCII, next.isLetter || "/.:%".contains(next) { return nil }
            if let mark = ["号", "號"].first(where: rest.hasPrefix) {
                return isUntil || saysMore(rest.dropFirst(mark.count)) ? .doubtful : .of(range)
            }
            if saysMore(rest) { return isUntil ? nil : .doubtful }
            guard units.contains(where: { rest.hasPrefix($0) }),
                !noUnits.contains(where: { rest.hasPrefix($0) })
            else { return .of(range) }
            return isUntil ? nil : .doubtful
        }
    }
}
