import Earshot
import Testing

@Suite("Makers and series as people spell them")
struct SpelledProductTests {
    @Test(
        "case, blanks, width and what is written beside a series make no difference",
        arguments: [
            ("cs75plus油耗高", "长安", "CS75"), ("ＣＳ７５ ＰＬＵＳ油耗高", "长安", "CS75"), ("汉 EV续航短", "比亚迪", nil),
            ("比亚迪汉 EV续航短", "比亚迪", "汉"), ("比亚迪汉EV续航短", "比亚迪", "汉"), ("BYD秦plus异响", "比亚迪", "秦"),
            ("一汽大众id.4crozz黑屏", "大众", "ID.4"), ("捷途X70 PLUS异响", "捷途", "捷途X70"),
            ("MODEL y刹车", "特斯拉", "Model Y"),
            ("启辰d60ev电池", "启辰", "D60"), ("名爵6有异响", "名爵", "MG6"),
        ] as [(String, String, String?)])
    func spellings(text: String, brand: String, series: String?) throws {
        let reading = try UnderstandingFixture.read(text)
        if series != nil { #expect(reading.brand == brand) }
        #expect(reading.series == series)
    }

    @Test(
        "a joint venture's name leads to the brand whose series stands behind it",
        arguments: [
            ("一汽红旗H5保养", "红旗", "红旗H5"), ("长安林肯航海家卡顿", "林肯", "航海家"), ("奇瑞捷豹路虎揽胜极光", "路虎", "揽胜极光"),
            ("一汽大众奥迪A4L抖动", "奥迪", "A4L"), ("理想汽车L9空间大", "理想", "理想L9"), ("奇瑞捷途X70异响", "捷途", "捷途X70"),
            ("江汽思皓花仙子电池", "江淮", "花仙子"), ("一汽丰田亚洲狮地图旧", "丰田", "亚洲狮"),
        ])
    func jointVentures(text: String, brand: String, series: String) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.brand == brand)
        #expect(reading.series == series)
    }

    @Test(
        "letters that run on into another word take nothing from the maker and the series before them",
        arguments: [
            ("比亚迪秦PLUSEV模式发动机启动", "比亚迪", "秦"), ("比亚迪宋PLUSDMI油耗", "比亚迪", "宋"), ("哈弗F7xAPP打不开", "哈弗", nil),
        ] as [(String, String, String?)])
    func runOn(text: String, brand: String, series: String?) throws {
        let reading = try UnderstandingFixture.read(text)
        #expect(reading.brand == brand)
        #expect(reading.series == series)
    }

    @Test(
        "words of everyday speech are no maker",
        arguments: ["深圳福田店的服务", "万事俱备只欠东风", "中华大地", "北极星", "排量1500cc", "凡尔赛文学", "天际线很美", "奖杯金杯银杯"])
    func everyday(text: String) throws {
        #expect(try UnderstandingFixture.read(text).brand == nil)
    }
}
