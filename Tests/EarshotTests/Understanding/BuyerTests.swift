import Earshot
import Testing

@Suite("Who is about to buy")
struct BuyerTests {
    @Test(
        "asking others about a price that was offered tells of a buyer",
        arguments: [
            "坐标杭州,X5裸车18万,保险一万,落地20万出头,这个价格贵吗?", "贷款十万三年利息八千,合理吗", "想了解一下首付多少",
            "问了两家店,优惠都是一万五,还能谈吗", "现在优惠多少,有哪位车主了解", "全款24万,可以入手吗", "星驰E7和CR-V预算二十万,哪个好",
        ])
    func asks(text: String) throws {
        #expect(try UnderstandingFixture.read(text).intentToBuy)
    }

    @Test(
        "who ordered, paid, drives or gave up is no buyer, whatever he asks",
        arguments: [
            "昨天定了X5,落地20万,是不是冤大头", "终于提车了,裸车18万,大家看看这个价格贵吗", "签合同了,首付六万,利息合理吗",
            "刚付完首付,等车日子好难熬,要等多久", "当时也考虑过CR-V,果断入手X5", "落地34万,是不是大冤种",
        ])
    func bought(text: String) throws {
        #expect(try UnderstandingFixture.read(text).intentToBuy == false)
    }

    @Test(
        "a price that nobody asks about, and a question about something else, tell of no buyer",
        arguments: [
            "裸车优惠一万五送保养", "机油多少钱一桶,请问哪里买", "请问空调怎么关", "落地20万,空间大油耗低",
        ])
    func others(text: String) throws {
        #expect(try UnderstandingFixture.read(text).intentToBuy == false)
    }

    @Test("a long story is a buyer's only where it asks, since what it wanted may be past")
    func stories() throws {
        let story = String(repeating: "周末带家人去了郊外,路上风景很好,孩子睡得香。", count: 14)
        #expect(try UnderstandingFixture.read("年初想买星驰X5。" + story).intentToBuy == false)
        #expect(try UnderstandingFixture.read("年初想买星驰X5。" + story + "请问值得买吗").intentToBuy)
    }
}
