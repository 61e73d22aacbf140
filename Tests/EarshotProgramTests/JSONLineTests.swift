import Testing

@testable import EarshotProgram

@Suite("One JSON object on a line")
struct JSONLineTests {
    @Test(
        "a number of any size is written, and what JSON has no number for is null",
        arguments: [
            (3, "3"), (2.5, "2.5"), (1.0005, "1"), (-0.25, "-0.25"), (1e12, "1000000000000"),
            (1e30, "1e+30"), (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (-1e30, "-1e+30"),
            (.infinity, "null"), (.nan, "null"),
        ])
    func numbers(value: Double, text: String) {
        var line = JSONLine()
        line.add("n", value, digits: 2)
        #expect(String(decoding: line.finished, as: UTF8.self) == "{\"n\":\(text)}")
    }
}
