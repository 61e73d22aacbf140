import Testing
import XML

@Suite("XML of strangers")
struct XMLReadingTests {
    private func read(_ text: String, _ limits: XMLLimits = XMLLimits()) throws -> XMLElement {
        try XMLElement(parsing: Array(text.utf8), limits: limits)
    }

    private func refusal(_ text: String, _ limits: XMLLimits = XMLLimits()) -> XMLError.Code? {
        do throws(XMLError) {
            _ = try XMLElement(parsing: Array(text.utf8), limits: limits)
            return nil
        } catch {
            return error.code
        }
    }

    @Test("elements, their text and their children are found by name")
    func tree() throws {
        let root = try read("<xml>\n <A><![CDATA[油耗]]></A><B>1</B><L><I>a</I><I>b</I></L></xml>\n")
        #expect(root.name == "xml")
        #expect(root["A"] == "油耗")
        #expect(root["B"] == "1")
        #expect(root["I"] == nil)
        #expect(root.child("L")?.children.map(\.text) == ["a", "b"])
        #expect(root.child("C") == nil)
    }

    @Test("text keeps its pieces together: sections, references, comments and children between them")
    func pieces() throws {
        #expect(
            try read("<a>1 &lt; <![CDATA[2 & ]]>&#x4E2D;<!-- no -->&#65;<b>x</b>!</a>").text == "1 < 2 & 中A!")
        #expect(try read("<a><![CDATA[x]]]]><![CDATA[>y]]></a>").text == "x]]>y")
        #expect(try read("<a/>").text == "")
        #expect(try read("<?xml version='1.0' encoding='GBK'?><a k='v'>中<?do it?></a>").text == "中")
        #expect(try read("\u{FEFF}<a>🚗</a>").text == "🚗")
    }

    @Test(
        "a document type is refused before anything in it counts",
        arguments: [
            "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>",
            "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'http://127.0.0.1/'>]><a>&e;</a>",
            "<!DOCTYPE a [<!ENTITY % p SYSTEM 'x'> %p;]><a/>",
        ])
    func documentTypes(text: String) {
        #expect(refusal(text) == .documentType)
    }

    @Test(
        "what is not well-formed is refused",
        arguments: [
            "", " ", "text", "{}", "<a>", "<a></b>", "<a/><b/>", "<a>&e;</a>", "<a>&#0;</a>",
            "<a>&#xD800;</a>",
            "<a>]]></a>", "<a><![CDATA[x</a>", "<a b='1' b='2'/>", "<a>\u{0}</a>", "<a>\u{1}</a>", "<1/>",
            "<a",
            "<!ENTITY e 'x'><a/>", " <?xml version='1.0'?><a/>", "<a>&amp</a>",
        ])
    func malformed(text: String) {
        #expect(refusal(text) == .malformed)
    }

    @Test("bytes that are not UTF-8 are refused, whatever encoding is declared")
    func notUTF8() {
        for bytes: [UInt8] in [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xd6, 0xd0]] {
            for head in ["<a>", "<?xml version='1.0' encoding='ISO-8859-1'?><a>"] {
                let document = Array(head.utf8) + bytes + Array("</a>".utf8)
                #expect(throws: XMLError.self) { try XMLElement(parsing: document) }
            }
        }
    }

    @Test("depth, elements and bytes have limits that are reached exactly")
    func limits() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(refusal(nested(16)) == nil)
        #expect(refusal(nested(17)) == .tooDeep)
        #expect(refusal(String(repeating: "<a>", count: 20_000)) == .tooDeep)
        #expect(refusal("<r>" + String(repeating: "<a/>", count: 999) + "</r>") == nil)
        #expect(refusal("<r>" + String(repeating: "<a/>", count: 1000) + "</r>") == .tooManyElements)
        #expect(refusal("<abc/>", XMLLimits(bytes: 6)) == nil)
        #expect(refusal("<abc/>", XMLLimits(bytes: 5)) == .tooLarge)
    }

    @Test("a refusal says in which line")
    func line() {
        let error = #expect(throws: XMLError.self) { try read("<a>\n<b>\n</c></a>") }
        #expect(error?.line == 3)
        #expect(error?.description.hasPrefix("line 3: ") == true)
    }
}
