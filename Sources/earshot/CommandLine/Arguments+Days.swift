import Earshot

extension Arguments {
    /// The day of an option, or nothing without it.
    func day(_ name: String) throws(UsageError) -> Day? {
        guard let text = value(name) else { return nil }
        guard let day = Day(text) else { throw UsageError("\(name) needs a day (YYYY-MM-DD), not \(text)") }
        return day
    }

    /// False alarms a week: what stands in `--budget`, separated by commas; nothing without it.
    ///
    /// - Parameter most: how many may stand there.
    func budgets(most: Int = 1) throws(UsageError) -> [Double] {
        guard let text = value("--budget") else { return [] }
        let budgets = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? 0 }
        guard budgets.count <= most, budgets.allSatisfy({ $0 > 0 && $0 <= 1000 }) else {
            let wanted = most == 1 ? "a number" : "a number, or two with a comma between them,"
            throw UsageError("--budget needs \(wanted) above 0, at most 1000, not \(text)")
        }
        return budgets
    }
}

extension ClosedRange<Day> {
    /// Days that a command looks at one after the other.
    ///
    /// - Throws: why they are none, or too many.
    static func replayed(_ first: Day, _ last: Day) throws(Failure) -> ClosedRange<Day> {
        guard first <= last else { throw Failure("\(first) is after \(last)") }
        guard first.distance(to: last) < 1000 else {
            throw Failure("\(first) to \(last) is more than 1,000 days")
        }
        return first...last
    }
}
