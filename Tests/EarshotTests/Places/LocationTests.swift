import Testing

@testable import Earshot

@Suite("A location text")
struct LocationTests {
    let china = Gazetteer.china

    @Test(
        "gives the city it names",
        arguments: [
            ("浙江杭州", "杭州"), ("浙江省杭州市西湖区", "杭州"), ("中国 浙江 杭州", "杭州"), ("杭州市", "杭州"),
            ("来自浙江杭州", "杭州"), ("IP属地:浙江杭州", "杭州"), ("IP属地:北京", "北京"), ("北京", "北京"),
            ("北京市朝阳区", "北京"), ("吉林吉林", "吉林"), ("吉林省吉林市", "吉林"), ("吉林市", "吉林"),
            ("浙江义乌", "金华"), ("江苏省昆山市", "苏州"), ("青海海南藏族自治州", "海南州"), ("海南海口", "海口"),
            ("中国香港", "香港"), ("浙江-杭州", "杭州"), ("浙江·杭州", "杭州"), ("中国浙江杭州 电信", "杭州"),
            ("昆山", "苏州"), ("河北区", "天津"), ("井陉县", "石家庄"), ("平山县", "石家庄"), ("漠河", "大兴安岭"),
            ("浦东新区", "上海"), ("浦东", "上海"), ("本溪县", "本溪"), ("杭州市区", "杭州"), ("陵水县", "陵水"),
        ])
    func city(text: String, name: String) {
        #expect(china.city(inLocation: text)?.name == name)
    }

    @Test(
        "gives nothing for a province, a place abroad or noise",
        arguments: [
            "浙江", "IP属地:浙江", "吉林", "海南", "海南省", "广西壮族自治区", "中国", "美国", "日本东京", "台湾", "未知",
            "", " ", "浙江省广州市", "西湖区", "🚗", "IP属地:", "台湾台北",
        ])
    func nothing(text: String) {
        #expect(china.city(inLocation: text) == nil)
    }

    @Test(
        "takes a district for itself and not for the city that its name begins with",
        arguments: [
            ("西安区", nil), ("朝阳区", nil), ("大同区", "大庆"), ("中山区", "大连"), ("兴安县", "桂林"), ("甘南县", "齐齐哈尔"),
            ("资阳区", "益阳"), ("昌江区", "景德镇"), ("吉林西安区", "辽源"), ("黑龙江西安区", "牡丹江"),
            ("长春朝阳区", "长春"), ("襄阳县", nil), ("长沙县", "长沙"),
        ] as [(String, String?)])
    func district(text: String, name: String?) {
        #expect(china.city(inLocation: text)?.name == name)
        #expect(china.place(of: .init(city: text))?.name == name)
        #expect(china.place(of: .init(ip: text))?.name == name)
    }

    @Test("takes a district in the province that the source names")
    func districtInProvince() {
        #expect(china.place(of: .init(city: "西安区", province: "吉林"))?.name == "辽源")
        #expect(china.place(of: .init(city: "西安区", province: "陕西")) == nil)
        #expect(china.place(of: .init(city: "朝阳区", province: "北京"))?.name == "北京")
        #expect(china.place(of: .init(city: "鼓楼区", province: "江苏")) == nil)
    }

    @Test("prefers an explicit city to the IP location")
    func explicit() {
        #expect(china.place(of: .init(city: "杭州", ip: "上海"))?.name == "杭州")
        #expect(china.place(of: .init(city: "杭州市", province: "浙江省"))?.name == "杭州")
        #expect(china.place(of: .init(city: "昆山"))?.name == "苏州")
        #expect(china.place(of: .init(city: "浙江省杭州市"))?.name == "杭州")
        #expect(china.place(of: .init(city: "朝阳", province: "北京"))?.name == "北京")
        #expect(china.place(of: .init(city: "朝阳", province: "辽宁"))?.name == "朝阳")
        #expect(china.place(of: .init(city: "杭州", province: "广东"))?.name == "杭州")
    }

    @Test("falls back to the IP location, never to a province")
    func fallback() {
        #expect(china.place(of: .init(ip: "浙江杭州"))?.name == "杭州")
        #expect(china.place(of: .init(city: "不明", ip: "浙江杭州"))?.name == "杭州")
        #expect(china.place(of: .init(province: "浙江")) == nil)
        #expect(china.place(of: .init(province: "浙江", ip: "浙江")) == nil)
        #expect(china.place(of: .init(province: "浙江", ip: "浙江杭州"))?.name == "杭州")
        #expect(china.place(of: .init(province: "上海市"))?.name == "上海")
        #expect(china.place(of: .init()) == nil)
    }

    @Test("gives nothing when province and IP location exclude each other")
    func contradiction() {
        #expect(china.place(of: .init(province: "广东", ip: "浙江杭州")) == nil)
        #expect(china.place(of: .init(province: "上海", ip: "浙江杭州")) == nil)
    }
}
