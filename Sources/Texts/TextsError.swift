import Mustache

/// Reply texts that cannot be used, with every fault.
public struct TextsError: Error, Sendable, CustomStringConvertible {
    public var faults: [Fault]

    /// One fault a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }

    /// What is wrong in one place.
    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        public var file: String
        /// 1 for the first; nothing when the file as a whole is meant.
        public var line: Int?
        public var column: Int?
        public var message: String

        public init(file: String, line: Int? = nil, column: Int? = nil, message: String) {
            self.file = file
            self.line = line
            self.column = column
            self.message = message
        }

        init(_ error: TemplateError) {
            self.init(file: error.file, line: error.line, column: error.column, message: error.message)
        }

        /// `prompts/zh-CN/overview.mustache:3:7: unknown name "ctiy"`.
        public var description: String {
            let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
            return "\(file)\(place): \(message)"
        }
    }
}
