import Earshot
import JSON

/// Reads a language model's answer about one text. Whatever it says, nothing comes of it but verdicts on the aspects that were
/// asked about, with words of this very text.
enum VerdictReader {
    /// - Returns: nothing for an answer of another form, and for one of which nothing is left.
    static func verdicts(in answer: String, to question: SecondReadingQuestion) -> [Verdict]? {
        guard let document = try? JSONValue(text: answer), case .object(let members) = document,
            Array(members.keys) == ["verdicts"], case .array(let entries) = document["verdicts"]
        else { return nil }
        var found: [Aspect: Verdict] = [:]
        var contradicted: Set<Aspect> = []
        for entry in entries {
            guard let entry = Entry(entry) else { return nil }
            guard let verdict = entry.verdict(on: question) else { continue }
            if let known = found[verdict.aspect], known != verdict { contradicted.insert(verdict.aspect) }
            found[verdict.aspect] = verdict
        }
        let verdicts = found.values.filter { !contradicted.contains($0.aspect) }
        return verdicts.isEmpty ? nil : verdicts.sorted { $0.aspect < $1.aspect }
    }

    private struct Entry {
        var aspect: String
        var polarity: String
        var evidence: String

        /// Nothing for what has other members, or members that are no strings.
        init?(_ value: JSONValue) {
            guard case .object(let members) = value, members.count == 3,
                case .string(let aspect)? = members["aspect"],
                case .string(let polarity)? = members["polarity"],
                case .string(let evidence)? = members["evidence"]
            else { return nil }
            (self.aspect, self.polarity, self.evidence) = (aspect, polarity, evidence)
        }

        /// Nothing for an aspect that was not asked about, another polarity, and words that the text does not have.
        func verdict(on question: SecondReadingQuestion) -> Verdict? {
            guard let aspect = Aspect(aspect), question.aspects.contains(aspect) else { return nil }
            if polarity == "absent" { return evidence.isEmpty ? Verdict(aspect, .absent) : nil }
            guard let polarity = Polarity(rawValue: polarity), let place = question.text.place(of: evidence)
            else { return nil }
            return Verdict(aspect, .opinion(polarity, at: place))
        }
    }
}
