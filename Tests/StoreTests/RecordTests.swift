import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Records in columns")
struct RecordTests {
    private let reply = Reply([
        .title("杭州 · 近7天"), .text(""), .figure(label: "声量", value: "1,284;2:"),
        .quote(text: "油耗 12:34; \"高\"\n\u{0}🚗", source: "11/18 论坛"), .item("5:abc"),
        .choices(prompt: "可以接着问", [.init(number: 1, label: "油耗原话", text: "油耗原话")]),
    ])

    private var state: DialogueState {
        var slots = Slots()
        slots.city = "杭州"
        slots.region = "华东"
        slots.aspect = Aspect("after_sales.waiting")
        slots.polarity = .negative
        slots.part = "tire"
        slots.period = .days((Fixtures.today - 7)...(Fixtures.today - 1))
        slots.against = .city("宁波")
        slots.alert = "12"
        slots.suggestion = "128"
        slots.duration = "2h"
        slots.status = "open"
        slots.topic = "daily"
        slots.schedule = "daily@08:30"
        slots.area = .province("浙江")
        slots.product = Product(brand: "云途", series: "云途L7", isOwn: false)
        slots.leftOut = [Rival(brand: "云途"), Rival(brand: "远岚", series: "远岚M6")]
        slots.ofRivals = true
        slots.rivalPolarity = .negative
        let request = Request(.quotes, slots, store: "HZ001")
        var aboutDelivery = Slots()
        aboutDelivery.delivery = "12"
        let retry = Request(.outboxRetry, aboutDelivery)
        var state = DialogueState(updatedAt: Timestamp(milliseconds: 1_795_305_600_123))
        state.previous = request
        state.offers = [Offer("和全国比", Request(.compare)), Offer("", request), Offer("重发 #12", retry)]
        state.more = Page(
            request: request, offset: 5, after: VoicePosition(day: Fixtures.today, number: 77))
        state.misunderstandings = 2
        state.form = .init(intent: .bind, startedAt: Timestamp(milliseconds: -1))
        return state
    }

    @Test("a reply of every kind of block is read as it was written")
    func replies() throws {
        #expect(try Reply(record: reply.record) == reply)
        #expect(try Reply(record: Reply().record) == Reply())
    }

    @Test("a state with everything in it, and one with nothing, is read as it was written")
    func states() throws {
        #expect(try DialogueState(record: state.record) == state)
        let empty = DialogueState(updatedAt: Timestamp(milliseconds: 0))
        #expect(try DialogueState(record: empty.record) == empty)
    }

    @Test(
        "whatever a figure is compared with is read as it was written",
        arguments: [
            .nation, .previous, .home, .period(.lastMonth), .city("宁波"), .region("华东"), .province("浙江"),
            .store("杭州西湖店"),
            .rivals([Rival(brand: "云途", series: "云途L7"), Rival(brand: "远岚")]),
        ] as [Comparison])
    func comparisons(_ against: Comparison) throws {
        var state = DialogueState(updatedAt: Timestamp(milliseconds: 0))
        state.previous = Request(.compare)
        state.previous?.slots.against = against
        #expect(try DialogueState(record: state.record) == state)
    }

    @Test("a record that was cut off anywhere is refused")
    func cutOff() {
        for record in [reply.record, state.record] {
            let scalars = Array(record.unicodeScalars)
            for count in 0..<scalars.count {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars[..<count])
                #expect(throws: SQLiteError.self) { try Reply(record: String(text)) }
                #expect(throws: SQLiteError.self) { try DialogueState(record: String(text)) }
            }
        }
    }

    @Test(
        "what no writer writes is refused",
        arguments: [
            "", ";", "1;", "1;9;", "1;2;99:x", "99999999999999999999;", "1;2;-1:x", "9223372036854775807;",
            "0;0;", "x;",
        ])
    func broken(_ record: String) {
        #expect(throws: SQLiteError.self) { try Reply(record: record) }
    }
}
