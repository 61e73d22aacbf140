import EarshotTesting
import Testing

@testable import Earshot

@Suite("The automaton of terms")
struct AutomatonTests {
    /// Term and end of each match, in the order of ends.
    private func found(_ terms: [[UInt16]], in text: [UInt16]) -> [[Int]] {
        let automaton = Automaton(terms: terms, classCount: 5)
        var found: [[Int]] = []
        text.withUnsafeBufferPointer {
            automaton.run(over: $0) { output, end in
                var output = output
                while output >= 0 {
                    let ending = automaton.endings[Int(output)]
                    found.append([end, Int(ending.term)])
                    output = ending.next
                }
            }
        }
        return found
    }

    @Test("It finds every term wherever it stands, also within others, as a plain search does")
    func all() {
        var random = SeededRandom(seed: 21)
        func word(_ lengths: ClosedRange<Int>, _ symbols: ClosedRange<UInt16>) -> [UInt16] {
            (0..<Int.random(in: lengths, using: &random)).map { _ in
                UInt16.random(in: symbols, using: &random)
            }
        }
        for _ in 0..<200 {
            let terms = Array(Set((0..<12).map { _ in word(1...4, 1...4) })).sorted {
                $0.lexicographicallyPrecedes($1)
            }
            let text = word(0...60, 0...4)
            var expected: Set<[Int]> = []
            for (number, term) in terms.enumerated() where term.count <= text.count {
                for end in term.count...text.count where Array(text[end - term.count..<end]) == term {
                    expected.insert([end, number])
                }
            }
            let found = found(terms, in: text)
            #expect(Set(found) == expected)
            #expect(found.count == expected.count)
            #expect(found.map { $0[0] } == found.map { $0[0] }.sorted())
        }
    }
}
