import EarshotTesting
import Testing
import XML

@Suite("Broken XML")
struct XMLFuzzTests {
    private static let seed: UInt64 = 20_261_126

    private func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        let pieces = [
            "<", ">", "</", "/>", "&", ";", "&#", "&lt;", "]]>", "<![CDATA[", "<!--", "-->", "<?", "?>",
            "<!DOCTYPE a [",
            "<!ENTITY e 'x'>", "\u{0}", "<xml>", "'", "\"", "=", "\u{FEFF}",
        ]
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0...4, using: &random) {
            case 0 where !bytes.isEmpty: bytes[place] = .random(in: 0...255, using: &random)
            case 1 where !bytes.isEmpty: bytes.removeLast(min(30, bytes.count - place))
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(60), at: place)
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + 5))
            default:
                bytes.insert(contentsOf: Array((pieces.randomElement(using: &random) ?? "").utf8), at: place)
            }
        }
        return bytes
    }

    @Test("20,000 mutated documents are read or refused, and what is read can be written and read again")
    func mutations() throws {
        var random = SeededRandom(seed: XMLFuzzTests.seed)
        let documents = [
            "<xml><A><![CDATA[油耗 & <b>]]></A><B>1</B><L><I>a&amp;b</I><I>&#65;</I></L></xml>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml>\n <E k='v'>x</E><!-- c -->\n</xml>",
            "<!DOCTYPE xml [<!ENTITY e 'x'>]><xml>&e;</xml>",
        ].map { Array($0.utf8) }
        var counts: [String: Int] = [:]
        for round in 0..<20_000 {
            let document = mutated(documents[round % documents.count], &random)
            do throws(XMLError) {
                let element = try XMLElement(parsing: document)
                counts["read", default: 0] += 1
                let again = try XMLElement(parsing: element.bytes)
                if again != element { Issue.record("seed \(XMLFuzzTests.seed), round \(round)") }
            } catch {
                counts[error.code.rawValue, default: 0] += 1
            }
        }
        #expect(counts["read", default: 0] > 200, "\(counts)")
        #expect(counts["malformed", default: 0] > 5000, "\(counts)")
        #expect(counts["document_type", default: 0] > 500, "\(counts)")
    }
}
