extension StatedNumber.Direction {
    /// What a text says right before a number of where it goes: by a sign, a word for rising and falling, or both.
    static func before(_ start: Int, in characters: [Character]) -> StatedNumber.Direction? {
        let sign = sign(before: start, in: characters)
        var end = sign == nil ? start : start - 1
        while end > 0, passedOver.contains(characters[end - 1]) { end -= 1 }
        let words = characters[..<end]
        // Whoever writes 跌幅+18% tells of a fall.
        if falls.contains(where: { words.ends(with: $0) }) || sign == .down { return .down }
        return sign ?? (rises.contains(where: { words.ends(with: $0) }) ? .up : nil)
    }

    private static func sign(before start: Int, in characters: [Character]) -> StatedNumber.Direction? {
        guard start > 0 else { return nil }
        let before = characters[start - 1]
        if "+＋▲↑".contains(before) { return .up }
        if "▼↓".contains(before) { return .down }
        guard "-−－".contains(before) else { return nil }
        // Between two numbers or in a name it is no sign.
        let other = start > 1 ? characters[start - 2] : " "
        return other.isLetter && other.isASCII || NumeralReader.digit(other) != nil ? nil : .down
    }

    /// Between the word and the number: 下降了约18%, 降幅度达到18%.
    private static let passedOver: Set<Character> = [
        "了", "约", " ", "达", "近", "至", "到", "为", "去", "掉", "幅", "度", "率", "的", "是", "有", "超",
    ]
    private static let rises = ["增", "升", "涨", "增长", "提高", "增加", "走高", "增多", "多出", "高出", "上扬", "领先"].map(
        Array.init)
    private static let falls = [
        "降", "跌", "减", "缩", "少", "低", "缩水", "下滑", "滑落", "回落", "下挫", "下行", "收窄", "落后", "下探", "走弱",
    ].map(Array.init)
}

extension ArraySlice<Character> {
    fileprivate func ends(with word: [Character]) -> Bool { suffix(word.count).elementsEqual(word) }
}
