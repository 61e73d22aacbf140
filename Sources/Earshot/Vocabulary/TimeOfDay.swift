/// A time of the clock on the wall, to the minute.
public struct TimeOfDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Since midnight, 0…1439.
    public let minutes: Int

    /// - Precondition: 0…23 and 0…59.
    public init(hour: Int, minute: Int = 0) {
        precondition(
            (0..<24).contains(hour) && (0..<60).contains(minute), "\(hour):\(minute) is no time of the day")
        minutes = hour * 60 + minute
    }

    /// The time written `HH:MM`, `00:00` to `23:59`, or nothing.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ part in
                part.utf8.count == 2 && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
            }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// `HH:MM`.
    public var description: String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

extension TimeOfDay: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = TimeOfDay(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is no time of the day, 00:00 to 23:59")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
