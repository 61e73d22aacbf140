/// Compiles patterns; literal words become classes of their own.
struct PatternParser {
    /// The feature of each class of words, and its points.
    private(set) var classes: [String: (feature: Int, weight: Int)] = [:]
    private(set) var literals: [(word: String, feature: Int)] = []
    private var next = Feature.slots.count

    /// Declares a class of words.
    mutating func declare(_ name: String, weight: Int) throws(CommandsError) -> WordClass {
        let feature = try take(for: name)
        classes[name] = (feature, weight)
        return WordClass(feature: feature)
    }

    private mutating func take(for name: String) throws(CommandsError) -> Int {
        guard next < Feature.limit else {
            throw CommandsError(
                .tooManyWords, at: name, field: "words.\(name)",
                "there are more than \(Feature.limit) classes and literal words",
                hint: "put words that mean the same into one class under words")
        }
        defer { next += 1 }
        return next
    }

    mutating func parse(_ source: String, command: Int, place: String) throws(CommandsError) -> Pattern {
        let place = "\(place), pattern \"\(source)\""
        var pattern = Pattern(command: command, source: source)
        var pieces = source.split(separator: " ")[...]
        var pendingOrder: Pattern.Element?
        var last: Pattern.Element?
        while let piece = pieces.popFirst() {
            switch piece {
            case "=": pattern.saysNothingElse = true
            case "...": pattern.leavesText = true
            case ">":
                guard let before = last else { throw bad(place, "> has nothing before it") }
                pendingOrder = before
            default:
                guard let element = try parse(piece, into: &pattern, place: place) else { continue }
                if let before = pendingOrder { pattern.orders.append((before, element)) }
                pendingOrder = nil
                last = element
            }
        }
        guard pendingOrder == nil else { throw bad(place, "> has nothing after it") }
        guard !pattern.required.isEmpty else { throw bad(place, "it asks for nothing") }
        finish(&pattern)
        return pattern
    }

    /// One element; the result is nothing for conditions that stand at no place in the message.
    private mutating func parse(
        _ piece: Substring, into pattern: inout Pattern, place: String
    ) throws(CommandsError) -> Pattern.Element? {
        let body = piece.dropFirst()
        switch piece.first {
        case "+":
            guard let points = Int(body) else { throw bad(place, "\(piece) is not a number of points") }
            pattern.bonus += points
            return nil
        case "-":
            if let points = Int(body) {
                pattern.bonus -= points
            } else {
                pattern.forbidden.formUnion(try element(body, place: place).features)
            }
            return nil
        case "@":
            guard let role = Role(rawValue: String(body)) else {
                throw bad(place, "there is no role \(body)")
            }
            pattern.roles.append(role)
            return nil
        case "~" where body == "{alert}":
            pattern.followsAlert = true
            return nil
        case "~":
            guard Intent.allCases.contains(where: { $0.rawValue.hasPrefix(body) }) else {
                throw bad(place, "no intent begins with \(body)")
            }
            pattern.previous.append(String(body))
            return nil
        case "[":
            guard piece.last == "]" else { throw bad(place, "\(piece) has no closing bracket") }
            let element = try element(body.dropLast(), place: place)
            pattern.welcome.append(element)
            return element
        case "^":
            let element = try element(body, place: place)
            pattern.head = element
            pattern.required.append(element)
            return element
        default:
            let element = try element(piece, place: place)
            if element.features.contains(Feature.text) { pattern.leavesText = true }
            pattern.required.append(element)
            return element
        }
    }

    private mutating func element(_ piece: Substring, place: String) throws(CommandsError) -> Pattern.Element
    {
        var element = Pattern.Element(features: FeatureSet(), members: [])
        for (feature, weight) in try members(piece, place: place) {
            element.features.insert(feature)
            element.members.append((feature, weight))
        }
        return element
    }

    private mutating func members(
        _ piece: Substring, place: String
    ) throws(CommandsError) -> [(feature: Int, weight: Int)] {
        if piece.hasPrefix("<") {
            guard piece.hasSuffix(">"), piece.count > 2 else { throw bad(place, "\(piece) has no closing >") }
            var members: [(feature: Int, weight: Int)] = []
            for name in try alternatives(piece, place: place) {
                guard let found = classes[String(name)] else {
                    throw CommandsError(
                        .unknownWords, at: place, "there is no class of words <\(name)>",
                        hint: "declare it under words or correct the name")
                }
                members.append(found)
            }
            return members
        }
        if piece.hasPrefix("{") {
            guard piece.hasSuffix("}") else { throw bad(place, "\(piece) has no closing brace") }
            var members: [(feature: Int, weight: Int)] = []
            for name in try alternatives(piece, place: place) {
                guard let slot = Feature.slot(named: String(name)) else {
                    throw CommandsError(
                        .unknownSlot, at: place, "there is no slot {\(name)}",
                        hint: "slots are " + Feature.slots.map(\.name).joined(separator: ", "))
                }
                members.append((slot, Feature.slots[slot].weight))
            }
            return members
        }
        guard !Normalization(piece).scalars.isEmpty, !piece.contains(where: PatternParser.signs.contains)
        else { throw bad(place, "\(piece) is not a word") }
        let word = String(piece)
        if let known = literals.first(where: { $0.word == word }) {
            return [(known.feature, Commands.usualWeight)]
        }
        let feature = try take(for: place)
        literals.append((word, feature))
        return [(feature, Commands.usualWeight)]
    }

    /// What a literal word cannot have: with one of them it is a class or slot that was not written as such.
    private static let signs: Set<Character> = [
        "<", ">", "{", "}", "[", "]", "(", ")", "|", "（", "）", "｜", "＜", "＞", "｛", "｝", "［", "］",
    ]

    /// The names between <…> or {…}.
    private func alternatives(_ piece: Substring, place: String) throws(CommandsError) -> [Substring] {
        let names = piece.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        guard !names.contains(where: \.isEmpty) else {
            throw bad(place, "an alternative of \(piece) is empty")
        }
        return names
    }

    private func finish(_ pattern: inout Pattern) {
        for element in pattern.required + pattern.welcome { pattern.features.formUnion(element.features) }
        for element in pattern.required where element.members.count == 1 {
            pattern.necessary.formUnion(element.features)
        }
    }

    private func bad(_ place: String, _ message: String) -> CommandsError {
        CommandsError(.badPattern, at: place, message, hint: "see the syntax at the head of commands.json5")
    }
}
