import Testing

@testable import CSV

@Suite("Writing rows")
struct RowWriterTests {
    private func written(_ rows: [[String]], _ change: (inout RowWriter.Options) -> Void = { _ in }) -> String
    {
        var options = RowWriter.Options()
        change(&options)
        var writer = RowWriter(options: options)
        rows.forEach { writer.write($0) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("only what needs quotes gets them")
    func quotes() {
        #expect(written([["a", "b c", "杭州"]]) == "a,b c,杭州\r\n")
        #expect(
            written([["a,b", "say \"hi\"", "x\ny", "x\ry", " x"]])
                == "\"a,b\",\"say \"\"hi\"\"\",\"x\ny\",\"x\ry\",\" x\"\r\n")
        #expect(written([[""], ["", ""]]) == "\"\"\r\n,\r\n")
        #expect(written([["a"]]) { $0.lineEnd = "\n" } == "a\n")
        #expect(written([["a;b", "a,b"]]) { $0.separator = UInt8(ascii: ";") } == "\"a;b\";a,b\r\n")
    }

    @Test("a formula becomes text when asked for; a number stays a number")
    func formulas() {
        let fields = ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "=a,b", "-12.5", "+3", "1-2", "-", "＝1"]
        #expect(
            written([fields]) { $0.disarmsFormulas = true }
                == "'=1+1,'+cmd,'-x,'@SUM(A1),'\tx,\"'=a,b\",-12.5,+3,1-2,'-,'＝1\r\n")
        #expect(written([["=1+1"]]) == "=1+1\r\n")
    }

    @Test("a byte order mark stands once, at the beginning")
    func byteOrderMark() {
        var options = RowWriter.Options()
        options.hasByteOrderMark = true
        var writer = RowWriter(options: options)
        writer.write(["a"])
        #expect(writer.take() == [0xEF, 0xBB, 0xBF] + Array("a\r\n".utf8))
        writer.write(["b"])
        #expect(writer.take() == Array("b\r\n".utf8))
    }
}
