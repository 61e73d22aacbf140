import Testing

@testable import Earshot

@Suite("The targets of a clause")
struct TargetListTests {
    @Test("are kept in the order of the text, the first eight of them")
    func full() {
        var list = TargetList()
        for token in Int32(0)..<12 { list.append(token) }
        #expect(Array(list) == Array(0..<8))
        list.removeAll()
        #expect(list.isEmpty)
        list.append(5)
        #expect(Array(list) == [5])
    }

    @Test("of two clauses together are the last eight of both", arguments: 0...8, 0...8)
    func joined(first: Int, second: Int) {
        var (earlier, later) = (TargetList(), TargetList())
        for token in 0..<first { earlier.append(Int32(token)) }
        for token in 0..<second { later.append(Int32(100 + token)) }
        #expect(Array(earlier.followed(by: later)) == (Array(earlier) + Array(later)).suffix(8))
    }
}
