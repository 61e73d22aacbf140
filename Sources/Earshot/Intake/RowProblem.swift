/// Why a row of an intake was rejected. It never stops the other rows.
public struct RowProblem: Error, Sendable, Equatable {
    /// The line of the input on which the row begins; the first is 1.
    public var line: Int
    /// The number of the element in a JSON array; the first is 1. Nothing outside of arrays.
    public var element: Int?
    /// The field at fault (`location.city`); nothing when the row as a whole is.
    public var field: String?
    /// What is wrong, in a few English words that follow the field's name: "must not be negative".
    public var reason: String

    public init(line: Int, element: Int? = nil, field: String? = nil, reason: String) {
        self.line = line
        self.element = element
        self.field = field
        self.reason = reason
    }
}

extension RowProblem: CustomStringConvertible {
    /// `line 7: rating must be from 0 to 5`, `line 1, element 7: rating must be from 0 to 5`.
    public var description: String {
        "line \(line)\(element.map { ", element \($0)" } ?? ""): \(field.map { "\($0) " } ?? "")\(reason)"
    }
}

/// A problem found before it is known on which line.
struct VoiceFault: Error, Equatable {
    var field: String?
    var reason: String

    init(_ field: VoiceField, _ reason: String) {
        self.field = field.name
        self.reason = reason
    }

    init(field: String? = nil, _ reason: String) {
        self.field = field
        self.reason = reason
    }

    func on(line: Int, element: Int? = nil) -> RowProblem {
        RowProblem(line: line, element: element, field: field, reason: reason)
    }
}
