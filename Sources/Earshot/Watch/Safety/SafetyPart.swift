/// The content of `safety.json5` as people write it: words are separated by blanks. Decoding takes the known fields; whoever
/// decodes sees to unknown ones.
public struct SafetyPart: Decodable, Sendable {
    /// The most serious first.
    var dangers: [Entry]
    /// Words before a danger that say it did not happen, and such behind it.
    var denials: String
    var denialsBehind: String
    var suppositions: String
    var suppositionsBehind: String
    var fears: String
    var questions: String
    var questionsBehind: String
    /// Words that say it may happen, and words of how often it does, by which it happens after all (偶尔会断电).
    var risks: String
    var risksBehind: String
    var frequencies: String
    /// Words of a sentence that tells what others say, of tests and stories, and of how cars are.
    var hearsay: String
    var exercises: String
    var explanations: String
    /// Words before another maker's name by which its product is only what was driven into.
    var opponents: String
    /// Compounds in which a word of the lists above has not its meaning (没想到).
    var inert: String

    struct Entry: Decodable, Sendable {
        var key: String
        var title: String
        var aspect: String
        /// Words that say it outright.
        var words: String
        /// Words that say it one after the other.
        var sequences: [Sequence]
        /// Compounds and words between the two in which something else is meant (打不着火, 方向盘按键失灵).
        var except: String

        private enum CodingKeys: String, CodingKey { case key, title, aspect, words, sequences, except }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            key = try keys.decode(String.self, forKey: .key)
            title = try keys.decode(String.self, forKey: .title)
            aspect = try keys.decode(String.self, forKey: .aspect)
            words = try keys.decodeIfPresent(String.self, forKey: .words) ?? ""
            sequences = try keys.decodeIfPresent([Sequence].self, forKey: .sequences) ?? []
            except = try keys.decodeIfPresent(String.self, forKey: .except) ?? ""
        }
    }

    /// One of the first words, at most so many characters, and one of the others, within a sentence.
    struct Sequence: Decodable, Sendable {
        var first: String
        var within: Int
        var then: String
    }

    private enum CodingKeys: String, CodingKey {
        case dangers, denials, suppositions, fears, questions, risks, frequencies, hearsay, exercises,
            explanations,
            opponents, inert
        case denialsBehind = "denials_behind"
        case suppositionsBehind = "suppositions_behind"
        case questionsBehind = "questions_behind"
        case risksBehind = "risks_behind"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        dangers = try keys.decodeIfPresent([Entry].self, forKey: .dangers) ?? []
        func words(_ key: CodingKeys) throws -> String {
            try keys.decodeIfPresent(String.self, forKey: key) ?? ""
        }
        denials = try words(.denials)
        denialsBehind = try words(.denialsBehind)
        suppositions = try words(.suppositions)
        suppositionsBehind = try words(.suppositionsBehind)
        fears = try words(.fears)
        questions = try words(.questions)
        questionsBehind = try words(.questionsBehind)
        risks = try words(.risks)
        risksBehind = try words(.risksBehind)
        frequencies = try words(.frequencies)
        hearsay = try words(.hearsay)
        exercises = try words(.exercises)
        explanations = try words(.explanations)
        opponents = try words(.opponents)
        inert = try words(.inert)
    }
}
