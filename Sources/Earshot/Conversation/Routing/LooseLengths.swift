/// Lengths of silences that are written loosely: 2 小时, 两三天, 1-2小时, 十来天.
enum LooseLengths {
    /// The text with such lengths as they are read: of two the longer one, and a number right before its unit. All else is as it
    /// was.
    static func settled(_ text: String) -> String {
        var text = text.replacing(blank) { String($0.1) + String($0.2) }
        text = text.replacing(monthOrSo, with: "15天")
        text = text.replacing(range) { match in
            guard let first = Int(match.2), let second = Int(match.4), first < second,
                // 静默12、13 2小时 names two warnings.
                !"、".contains(match.3) || second == first + 1
            else { return String(match.0) }
            return String(match.1) + String(match.4) + String(match.5)
        }
        text = text.replacing(spelledRange) { String($0.2) + String($0.3) }
        text = text.replacing(either) { match in
            let longer = value(match.1) < value(match.2) ? match.2 : match.1
            return String(longer) + String(match.3)
        }
        return text.replacing(more) { String($0.1) + String($0.2) }
    }

    private static func value(_ digit: Substring) -> Int {
        digit.first.flatMap { digits.firstIndex(of: $0 == "两" ? "二" : $0) } ?? 0
    }

    private static let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static var blank: Regex<(Substring, Substring, Substring)> {
        /([0-9０-９半一二两三四五六七八九十])[ \t　]+(个?半?(?:小时|钟头|分钟))/
    }
    private static var monthOrSo: Regex<Substring> { /十天半个?月/ }
    /// What stands before, that is no letter of a warning's number and no digit; both numbers with the sign between; the unit.
    private static var range: Regex<(Substring, Substring, Substring, Substring, Substring, Substring)> {
        /(^|[^A-Za-zＡａ0-9０-９])([0-9]{1,3})\s?([-－~～—到至、])\s?([0-9]{1,3})(\s?个?(?:小时|钟头|天|分钟|周|星期))/
    }
    private static var spelledRange: Regex<(Substring, Substring, Substring, Substring)> {
        /([一二两三四五六七八九十])[-~到至]([二两三四五六七八九十])(个?(?:小时|钟头|天|分钟|周|星期))/
    }
    /// 两三天, 二三十分钟
    private static var either: Regex<(Substring, Substring, Substring, Substring)> {
        /([一二两三四五六七八九])([一二两三四五六七八九])(十?个?(?:小时|钟头|天|分钟|周|星期|月))/
    }
    private static var more: Regex<(Substring, Substring, Substring)> {
        /(十|[0-9]{1,3})[来多几](个?(?:小时|钟头|天|分钟|周|星期))/
    }
}
