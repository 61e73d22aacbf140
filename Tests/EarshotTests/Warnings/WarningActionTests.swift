import EarshotTesting
import Testing

@testable import Earshot

@Suite("What people do with a warning")
struct WarningActionTests {
    private let now = Fixtures.now

    @Test("the second of two who claim is told who was first, and when")
    func second() throws {
        var warning = WarningFixture.warning()
        _ = try warning.apply(.claim, by: "liqiang", at: now)
        #expect(throws: ActionRefusal.taken(by: "liqiang", at: now)) {
            try warning.apply(.claim, by: "zhaomin", at: now + .seconds(1))
        }
        #expect(throws: ActionRefusal.alreadyOwn) {
            try warning.apply(.claim, by: "liqiang", at: now + .seconds(1))
        }
        #expect(warning.owner == "liqiang")
    }

    @Test("who tells the dealers or says that it is over has it")
    func owner() throws {
        var told = WarningFixture.warning()
        _ = try told.apply(.tell(words: "请统一回复", recipients: 2, cities: nil), by: "liqiang", at: now)
        #expect(told.owner == "liqiang" && told.state == .notified)
        var resolved = WarningFixture.warning()
        _ = try resolved.apply(.resolve(remark: "已更换批次"), by: "liqiang", at: now)
        #expect(resolved.owner == "liqiang" && resolved.end?.remark == "已更换批次")
        #expect(throws: ActionRefusal.self) { try resolved.apply(.claim, by: "zhaomin", at: now) }
    }

    @Test(
        "false alarms make it rarer and confirmed ones more frequent, within bounds, in a way that can be read"
    )
    func shares() {
        var share = AlarmShare(subject: "\(WarningFixture.fuel)")
        share.noteFalseAlarm()
        #expect(share.factor == 0.5 && share.falseAlarms == 1)
        for _ in 0..<20 { share.noteFalseAlarm() }
        #expect(share.factor == AlarmShare.bounds.lowerBound)
        for _ in 0..<40 { share.noteConfirmed() }
        #expect(share.factor == AlarmShare.bounds.upperBound && share.confirmed == 40)
    }

    @Test("no more is taken back than was given at the bound", arguments: [1, 3.6, 4])
    func takenBack(_ factor: Double) {
        var share = AlarmShare(subject: "\(WarningFixture.fuel)", factor: factor)
        let gain = share.noteConfirmed()
        #expect(gain >= 1 && share.factor <= 4)
        share.takeBackConfirmed(gain)
        #expect(abs(share.factor - factor) < 1e-9 && share.confirmed == 0)
    }

    @Test("what is kept of a line to take is read as it was written, and its count alone of older ones")
    func toldLines() {
        let lines = [
            ToldLine(recipients: 8, gain: 1.25, heldUntil: now, words: "请统一回复|请核实"),
            ToldLine(recipients: 0, words: ""), ToldLine(recipients: 3),
        ]
        for line in lines { #expect(ToldLine(line.description) == line) }
        for text in ["", "x", "1|2", "1|2|3", "|1|2|a"] { #expect(ToldLine(text) == nil, "\(text)") }
    }

    @Test("what a warning is about is read as it was written, whatever it is")
    func subjects() {
        let subjects: [WarningSubject] = [
            WarningFixture.fuel, WarningFixture.east, WarningFixture.nation,
            WarningFixture.matter(.province("浙江"), "parts.brake"), .silence(source: "论坛|二"),
            .danger(.init(key: "fire", title: "起火", place: .city(Fixtures.ningbo))),
        ]
        for subject in subjects {
            #expect(WarningSubject("\(subject)", regions: Fixtures.regions) == subject)
        }
        for text in [
            "", "complaints", "complaints|city:1|fuel", "complaints|nation|no-such", "silence|", "x|y",
        ] {
            #expect(WarningSubject(text, regions: Fixtures.regions) == nil, "\(text)")
        }
        for notice: Notice in [
            .opened, .escalated(.heads), .reminded(Fixtures.today), .worse(.severe, reopenings: 2),
            .assigned(Fixtures.now), .ended(reopenings: 0),
        ] {
            #expect(Notice("\(notice)") == notice)
        }
    }
}
