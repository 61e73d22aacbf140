import EarshotTesting
import Synchronization
import Testing

@testable import Earshot
@testable import EarshotProgram

/// Suggestions of dealers, those of a group the same in other words.
enum AlikeSuggestions {
    static let groups = """
        车机开机要等20秒，希望优化开机速度
        车机启动很慢，等二十秒才亮屏，请优化
        中控屏开机太慢，建议缩短启动时间

        保养配件经常缺货，客户要等两周，建议增加备件库存
        配件老是没货，客户等一个月，请总部增加备件库存
        备件供应太慢，请总部多备货

        周末多排两个技师，客户等太久
        周六日维修人手不够，客户排队，建议增加技工
        希望周末增加维修师傅，减少等待

        展厅加一台咖啡机
        建议展厅配咖啡机，客户等的时候能喝
        休息区能不能放台咖啡机

        高速油耗显示不准，希望仪表显示实时油耗
        仪表上的油耗和实际差太多，建议改算法
        希望把高速油耗显示做准一点

        星驰X5后排增加充电口
        X5后排没有USB，希望加一个
        后排乘客没地方充电，建议加充电接口

        座椅加热再多一档
        希望座椅加热可以调三档
        座椅加热档位太少，建议增加

        希望总部把保养套餐价格公示到小程序
        保养价格不透明，建议在小程序上公开
        客户总问保养多少钱，能不能线上公布价格表

        车机语音听不懂方言，希望支持杭州话
        语音助手识别不了方言，建议增加方言包
        老人说方言车机听不懂，请优化语音识别

        试驾车换成新款
        试驾车太旧，建议更新为新款车型
        希望尽快给门店换新的试驾车

        二手车置换流程太长，希望缩短审批
        置换审批太慢，客户等不及，建议简化流程
        希望加快二手车置换的审批

        后备箱开启角度再大一些
        尾门开得不够高，容易碰头，希望开大点
        建议后备箱盖开启高度加大

        高速胎噪大，建议换静音轮胎
        轮胎噪音太吵，希望出厂换成静音胎
        跑高速胎噪明显，请改善隔音

        交车时送一份纸质充电指南
        建议提车时给客户一本充电手册
        新车主不会充电，交车希望配充电说明

        保养预约的短信早一天发
        预约提醒短信发得太晚，希望提前一天
        客户总忘了预约，建议提前发短信提醒

        展厅增加儿童区
        带孩子来的客户没地方玩，建议设儿童游乐区
        希望门店有个儿童角

        充电桩安装排期太久，希望两周内装好
        家用桩安装要等一个月，建议加快
        客户抱怨充电桩迟迟不上门安装

        空调有异味，建议出厂加强滤芯
        开空调有霉味，希望更换更好的滤芯
        空调一开就臭，请解决

        系统升级后卡顿，希望修复
        OTA之后车机变卡，请尽快出补丁
        升级完系统老卡，建议优化

        贷款审批太慢，希望当天出结果
        金融审批要三天，建议加快
        客户等贷款审批等急了，能不能提速
        """.split(separator: "\n\n").map { $0.split(separator: "\n").map(String.init) }
}

@Suite("Suggestions that are alike in other words")
struct AlikeSuggestionTests {
    @Test("most of a group are found by the things they name, and hardly any of another")
    func groups() throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let (words, analyzer) = (try installation.evidenceWords(), try installation.analyzer())
        let all = AlikeSuggestions.groups.enumerated().flatMap { number, texts in
            texts.map { (group: number, matter: MatterLikeness($0, by: words, analyzer)) }
        }
        var (found, pairs, wrong) = (0, 0, 0)
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] {
                let isAlike = one.matter.likeness(to: other.matter) != nil
                #expect(isAlike == (other.matter.likeness(to: one.matter) != nil))
                pairs += one.group == other.group ? 1 : 0
                if isAlike {
                    (found, wrong) = one.group == other.group ? (found + 1, wrong) : (found, wrong + 1)
                }
            }
        }
        #expect(pairs == 60 && found >= 42, "\(found) of \(pairs)")
        #expect(wrong <= 3, "\(wrong)")
    }

    @Test(
        "what shares words and not the matter is none",
        arguments: [
            ("周末多排两个技师", "周末多做两场试驾活动"), ("座椅加热再多一档", "方向盘加热按键太小"), ("贷款审批太慢", "配件到货太慢"),
        ])
    func others(_ one: String, _ other: String) throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let (words, analyzer) = (try installation.evidenceWords(), try installation.analyzer())
        let likeness = MatterLikeness(one, by: words, analyzer)
            .likeness(to: MatterLikeness(other, by: words, analyzer))
        #expect(likeness == nil)
    }

    @Test("those in other words come in the order of how much of the matter they have in common")
    func order() throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let (words, analyzer) = (try installation.evidenceWords(), try installation.analyzer())
        let filer = Suggestion.Backer(
            person: "a", dealer: nil, city: nil, region: nil, at: Timestamp(seconds: 0))
        let known = ["车机启动慢，座椅加热也慢", "车机启动很慢", "座椅加热再多一档"].enumerated()
            .map { Suggestion(number: Int64($0.offset + 1), $0.element, filer: filer) }
        let similar = SuggestionLikeness.similar(to: "中控屏开机太慢", aspect: nil, among: known) {
            ReadSuggestion($0, matter: MatterLikeness($0, by: words, analyzer))
        }
        #expect(similar.map(\.number) == [2, 1])
    }

    @Test("what was read of one that is compared again is kept")
    func memory() throws {
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let (words, analyzer) = (try installation.evidenceWords(), try installation.analyzer())
        let reads = Mutex(0)
        let memory = SuggestionMemory { text in
            reads.withLock { $0 += 1 }
            return ReadSuggestion(text, matter: MatterLikeness(text, by: words, analyzer))
        }
        let (first, other) = (memory.reading("车机启动很慢"), memory.reading("中控屏开机太慢"))
        let (one, another) = (try #require(first.matter), try #require(other.matter))
        #expect(one.likeness(to: another) != nil)
        #expect(memory.reading("车机启动很慢").matter?.likeness(to: another) == one.likeness(to: another))
        #expect(reads.withLock { $0 } == 2)
    }
}
