import Testing

@testable import Earshot

@Suite("Cities in Latin letters")
struct RomanizedTests {
    private func city(_ name: String, province: String? = nil) -> String? {
        Gazetteer.china.place(of: Voice.Location(city: name, province: province))?.name
    }

    @Test(
        "a city's field may be written in Pinyin or in the usual other spelling",
        arguments: [
            ("Hangzhou", "杭州"), ("hangzhou shi", "杭州"), ("HANGZHOU CITY", "杭州"), ("Xi'an", "西安"),
            ("xian", "西安"),
            ("Harbin", "哈尔滨"), ("Changsha", "长沙"), ("Chongqing", "重庆"), ("Xiamen", "厦门"), ("Hong Kong", "香港"),
            ("Shijiazhuang", "石家庄"), ("Kashi", "喀什"), ("Lu'an", "六安"), ("Bengbu", "蚌埠"),
            ("Chengdu", "成都"), ("Foshan", "佛山"), ("Changdu", "昌都"), ("Xilinguole", "锡林郭勒"), ("Canton", "广州"),
            ("Urumqi", "乌鲁木齐"), ("Hohhot", "呼和浩特"), ("Lhasa", "拉萨"),
        ])
    func known(text: String, expected: String) {
        #expect(city(text) == expected)
    }

    @Test(
        "a spelling of two cities is none without the province, and other words are none",
        arguments: [
            "Taizhou", "Suzhou", "Fuzhou", "Yichun", "Yulin", "Chaoyang", "Jilin", "Springfield", "shi",
            "city", "",
        ])
    func unknown(text: String) {
        #expect(city(text) == nil)
    }

    @Test(
        "a question may name any city so",
        arguments: [
            ("Beijing", "北京"), ("Foshan客户在说什么", "佛山"), ("qingyuan的口碑怎么样", "清远"), ("xi'an油耗怎么样", "西安"),
            ("Harbin怎么样", "哈尔滨"), ("Urumqi怎么样", "乌鲁木齐"), ("Hohhot", "呼和浩特"), ("Lhasa", "拉萨"), ("Lu'an", "六安"),
            ("Hong Kong怎么样", "香港"), ("suzhou", "苏州"), ("fuzhou", "福州"),
        ])
    func question(text: String, expected: String) throws {
        let request = RoutingFixture.request(after: [text], of: .hq, try RoutingFixture.router())
        #expect(request.slots.city == expected)
    }

    @Test(
        "what is another word as well is no city in a question, nor is a spelling of two cities",
        arguments: [
            "ali怎么样", "dali怎么样", "datong怎么样", "luan", "jian", "taizhou", "yulin", "xianxia", "beijinger",
        ])
    func noCity(text: String) throws {
        let request = RoutingFixture.request(after: [text], of: .hq, try RoutingFixture.router())
        #expect(request.slots.city == nil)
    }

    @Test("a product of the catalogue wins over a city of the same spelling")
    func product() throws {
        let catalogue = ProductCatalogue(brands: [.init(name: "Ordos", series: [.init(name: "Yichang")])])
        let router = try RoutingFixture.router(products: catalogue)
        for text in ["ordos口碑怎么样", "yichang口碑怎么样"] {
            let slots = RoutingFixture.request(after: [text], of: .hq, router).slots
            #expect(slots.city == nil)
            #expect(slots.product?.brand == "Ordos")
        }
    }

    @Test("every city but two has a spelling, and is found by each of its own in its province")
    func wholeTable() {
        let spelled = Set(Gazetteer.spelled.map(\.city.name))
        #expect(Gazetteer.china.cities.map(\.name).filter { !spelled.contains($0) } == ["朝阳", "吉林"])
        for (spelling, expected) in Gazetteer.spelled {
            #expect(city(spelling, province: expected.province) == expected.name, "\(spelling)")
        }
    }

    @Test("the province tells two cities of one spelling apart")
    func province() {
        #expect(city("Taizhou", province: "浙江") == "台州")
        #expect(city("Taizhou", province: "江苏省") == "泰州")
        #expect(city("Hangzhou", province: "江苏") == nil)
    }
}
