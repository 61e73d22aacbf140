import Testing

@testable import Earshot

@Suite("Intervals that reports do not come in")
struct UnofferedIntervalTests {
    @Test(
        "are kept as they were written",
        arguments: [
            ("每两周给我周报", "每两周"), ("每天两次日报", "每天两次"), ("一周两次周报", "一周两次"), ("每周发两次周报", "每周发两次"),
            ("每2个工作日发日报", "每2个工作日"), ("两周一次周报", "两周一次"), ("每月发3次月报", "每月发3次"),
        ])
    func refused(_ text: String, _ interval: String) {
        #expect(Normalization(text).unofferedInterval == interval)
        #expect(Normalization.isInterval(interval))
    }

    @Test(
        "are no days of the month, nor what comes once",
        arguments: [
            "月报 每月15日一次", "每月二十五日一次的月报", "订阅周报，每月20日一次", "每周一早上9点周报", "每天一次日报", "工作日8点半日报", "每个工作日发日报",
        ])
    func offered(_ text: String) {
        #expect(Normalization(text).unofferedInterval == nil)
    }
}
