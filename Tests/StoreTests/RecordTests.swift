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
        var added = Slots()
        (added.alert, added.person, added.words, added.isConfirmed) = ("12", "张伟", "请统一回复：已召回", true)
        added.shown = "1z141z3"
        let release = Request(.alertBroadcast, added)
        var state = DialogueState(updatedAt: Timestamp(milliseconds: 1_795_305_600_123))
        state.previous = request
        state.offers = [
            Offer("和全国比", Request(.compare)), Offer("", request), Offer("重发 #12", retry),
            Offer("确认", release),
        ]
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
        for standing in [nil, "已由王磊认领"] {
            var acted = reply
            acted.actions = Reply.Actions(standing: standing)
            #expect(try Reply(record: acted.record) == acted)
        }
    }

    @Test("a state with everything in it, and one with nothing, is read as it was written")
    func states() throws {
        #expect(try DialogueState(record: state.record) == state)
        var rateable = state
        rateable.form = nil
        rateable.answered = .init(message: "m;1", request: Request(.quotes))
        #expect(try DialogueState(record: rateable.record) == rateable)
        rateable.recent = [RecentTurn(asked: "油耗怎么样", answered: "杭州 · 油耗")]
        #expect(try DialogueState(record: rateable.record) == rateable)
        let empty = DialogueState(updatedAt: Timestamp(milliseconds: 0))
        #expect(try DialogueState(record: empty.record) == empty)
    }

    @Test(
        "a state that an edition without words beside an action has written is read", arguments: [nil, true])
    func earlierStates(ofRivals: Bool?) throws {
        let unsaid = { String(repeating: "0;", count: $0) }
        let request =
            "11:alert.claim" + unsaid(7) + "1;2:12" + unsaid(8) + (ofRivals == nil ? "0;" : "1;") + unsaid(2)
        let record = "5;0;1;" + request + "1;6:确认" + request + unsaid(2)
        var slots = Slots()
        (slots.alert, slots.ofRivals) = ("12", ofRivals)
        var state = DialogueState(updatedAt: Timestamp(milliseconds: 5))
        state.previous = Request(.alertClaim, slots)
        state.offers = [Offer("确认", Request(.alertClaim, slots))]
        #expect(try DialogueState(record: record) == state)
        #expect(state.record == record)
    }

    @Test(
        "what is added to an action is read as it was written, whatever of it there is",
        arguments: [(nil, "转帖", nil), ("林枫", nil, nil), (nil, nil, false), (nil, "", true)]
            as [(String?, String?, Bool?)])
    func additions(person: String?, words: String?, isConfirmed: Bool?) throws {
        var slots = Slots()
        (slots.alert, slots.person, slots.words, slots.isConfirmed) = ("12", person, words, isConfirmed)
        var state = DialogueState(updatedAt: Timestamp(milliseconds: 0))
        state.previous = Request(.alertDismiss, slots)
        state.offers = [Offer("确认", Request(.alertDismiss, slots)), Offer("取消", Request(.cancel))]
        #expect(try DialogueState(record: state.record) == state)
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
