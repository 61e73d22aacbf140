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

    @Test("the province tells two cities of one spelling apart")
    func province() {
        #expect(city("Taizhou", province: "浙江") == "台州")
        #expect(city("Taizhou", province: "江苏省") == "泰州")
        #expect(city("Hangzhou", province: "江苏") == nil)
    }
}
