import FoundationEssentials
import JSON
import Testing

@Suite("JSON to be written")
struct JSONTests {
    private func text(_ document: JSON) -> String { String(decoding: document.bytes, as: UTF8.self) }

    @Test("members stand in the order given, without blanks")
    func order() {
        let document: JSON = [
            "z": 1, "a": [true, .null, "油耗"], "m": .object(["b": nil, "c": .number(1.5)]),
        ]
        #expect(text(document) == #"{"z":1,"a":[true,null,"油耗"],"m":{"c":1.5}}"#)
        #expect(text([]) == "[]")
        #expect(text(.object([:])) == "{}")
        #expect(text(.number(.infinity)) == "null")
    }

    @Test(
        "another reader finds every text as it was",
        arguments: [
            "", "\"\\/", "\u{0}\u{1}\u{8}\u{C}\u{1F}\u{7F}\n\r\t", "客户👨‍👩‍👧说", "e\u{301}\u{2028}\u{FEFF}", "\r\n",
            "a\"",
        ])
    func texts(value: String) throws {
        let bytes = JSON.object(["text": .string(value), value: "名"]).bytes
        let read = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        #expect(read["text"].map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
        #expect(read[value] == "名")
    }
}
