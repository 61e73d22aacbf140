import Earshot

/// Suggestions as dealers file them, each with voices that are about the same and voices that only share words with it.
struct EvidenceCases {
    struct Case {
        var suggestion: String
        /// By the voices' ids.
        var relevant: Set<String> = []
    }

    private(set) var cases: [Case] = []
    private(set) var voices: [(id: String, text: String)] = []

    /// - Parameter text: `? ` a suggestion, `+ ` a voice about the same, `- ` another voice, `= ` one of another suggestion's
    ///   that is about this one as well; of no suggestion what stands before the first.
    init(_ text: String) {
        var others: [(index: Int, text: String)] = []
        for line in text.split(separator: "\n") {
            let content = String(line.dropFirst(2))
            switch line.first {
            case "?": cases.append(Case(suggestion: content))
            case "+", "-":
                let id = "\(voices.count)"
                voices.append((id, content))
                if line.first == "+" { cases[cases.count - 1].relevant.insert(id) }
            case "=": others.append((cases.count - 1, content))
            default: preconditionFailure("a line of cases begins with ?, +, - or =: \(line)")
            }
        }
        for (index, text) in others {
            guard let voice = voices.first(where: { $0.text == text }) else {
                preconditionFailure("no voice says \(text)")
            }
            cases[index].relevant.insert(voice.id)
        }
    }
}
