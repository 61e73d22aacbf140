import Testing

@testable import Earshot

@Suite("The gazetteer")
struct GazetteerTests {
    let china = Gazetteer.china

    @Test("knows every city once, in the order of the codes")
    func order() {
        #expect(china.cities.count > 330)
        #expect(china.cities.map(\.code) == china.cities.map(\.code).sorted())
        #expect(Set(china.cities.map(\.code)).count == china.cities.count)
        #expect(Set(china.cities.map(\.name)).count == china.cities.count)
    }

    @Test(
        "finds a city by short, full and usual names",
        arguments: [
            ("杭州", 330100), ("杭州市", 330100), ("西双版纳", 532800), ("西双版纳傣族自治州", 532800),
            ("恩施州", 422800), ("延边", 222400), ("延边州", 222400), ("锡林郭勒盟", 152500), ("吉林市", 220200),
            ("北京", 110000), ("北京市", 110000), ("仙桃", 429004), ("济源市", 419001), ("石河子", 659001),
            ("海南州", 632500), ("海南藏族自治州", 632500), ("香港", 810000), ("阿里地区", 542500),
        ])
    func names(name: String, code: Int) {
        #expect(china.city(named: name)?.code == code)
    }

    @Test("finds no city by a province's or an unknown name", arguments: ["浙江", "海南", "东京", "", "市", "杭"])
    func unknown(name: String) {
        #expect(china.city(named: name) == nil)
    }

    @Test("finds the city of a district's code")
    func districtCode() {
        #expect(china.city(code: 330106)?.name == "杭州")
        #expect(china.city(code: 110105)?.name == "北京")
        #expect(china.city(code: 429004)?.name == "仙桃")
        #expect(china.city(code: 999999) == nil)
    }

    @Test("shortens the names of provinces")
    func provinces() {
        #expect(china.province(named: "浙江省") == "浙江")
        #expect(china.province(named: "广西壮族自治区") == "广西")
        #expect(china.province(named: "杭州") == nil)
        #expect(china.cities(ofProvince: "浙江").map(\.name).contains("宁波"))
        #expect(china.cities(ofProvince: "浙江").count == 11)
        #expect(china.cities(ofProvince: "火星").isEmpty)
    }

    @Test("gives the full name of a city")
    func fullNames() throws {
        let hangzhou = try #require(china.city(named: "杭州"))
        let hainan = try #require(china.city(named: "海南州"))
        #expect(china.fullName(of: hangzhou) == "杭州市")
        #expect(china.fullName(of: hainan) == "海南藏族自治州")
    }

    @Test("gives a district's city only when one city alone has such a district")
    func districts() {
        #expect(china.city(ofDistrict: "余杭")?.name == "杭州")
        #expect(china.city(ofDistrict: "昆山市")?.name == "苏州")
        #expect(china.city(ofDistrict: "义乌")?.name == "金华")
        #expect(china.city(ofDistrict: "西湖区") == nil)
        #expect(china.city(ofDistrict: "没有区") == nil)
    }
}
