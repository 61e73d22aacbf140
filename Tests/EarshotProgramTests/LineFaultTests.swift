import Earshot
import FoundationEssentials
import Testing

@testable import EarshotProgram

@Suite("What is wrong with a line")
struct LineFaultTests {
    private struct Input: Decodable {
        var id: String
        var role: Role
        var turns: [String]
    }

    @Test(
        "the field at fault is named",
        arguments: [
            (#"{"role":"dealer","turns":[]}"#, #""id" is missing"#),
            (#"{"id":"1","role":"dealer","turns":"a"}"#, #""turns" is of another kind"#),
            (#"{"id":"1","role":"dealer","turns":["a",1]}"#, #""turns.[1]" is of another kind"#),
            (#"{"id":null,"role":"dealer","turns":[]}"#, #""id" is of another kind"#),
            (#"["id"]"#, "the line is of another kind"),
            (#"{"id":"#, "it is not JSON"),
        ])
    func fields(_ line: String, _ fault: String) throws {
        let error = #expect(throws: DecodingError.self) {
            _ = try JSONDecoder().decode(Input.self, from: Data(line.utf8))
        }
        #expect(LineFault(try #require(error)).description == fault)
    }

    @Test("a value outside the vocabulary is told with its field")
    func vocabulary() throws {
        let error = #expect(throws: DecodingError.self) {
            _ = try JSONDecoder().decode(
                Input.self, from: Data(#"{"id":"1","role":"boss","turns":[]}"#.utf8))
        }
        #expect(
            LineFault(try #require(error)).description
                == #""role": must be one of dealer, manager, hq, admin, not boss"#)
    }
}
