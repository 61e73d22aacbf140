/// One command of the program.
protocol Command {
    static var name: String { get }
    /// What it does, in a line.
    static var summary: String { get }
    /// How it is called and what it does, for `earshot help NAME`.
    static var usage: String { get }
    /// The options it takes beside `--config` and `--help`.
    static var options: [Option] { get }

    init(_ arguments: Arguments) throws(UsageError)
    func run() async throws
}

extension Command {
    static var options: [Option] { [] }
}

/// An option of a command.
struct Option {
    /// With its dashes: `--port`.
    var name: String
    /// Whether a value follows it.
    var takesValue: Bool

    static func flag(_ name: String) -> Option { Option(name: name, takesValue: false) }
    static func value(_ name: String) -> Option { Option(name: name, takesValue: true) }
}

/// A call that cannot be understood; the program prints it with the usage and ends with 2.
struct UsageError: Error {
    var message: String

    init(_ message: String) {
        self.message = message
    }
}

/// A failure that is told without a trace: the program prints it and ends with 1.
struct Failure: Error, CustomStringConvertible {
    var description: String
    /// Whether the program's and the command's names go before it. A list of faults is better without.
    var hasHeading = true

    init(_ description: String, hasHeading: Bool = true) {
        self.description = description
        self.hasHeading = hasHeading
    }
}
