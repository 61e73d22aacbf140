import Earshot

extension Timestamp {
    /// The moment of a `Date` field in the one form that servers write: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110,
    /// 5.6.7). Nothing for anything else.
    init?(httpDate text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, words[0].utf8.count == 4, words[0].last == ",", words[5] == "GMT",
            let date = Timestamp.number(words[1], digits: 2),
            let month = Timestamp.months.firstIndex(of: String(words[2])),
            let year = Timestamp.number(words[3], digits: 4),
            let day = Day(year: year, month: month + 1, day: date)
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
            .map { Timestamp.number($0, digits: 2) }
        // A leap second is written as 60.
        guard time.count == 3, let hour = time[0], hour < 24, let minute = time[1], minute < 60,
            let second = time[2], second <= 60
        else { return nil }
        self.init(seconds: Int64(day.number) * 86_400 + Int64((hour * 60 + minute) * 60 + second))
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }
}
