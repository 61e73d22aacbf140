import JSON
import Testing

@Suite("JSON that was read")
struct JSONValueTests {
    @Test("documents that say the same are equal, whatever the order of their members")
    func equality() throws {
        let one = try JSONValue(text: #"{"a":[1,true,null],"b":{"c":"油耗"}}"#)
        #expect(try one == JSONValue(text: #" {"b":{"c":"油耗"}, "a":[1.0,true,null]} "#))
        #expect(try one != JSONValue(text: #"{"a":[1,true],"b":{"c":"油耗"}}"#))
        #expect(throws: (any Error).self) { try JSONValue(text: "{") }
    }

    @Test("what is not there, or of another kind, is nothing and ends nobody's program")
    func absent() throws {
        let document = try JSONValue(text: #"{"list":["a"],"text":"t","number":7.9,"huge":1e300}"#)
        #expect(document["none"]["deeper"][3] == .null)
        #expect(document["list"][0].text == "a")
        #expect(document["list"][1] == .null && document["list"][-1] == .null)
        #expect(document["text"].number == 0 && document["number"].text.isEmpty)
        #expect(document["number"].number == 7 && document["huge"].number == 0)
    }

    @Test("it is written with sorted members, whole numbers without a fraction, and read back the same")
    func writing() throws {
        let document = try JSONValue(text: #"{"z":1,"a":[2.5,"http://x/"],"n":null,"huge":1e300}"#)
        let bytes = try document.bytes
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(#"{"a":[2.5,"http://x/"],"huge":"#))
        #expect(String(decoding: bytes, as: UTF8.self).hasSuffix(#""n":null,"z":1}"#))
        #expect(try JSONValue(bytes) == document)
    }
}
