import Earshot
import EarshotTesting
import FoundationEssentials
import Testing

@Suite("The city that a text names")
struct CityMentionTests {
    @Test(
        "is the writer's as far as the words beside it say so",
        arguments: [
            ("坐标：杭州 X5优惠两万", "杭州", .home), ("我也是佛山的", "佛山", .home), ("我大哈尔滨冬天冷", "哈尔滨", .home),
            ("杭州，新款没有优惠", "杭州", .alone), ("油耗8个。成都", "成都", .alone),
            ("听说宁波那边的车主", "宁波", .plain), ("昨天问了下苏州4S店", "苏州", .local), ("问了厦门 提车要等", "厦门", .local),
            ("昨天去衡水办事", "衡水", .passing), ("看了北京车展的样车", "北京", .passing), ("刚从温州跑了趟高速", "温州", .passing),
            ("楼主杭州哪家店", "杭州", .passing), ("苏州到常州的高速", "苏州", nil),
        ] as [(String, String, CityMention.Setting?)])
    func settings(text: String, city: String, setting: CityMention.Setting?) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.city == (setting == nil ? nil : city))
        #expect(reading.cityMention?.setting == setting)
        if let mention = reading.cityMention {
            let name = String(decoding: Array(text.utf8)[mention.bytes], as: UTF8.self)
            #expect(name.hasPrefix(city))
        }
    }

    @Test("is named by the mention that says most, and of several by the only one that is the writer's")
    func several() throws {
        #expect(try UnderstandingFixture.read("去杭州玩过，坐标杭州").cityMention?.setting == .home)
        let amongOthers = try UnderstandingFixture.read("我是大连的，每年都开车回老家哈尔滨")
        #expect(amongOthers.city == "大连")
        #expect(amongOthers.cityMention?.setting == .amongOthers)
        #expect(try UnderstandingFixture.read("我在大连，人在哈尔滨，油耗差不多").city == nil)
        #expect(try UnderstandingFixture.read("大连优惠两万，沈阳一分不优惠").city == nil)
    }

    @Test("is as likely the less its setting says")
    func order() {
        let confidences = CityMention.Setting.allCases.map {
            CityMention(setting: $0, bytes: 0..<0).confidence
        }
        #expect(confidences == confidences.sorted(by: >))
        #expect(confidences.allSatisfy { (0...1).contains($0) })
    }

    @Test(
        "does not count where it is named in passing, and a field of the source counts whatever the text names"
    )
    func counted() throws {
        let comprehension = Comprehension(
            analyzer: try UnderstandingFixture.analyzer.get(), catalogue: ProductCatalogue(brands: []),
            dealers: [])
        func city(_ text: String, _ location: Voice.Location = .init()) -> String? {
            var voice = Voice(id: "1", text: text, publishedAt: Fixtures.now)
            voice.location = location
            return comprehension.understand(voice).city?.name
        }
        #expect(city("杭州提的车，油耗太高") == "杭州")
        #expect(city("上周去杭州，油耗太高") == nil)
        #expect(city("上周去杭州，油耗太高", .init(city: "宁波")) == "宁波")
        #expect(city("坐标杭州，油耗太高", .init(ip: "浙江")) == "杭州")
    }

    @Test("stands in no word that only looks like one")
    func words() throws {
        for text in ["变速箱总成都换了", "安装牢固安全", "宝马的大连屏", "非常熟悉这车", "某东营业时间"] {
            #expect(try UnderstandingFixture.read(text).city == nil, "\(text)")
        }
    }
}
