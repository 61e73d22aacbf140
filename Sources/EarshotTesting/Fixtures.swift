public import Earshot

/// The people and places that recur in tests.
public enum Fixtures {
    /// 2026-11-21 10:00 in Shanghai, a Saturday.
    public static let now = Timestamp(seconds: 1_795_226_400)
    public static let today = Day(number: 20_778)

    public static let hangzhou = city("杭州")
    public static let ningbo = city("宁波")
    public static let shanghai = city("上海")
    public static let guangzhou = city("广州")

    public static let eastChina = Region(name: "华东", cities: [hangzhou, ningbo, shanghai])
    public static let southChina = Region(name: "华南", cities: [guangzhou])
    public static let regions = [eastChina, southChina]

    public static let westLakeStore = Dealer(id: "HZ001", name: "杭州西湖店", city: hangzhou)
    public static let ningboStore = Dealer(id: "NB001", name: "宁波鄞州店", city: ningbo)

    public static let westLakeDealer = Person(
        id: "wangfang", name: "王芳", role: .dealer, dealer: westLakeStore, accounts: ["dingtalk:d1"])
    public static let ningboDealer = Person(
        id: "chenjie", name: "陈洁", role: .dealer, dealer: ningboStore, accounts: ["dingtalk:d2"])
    public static let eastManager = Person(
        id: "liqiang", name: "李强", role: .manager, regions: [eastChina], accounts: ["dingtalk:m1"])
    public static let headquarters = Person(
        id: "zhaomin", name: "赵敏", role: .hq, accounts: ["dingtalk:h1"])
    public static let administrator = Person(
        id: "admin", name: "管理员", role: .admin, accounts: ["dingtalk:a1"])

    public static func city(_ name: String) -> City {
        guard let city = Gazetteer.china.city(named: name) else { preconditionFailure("no city \(name)") }
        return city
    }
}
