import Earshot
import FoundationEssentials

/// The texts on standard input, `{"id","text"}` a line.
enum AnalyzedTexts {
    struct Text: Decodable {
        var id: String
        var text: String

        enum CodingKeys: String, CodingKey {
            case id, text
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            text = try keys.decode(String.self, forKey: .text)
            if let name = try? keys.decode(String.self, forKey: .id) {
                id = name
            } else {
                id = String(try keys.decode(Int64.self, forKey: .id))
            }
        }
    }

    /// Gives every text in turn; a line that is none is reported with its number.
    ///
    /// - Throws: `Failure` at the end if there were such lines.
    static func each(_ body: (Text) -> Void) throws {
        var lines = InputLines()
        var broken = 0
        let decoder = JSONDecoder()
        while let line = try lines.next() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            do {
                body(try decoder.decode(Text.self, from: Data(line)))
            } catch {
                Terminal.say("line \(lines.line) is not {\"id\",\"text\"}: \(LineFault(error))")
                broken += 1
            }
        }
        if broken > 0 { throw Failure("\(broken) lines could not be read") }
    }
}
