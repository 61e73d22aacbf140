import Earshot
import EarshotTesting
import Testing

@testable import EarshotProgram

@Suite("What an answer was understood as, in the list of feedback")
struct FeedbackSheetTests {
    private func line(_ fill: (inout Request) -> Void) throws -> String {
        var request = Request(.quotes)
        fill(&request)
        let feedback = Feedback(
            event: MessageKey(channel: "wecom-bot/sales", id: "f1"), message: "m1", account: "wecom:u7",
            verdict: .negative, reasons: [], comment: nil)
        return FeedbackSheet.line(
            of: RatedAnswer(
                number: 1, feedback: feedback, givenAt: Fixtures.now,
                answer: .init(request: request, reply: Reply([.text("…")]), at: Fixtures.now)),
            calendar: .shanghai)
    }

    @Test("everything that was understood stands in it, also what is no slot of the vocabulary")
    func all() throws {
        let rival = try line { request in
            request.slots.city = "杭州"
            request.slots.product = Product(brand: "云途", series: "云途L7", isOwn: false)
            request.slots.rivalPolarity = .negative
        }
        #expect(rival.contains("insight.quotes city=杭州 product=云途/云途L7 rivalPolarity=negative"), "\(rival)")
        let all = try line { request in
            request.slots.ofRivals = true
            request.slots.area = .province("浙江")
        }
        #expect(all.contains("insight.quotes area=province:浙江 ofRivals=true"), "\(all)")
    }

    @Test(
        "a comparison is told whatever it is with",
        arguments: [
            (Comparison.region("华南"), "against=region:华南"), (.store("宁波鄞州店"), "against=store:宁波鄞州店"),
            (.nation, "against=nation"), (.home, "against=home:"), (.city("宁波"), "against=宁波"),
            (
                .rivals([Rival(brand: "云途", series: "云途L7"), Rival(brand: "远岚")]),
                "against=rivals:云途/云途L7,远岚"
            ),
        ])
    func comparison(against: Comparison, text: String) throws {
        #expect(try line { $0.slots.against = against }.contains(text))
    }
}
