import EarshotTesting
import Testing

@testable import Earshot

@Suite("Who is asked about where somebody was told nothing")
struct ToldOneTests {
    private let router: Router
    private let names: Set<String> = ["王磊", "陈洁", "陈洁洁"]

    init() throws { router = try RoutingFixture.router() }

    @Test(
        "it is the asker where the asker says so, whoever else is named",
        arguments: ["为什么王磊收到了A12预警，我没收到", "王磊收到了，为什么没发给我", "我们店为什么没收到王磊说的预警", "赵子龙收到了我怎么没收到"])
    func asker(_ text: String) {
        #expect(router.toldOne(in: text, among: names) == nil)
    }

    @Test(
        "it is whoever is named first",
        arguments: [
            ("王磊为什么没收到预警", "王磊"), ("我想知道王磊为什么没收到预警", "王磊"), ("王磊和陈洁为什么没收到", "王磊"), ("陈洁、王磊为什么没收到", "陈洁"),
            ("陈洁洁为什么没收到", "陈洁洁"), ("为什么王磊收到了A12", "王磊"),
        ])
    func named(_ text: String, _ name: String) {
        #expect(router.toldOne(in: text, among: names) == name)
    }
}
