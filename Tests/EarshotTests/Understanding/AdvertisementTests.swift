import Earshot
import Testing

@Suite("Advertisements")
struct AdvertisementTests {
    @Test(
        "offers of stores, of other shops and of private sellers are recognised",
        arguments: [
            "【杭州西湖店】年底冲量,全系直降3万,到店有礼,详询0571-88886666", "厂家补贴加店铺让利,名额有限,欢迎到店咨询",
            "本店周末举办团购会,进店有礼", "我是4S店销售顾问小陈,现车多颜色可选,加我微信", "脚垫厂家直销,全国包邮,微信同号",
            "高价收二手车,当场付款,电话13800000000", "出一套原厂轮毂,九成新,有意者私聊", "车险低至六折,当天出单,详询13800000000",
            "想要E3的客户注意了,现车多,先到先得",
        ])
    func offers(text: String) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.isAdvertisement)
        #expect(reading.intentToBuy == false)
    }

    @Test(
        "a customer who asks for a price, tells what he paid or what a store promised is none",
        arguments: [
            "请问X5现在优惠多少,有现车吗", "落地20万,优惠两万,送了脚垫贴膜和三次保养", "销售说限时优惠三天,名额有限,是不是套路",
            "直播间说送礼,到现在没见着", "有没有杭州车友一起团购的,人多好砍价", "求杭州靠谱销售的联系方式,准备提车",
            "销售加我微信以后天天发广告", "广告说零首付,到店一问还要服务费", "有意出二手E7的联系我,想买一台",
            "客服热线打不通,预约了也没人理", "嘴上说欢迎到店,进店半小时无人接待,服务态度极差", "修理厂老板人不错,价格公道", "油耗高", "",
        ])
    func customers(text: String) throws {
        #expect(try UnderstandingFixture.read(text).isAdvertisement == false)
    }

    @Test("a question does not hide an offer that says how to reach the seller")
    func rhetorical() throws {
        let text = "想买车吗?限时钜惠,全系直降2万,名额有限,欢迎到店,加微信详谈"
        #expect(try UnderstandingFixture.read(text).isAdvertisement)
    }

    @Test("what was called in, filled in or noted at a store is a customer's, however it is worded")
    func kinds() throws {
        let comprehension = Comprehension(
            analyzer: try UnderstandingFixture.analyzer.get(), catalogue: ProductCatalogue(), dealers: [])
        func isAdvertisement(_ kind: Voice.Kind) -> Bool {
            let voice = Voice(
                id: "1", text: "限时钜惠,到店有礼,详询0571-88886666",
                publishedAt: Timestamp(milliseconds: 1_700_000_000_000), kind: kind)
            return comprehension.understand(voice).reading.isAdvertisement
        }
        #expect(isAdvertisement(.post))
        #expect(isAdvertisement(.review))
        for kind in [Voice.Kind.complaint, .survey, .call, .dealerNote] { #expect(!isAdvertisement(kind)) }
    }
}
