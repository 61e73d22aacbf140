import Testing

@testable import Earshot

@Suite("Personal data in a quote")
struct PersonalDataTests {
    @Test(
        "what identifies a person is hidden",
        arguments: [
            ("电话13800138000谁能给说法", "13800138000"), ("打我138 0013 8000 8点以后", "0013"),
            ("１３８００１３８０００", "３８００１３８０"), ("tel13800138000", "3800138"),
            ("座机0571-87654321", "87654"), ("热线400-820-8820", "820-88"),
            ("浙A12345的车主", "1234"), ("车牌浙A·88888", "8888"), ("浙A 88888", "8888"), ("粤B1234学", "234"),
            ("沪AD12345新能源", "D1234"), ("车架号LSVAA4187E2184321", "4187E21"),
            ("身份证330102199001011234", "19900101"), ("微信号abc12345", "bc1234"), ("加V: car_fan88", "ar_fan8"),
            ("V：carfan2020", "arfan202"), ("vx13900001111", "900001"),
            ("加微：abc_123456", "bc_12345"), ("138\u{200B}1234\u{200B}5678打我", "1234"),
            ("138\u{2060}1234\u{FEFF}5678", "1234"), ("微\u{200D}信号a\u{200B}bc12345", "bc1234"),
            ("v信 car_fan88", "ar_fan8"), ("V信：carfan88", "arfan8"), ("薇：car_fan88", "ar_fan8"),
            ("威信carfan88", "arfan8"), ("➕V carfan88", "arfan8"), ("➕Vcarfan88", "carfan8"),
            ("＋Ｖ：carfan88", "arfan8"), ("+微carfan88", "arfan8"), ("加薇 carfan88", "arfan8"),
            ("加我微信：carfan88", "arfan8"), ("wechat: carfan88", "arfan8"),
            ("邮箱 zhang.san@example.com", "san@exam"), ("京 A 12345", "1234"), ("沪 AD12345", "D1234"),
            ("京·A·12345", "1234"), ("打137/0013/8000", "0013"), ("137／0013／8000", "0013"),
            ("137,0013,8000", "0013"), ("打一三八零零一三八零零零", "零零一三八"), ("1380013八零零零", "80013"),
            ("幺三八 零零幺三 八零零零", "零零幺三"), ("壹叁捌〇〇壹叁捌〇〇〇", "〇〇壹叁"),
            ("座机零五七一八七六五四三二一", "八七六五"), ("一三八-零零一三-八零零零", "零零一三"),
            ("一三八零零一三八零零零 8点后打", "零零一三"),
        ])
    func hidden(text: String, part: String) {
        let masked = PersonalData.masked(text)
        #expect(!masked.contains(part), "\(masked)")
        #expect(masked.contains("*"))
    }

    @Test(
        "figures of a car are left as they are",
        arguments: [
            "油耗13.8,跑了12000公里花了2368元", "2026-11-21提的车,10万以内", "星驰X5开了3万公里", "500km续航,0-100加速4.9秒",
            "新款2.0T比1.5T强", "这车A12345也行", "电池容量 75 kWh 续航 550", "买了3年,换了2次轮胎",
            "加VTEC发动机", "增加HUD12345", "2.0T+V6双擎", "威信很高的carplay", "零\u{200B}宽",
            "一二三四五六七八九", "二零二六年十一月二十日", "一三五七九都限行", "百公里一三五不到", "11/18到11/20,2026/11/21",
            "138/0013", "京 A 座", "新 E 7 好", "一 二 三 四 五 六 七 八 九 零 一 二",
        ])
    func untouched(text: String) {
        #expect(PersonalData.masked(text) == text)
    }

    @Test("a long text of nothing but digits, blanks and provinces takes no longer for each character")
    func linear() {
        for piece in ["一 ", "一", "1 一", "京 ", "京 A", "138/", "五 一"] {
            let text = String(repeating: piece, count: 20_000)
            #expect(PersonalData.masked(text).unicodeScalars.count == text.unicodeScalars.count)
        }
    }
}
