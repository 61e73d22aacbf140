internal import Synchronization

/// All series of one metric: one for each combination of label values.
///
/// Label values must come from a closed set (a route's pattern, a status class), never from what a stranger
/// sends. As a second line the number of series is limited: combinations past the limit share one whose
/// labels all read `other`.
public final class Family<Member: Series>: Sendable {
    /// How many combinations of label values a family keeps apart.
    public static var limit: Int { 500 }

    let name: String
    let help: String
    let labels: [String]
    private let make: @Sendable () -> Member
    private let members = Mutex<[[String]: Member]>([:])

    init(name: String, help: String, labels: [String], make: @escaping @Sendable () -> Member) {
        precondition(([name] + labels).allSatisfy(isMetricName), "not a name of a metric or label: \(name)")
        self.name = name
        self.help = help
        self.labels = labels
        self.make = make
    }

    /// The series of these label values, in the order of the labels. Keep it where it is used often.
    public func with(_ values: String...) -> Member {
        precondition(values.count == labels.count, "\(name) has the labels \(labels)")
        return members.withLock { members in
            if let known = members[values] { return known }
            let isFull = members.count >= Family.limit
            let key = isFull ? labels.map { _ in "other" } : values
            if let known = members[key] { return known }
            let member = make()
            members[key] = member
            return member
        }
    }

    var all: [(values: [String], member: Member)] {
        members.withLock { $0.map { (values: $0.key, member: $0.value) } }
            .sorted { $0.values.lexicographicallyPrecedes($1.values) }
    }
}

/// One counter, gauge or histogram of a family.
public protocol Series: Sendable {
    /// The numbers to expose.
    func samples() -> [Sample]
}

/// One line of the exposition without its name and labels.
public struct Sample: Sendable, Equatable {
    var suffix = ""
    /// The upper bound of a histogram's bucket.
    var bound: Double?
    var value: Double
}

private func isMetricName(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
            || byte == 0x5F
    }
}
