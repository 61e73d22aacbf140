import Testing

@testable import Earshot

@Suite("Names to be found in running text")
struct SpokenNamesTests {
    let names = Dictionary(
        Gazetteer.china.spokenNames.map { ($0.name, $0.city.name) }, uniquingKeysWith: { first, _ in first })
    let decoys = Set(Gazetteer.china.spokenDecoys)

    @Test(
        "give the city of cities and of well-known county-level cities and districts",
        arguments: [
            ("杭州", "杭州"), ("杭州市", "杭州"), ("恩施州", "恩施"), ("昆山", "苏州"), ("义乌市", "金华"), ("浦东", "上海"),
            ("余杭", "杭州"), ("海淀区", "北京"), ("大同市", "大同"), ("吉林市", "吉林"), ("海南州", "海南州"),
            ("井陉县", "石家庄"), ("大同区", "大庆"), ("河南开封", "开封"), ("辽宁朝阳", "朝阳"), ("河北平山", "石家庄"),
        ])
    func places(name: String, city: String) {
        #expect(names[name] == city)
    }

    @Test(
        "leave out words, brands, mountains, provinces and names of two places",
        arguments: [
            "长安", "大同", "安康", "海东", "开封", "宁德", "黄山", "中山", "吉林", "海南", "福田", "朝阳", "西湖区", "鼓楼区",
            "河北", "阿里", "来宾", "东方", "白银", "路桥", "城区", "郊区", "新城", "和平", "江南", "平安", "大安", "高明", "南山",
            "光明", "解放", "合作", "互助", "资源", "通道", "老城区", "新市区", "江西新建", "西安区", "朝阳区",
        ])
    func words(name: String) {
        #expect(names[name] == nil)
    }

    @Test("mean one city each")
    func unique() {
        let all = Gazetteer.china.spokenNames
        let cities = Dictionary(grouping: all, by: \.name).mapValues { Set($0.map(\.city)) }
        #expect(cities.allSatisfy { $0.value.count == 1 })
        #expect(all.count > 1500)
    }

    @Test("have decoys that contain a city's name or are a province's, never a city's name")
    func decoy() {
        #expect(decoys.isSuperset(of: ["完成都", "宁德时代", "浙江", "吉林", "海南"]))
        #expect(decoys.isDisjoint(with: names.keys))
        #expect(decoys.contains("北京") == false)
    }
}
