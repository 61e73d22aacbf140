/// The arguments of a command, split into options and operands.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// The options every command takes.
    static let common: [Option] = [.value("--config"), .flag("--help")]

    init(_ words: [String], options: [Option]) throws(UsageError) {
        let known = options + Arguments.common
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                operands.append(word)
                continue
            }
            let (name, inline) = Arguments.split(word)
            guard
                let option = known.first(where: { $0.name == name || (name == "-h" && $0.name == "--help") })
            else {
                throw UsageError("unknown option \(name)")
            }
            if !option.takesValue {
                guard inline == nil else { throw UsageError("\(name) takes no value") }
                flags.insert(option.name)
            } else if let value = inline ?? rest.popFirst() {
                values[option.name, default: []].append(value)
            } else {
                throw UsageError("\(name) needs a value")
            }
        }
    }

    /// `--port=8080` is `--port 8080`.
    private static func split(_ word: String) -> (name: String, value: String?) {
        guard let equals = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    /// The value of an option; the last one where it was given several times.
    func value(_ name: String) -> String? { values[name]?.last }

    /// Each value of an option that may be given several times.
    func allValues(_ name: String) -> [String] { values[name] ?? [] }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageError(
                "\(name) needs a number from \(range.lowerBound) to \(range.upperBound), not \(text)")
        }
        return number
    }

    /// Refuses operands for a command that takes none.
    func expectNoOperands() throws(UsageError) {
        guard let first = operands.first else { return }
        throw UsageError("unexpected argument \(first)")
    }

    var configPath: String { value("--config") ?? "bot-config/earshot.json" }
}
