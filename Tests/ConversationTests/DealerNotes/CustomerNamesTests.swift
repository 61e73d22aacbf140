import Testing

@testable import Earshot

@Suite("Names of customers in what stores record")
struct CustomerNamesTests {
    @Test(
        "are masked but for the surname",
        arguments: [
            ("客户张先生说空调有异味", "客户张**说空调有异味"), ("李女士反映刹车异响", "李**反映刹车异响"),
            ("客户王小明说油耗高", "客户王**说油耗高"), ("车主刘强反映车机卡顿", "车主刘**反映车机卡顿"),
            ("欧阳女士和马先生都嫌贵", "欧阳**和马**都嫌贵"), ("陈建国先生要求退车", "陈**要求退车"),
        ])
    func masked(_ text: String, _ kept: String) {
        #expect(CustomerNames.masked(text) == kept)
    }

    @Test(
        "are nothing else: other words, people of the store and places stay",
        arguments: [
            "客户说高速油耗太高", "客户周末说来试驾", "客户高速上说没电", "方向总是跑偏", "销售王先生服务好", "客户严重抱怨等待", "车主张口就要退车",
            "客户和朋友说空间大", "客户何时说过", "客户向我说异响", "毛病很多",
        ])
    func others(_ text: String) {
        #expect(CustomerNames.masked(text) == text)
    }
}
