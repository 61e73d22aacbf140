import Earshot
import EarshotTesting
import JSON
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("Voices that give orders to a language model that obeys")
struct InjectedVoicesTests {
    private static let bystanders = ["油耗太高了,跑长途心疼钱", "空间特别大,一家五口很宽裕", "座椅太硬,开两小时就腰疼"]

    /// Everything of a file but what is counted of aspects, and the second readings themselves.
    private func rest(_ house: SecondReadingHouse) throws -> [String] {
        let connection = try Connection(path: house.folder.file("voices.db"), access: .readOnly)
        return try connection.query(
            """
            SELECT 'voice', id, external_id, text, published_at FROM voice
            UNION ALL
            SELECT 'reading', voice, city, polarity, sentiment || '/' || advertisement || '/' || intent_to_buy
            FROM reading
            UNION ALL
            SELECT 'whole', voice, place, polarity, lean FROM mention WHERE aspect = 0
            UNION ALL
            SELECT 'count', day, place, negative || '/' || neutral, positive FROM daily_count WHERE aspect = 0
            """
        ) { "\($0.text(0))|\($0.text(1))|\($0.text(2))|\($0.text(3))|\($0.text(4))" }.sorted()
    }

    @Test("only what those very voices say of what was in doubt has changed, in words of their own")
    func onlyOwnOpinions() async throws {
        let answers = Dictionary(
            uniqueKeysWithValues: Injection.all.map { (MaskedText(of: $0.text).text, $0.answer) })
        let house = try await SecondReadingHouse(Self.bystanders + Injection.all.map(\.text)) {
            // Of the others it keeps silent.
            answers[$0.text] ?? "{}"
        }
        let (before, rest) = (try house.mentions(), try rest(house))
        let analyzer = try SecondReadingHouse.comprehension.get().analyzer
        #expect(try await house.readings().run() == .done)
        #expect(Set(house.asked).count > 30)
        let after = try house.mentions()
        #expect(try self.rest(house) == rest)
        #expect(try await house.store.recountDifferences() == 0)
        let changed = Set(after).symmetricDifference(before)
        #expect(!changed.isEmpty)
        for line in changed {
            let injection = try #require(Injection.all.first { line.hasPrefix("\($0.text)|") }, "\(line)")
            let fields = line.dropFirst(injection.text.count + 1).split(
                separator: "|", omittingEmptySubsequences: false)
            let doubts = analyzer.doubts(about: injection.text, within: 0.5).map(\.aspect.name)
            #expect(doubts.contains(String(fields[0])), "\(line)")
            #expect(["-1", "0", "1"].contains(fields[1]))
            #expect(injection.text.contains(fields[3]))
        }
        await house.stop()
    }
}
