import Earshot
import Testing

@Suite("Brands, places and buyers")
struct RecognitionTests {
    @Test(
        "maker and series are recognised by the names people use",
        arguments: [
            ("星驰X5的空间不错", "星驰", "星驰X5"), ("刚试驾了星驰E7", "星驰", "星驰E7"), ("crv和这车比", "本田", "CR-V"),
            ("modely充电慢", "特斯拉", "Model Y"), ("比亚迪汉的内饰", "比亚迪", "汉"), ("长安CS75PLUS怎么样", "长安", "CS75"),
            ("宝马3系操控好", "宝马", "3系"),
        ])
    func products(text: String, brand: String, series: String) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.brand == brand)
        #expect(reading.series == series)
        #expect(reading.isOwnBrand == (brand == "星驰"))
    }

    @Test(
        "words of everyday speech are no series",
        arguments: ["三百元", "他是汉族", "开了3年", "6万公里了", "唐朝", "BX50X"])
    func everydayWords(text: String) throws {
        #expect(try UnderstandingFixture.read(text).brand == nil)
    }

    @Test(
        "a maker's name that is an everyday word is the maker only beside words that make it one",
        arguments: [
            ("油耗不太理想", nil), ("家用的理想选择", nil), ("这是理想的选择", nil), ("和理想差得远", nil), ("比理想中的差", nil),
            ("理想很丰满", nil), ("效果理想", nil), ("深蓝色的车漆好看", nil), ("颜色选的深蓝", nil), ("内饰很有现代感", nil),
            ("大众化的设计", nil),
            ("阳光充足", nil), ("新世纪的车", nil), ("不理想汽车之家", nil),
            ("理想汽车的空间大", "理想"), ("理想L9空间大", "理想"), ("理想one油耗高", "理想"), ("理想的车空间大", "理想"), ("试驾了理想", "理想"),
            ("去年买 理想 之后", "理想"), ("刚提了理想，空间大", "理想"), ("理想 L8空间大", "理想"), ("問界和理想哪个好", "问界"),
            ("理想、蔚来都看了", "理想"), ("深蓝S7的空间", "深蓝"), ("现代途胜油耗", "现代"), ("日产阳光油耗低", "日产"), ("領克03操控好", "领克"),
        ] as [(String, String?)])
    func contexts(text: String, brand: String?) throws {
        #expect(try UnderstandingFixture.read(text).brand == brand)
    }

    @Test("what is compared with is not what the text is about")
    func rival() throws {
        let reading = try UnderstandingFixture.read("星驰X5比CR-V省油")
        #expect(reading.series == "星驰X5")
        #expect(reading["fuel"] == .positive)
        #expect(reading.opinions.first?.brand == nil)
    }

    @Test("an opinion on another product than the text's own names it")
    func otherProduct() throws {
        let reading = try UnderstandingFixture.read("我开的是星驰X5,星驰空间够用。朋友的CR-V油耗太高。")
        #expect(reading.series == "星驰X5")
        let fuel = try #require(reading.opinions.first { $0.aspect.name == "fuel" })
        #expect(fuel.brand == "本田")
        #expect(fuel.series == "CR-V")
    }

    @Test(
        "who is about to buy is recognised, and who is not",
        arguments: [
            ("想买星驰E7,杭州哪家店优惠大?", true), ("准备提车了,求推荐靠谱的4S店", true), ("求落地价", true),
            ("这周末想试驾", true), ("不想买了,价格太贵", false), ("提车作业:已经提车一个月", false), ("油耗太高", false),
        ])
    func buyers(text: String, expected: Bool) throws {
        #expect(try UnderstandingFixture.read(text).intentToBuy == expected)
    }

    @Test(
        "a place word that is no place does not count",
        arguments: [
            ("配置大同小异", nil), ("长安的车", nil), ("大连续剧", nil), ("上海大众途观", nil), ("在成都提的车", "成都"),
            ("坐标杭州", "杭州"), ("杭州西湖店的服务不错", "杭州"), ("杭州提车,杭州上牌", "杭州"),
            ("西安区的客户", nil), ("西安区域的客户", "西安"), ("牡丹江西安区", "牡丹江"), ("这两家店的小店区别很大", nil),
            ("太原小店区的店", "太原"), ("井陉县的店", "石家庄"), ("河北平山提的车", "石家庄"), ("天津河北区", "天津"),
            ("城区道路油耗高", nil), ("郊区停车方便", nil), ("新城这边堵车", nil), ("平安到家", nil), ("手艺高明", nil),
            ("江南的冬天续航打折", nil), ("朝阳产业", nil), ("车身光明磊落", nil), ("和平解决了", nil), ("大安全配置", nil),
            ("老城区胡同窄", nil), ("去合作市场部谈", nil), ("江西新建的4S店", nil), ("南山南唱得好", nil),
        ] as [(String, String?)])
    func places(text: String, city: String?) throws {
        #expect(try UnderstandingFixture.read(text).city == city)
    }
}
