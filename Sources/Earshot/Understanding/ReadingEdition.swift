/// Names everything that decides how voices are read: word lists, products, stores, places, the model, the time zone and
/// the rules in the code. Two editions with one key read every voice alike.
public struct ReadingEdition: Sendable, Hashable {
    /// Sixteen hexadecimal digits.
    public let key: String

    public init(key: String) {
        self.key = key
    }

    /// The rules of the code, with the places it knows. Raise it with every change by which a text may be read otherwise, or
    /// voices that are in already keep the reading they got.
    static let rules = 3
}

extension ReadingEdition: CustomStringConvertible {
    public var description: String { key }
}
