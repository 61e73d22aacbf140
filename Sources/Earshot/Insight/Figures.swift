/// How figures are written in an answer: the digits and their signs. What stands around them is in the templates.
public enum Figures {
    /// 1,284.
    public static func count(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// 62% of 0.618, -13% of -0.127. Rounds half away from zero.
    public static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded(.toNearestOrAwayFromZero)))%"
    }

    /// +4, -12 or 0.
    public static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + count(number) }

    /// 11/14–11/20, or 11/20 for a single day; with the years where they differ from today's.
    public static func days(_ days: ClosedRange<Day>, today: Day) -> String {
        let (first, last) = (days.lowerBound, days.upperBound)
        let thisYear = today.civil.year
        let withYear = first.civil.year != thisYear || last.civil.year != thisYear
        func write(_ day: Day) -> String {
            withYear ? day.description.split(separator: "-").joined(separator: "/") : day.slashed
        }
        return first == last ? write(first) : "\(write(first))–\(write(last))"
    }
}
