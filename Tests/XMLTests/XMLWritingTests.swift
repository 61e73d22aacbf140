import EarshotTesting
import Testing
import XML

@Suite("XML to be written")
struct XMLWritingTests {
    private func text(_ element: XMLElement) -> String { String(decoding: element.bytes, as: UTF8.self) }

    @Test("letters and digits stand bare, everything else in CDATA")
    func form() {
        let element = XMLElement(
            "xml", [XMLElement("A", text: "42"), XMLElement("B", text: "a & <b>"), XMLElement("C")])
        #expect(text(element) == "<xml><A>42</A><B><![CDATA[a & <b>]]></B><C></C></xml>")
    }

    @Test(
        "no text can leave its section",
        arguments: [
            "]]>", "x]]></A><A>y", "]]]]>>", "<![CDATA[]]>", "]]", "]", "&lt;", "a\n\tb 🚗",
            "]]>\u{338}<b>", "]]>\u{200D}", "]\u{338}]>",
        ])
    func sections(text: String) throws {
        let element = XMLElement("xml", [XMLElement("A", text: text)])
        #expect(try XMLElement(parsing: element.bytes) == element)
    }

    @Test("what XML cannot say is replaced, and the document stays readable")
    func unsayable() throws {
        let element = XMLElement("A", text: "a\u{0}b\u{1F}\u{FFFE}\u{FFFF}c")
        #expect(try XMLElement(parsing: element.bytes).text == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}c")
    }

    @Test("2,000 texts of random marks come back as they were written")
    func roundTrips() throws {
        var random = SeededRandom(seed: 20_261_126)
        let marks = [
            "]", "]]", ">", "<", "&", "<![CDATA[", "]]>", "!", "油", "🚗", " ", "\n", "-", "a", "1", "'", "\"",
            "\u{338}", "\u{200D}",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...20, using: &random))
                .compactMap { _ in marks.randomElement(using: &random) }.joined()
            let element = XMLElement("xml", [XMLElement("T", text: text), XMLElement("U", text: "1")])
            #expect(try XMLElement(parsing: element.bytes) == element)
        }
    }
}
