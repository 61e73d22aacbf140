import Earshot
import Testing

/// What people usually say of each aspect, in the words they usually say it in.
@Suite("Everyday remarks")
struct EverydayRemarksTests {
    struct Remarks: CustomTestStringConvertible, Sendable {
        let aspect: String
        let polarity: Polarity
        let texts: String

        var testDescription: String { "\(aspect) \(polarity)" }
    }

    @Test("are praise or complaint of what they are about", arguments: all)
    func remarks(remarks: Remarks) throws {
        let missed = try remarks.texts.split(whereSeparator: \.isWhitespace).map(String.init).filter { text in
            let said = try UnderstandingFixture.read(text).opinions
                .filter { $0.aspect.name == remarks.aspect || $0.aspect.name.hasPrefix(remarks.aspect + ".") }
                .map(\.polarity)
            let opposite: Polarity = remarks.polarity == .positive ? .negative : .positive
            return said.contains(remarks.polarity) == false || said.contains(opposite)
        }
        #expect(missed == [])
    }

    static let all = [
        Remarks(
            aspect: "parts.brake", polarity: .negative,
            texts: """
                刹车发软 刹车变软 刹车有点软 刹车踩不动 刹车行程变长 刹车跑偏
                """),
        Remarks(
            aspect: "parts.chassis", polarity: .negative,
            texts: """
                后轮吃胎偏磨 差速器异响 半轴漏油 传动轴断裂 行驶中跑偏 下支臂异响
                """),
        Remarks(
            aspect: "parts.engine", polarity: .negative,
            texts: """
                冷车启动困难 行驶中失去动力 颗粒捕捉器堵塞 水泵漏水 纯电模式下启动发动机
                """),
        Remarks(
            aspect: "after_sales.charges", polarity: .negative,
            texts: """
                保养费用上涨 车联网到期后功能被限制 保养时额外收费 导航需要付费 工时费上涨
                """),
        Remarks(
            aspect: "after_sales.repair", polarity: .negative,
            texts: """
                维修技术差 喷漆有色差 保养后漏油 维修不彻底 维修时损坏了大灯
                """),
        Remarks(
            aspect: "power", polarity: .positive,
            texts: """
                动力足 动力真的很足 提速快 油门响应快 动力够用 发动机很平顺 推背感强 提速很猛 动力响应很快 马力大
                """),
        Remarks(
            aspect: "power", polarity: .negative,
            texts: """
                加速慢 起步肉 变速箱顿挫明显 高速超车没力气 爬坡吃力 发动机没劲 动力弱 起步很慢
                """),
        Remarks(
            aspect: "price", polarity: .positive,
            texts: """
                价格便宜 价格实惠 优惠很大 性价比高 性价比超高
                """),
        Remarks(
            aspect: "price", polarity: .negative,
            texts: """
                太贵了 优惠少 保值率低 不值这个价 价格偏高 保养费用高 价格太高了 优惠力度小 落地价偏贵
                """),
        Remarks(
            aspect: "interior", polarity: .positive,
            texts: """
                内饰好看 内饰做工精细 用料扎实 内饰很有质感 内饰很豪华
                """),
        Remarks(
            aspect: "interior", polarity: .negative,
            texts: """
                做工差 做工粗糙 内饰塑料感强 内饰太丑 座椅材质很廉价 内饰设计老气 内饰简陋 内饰用料差 内饰不喜欢
                """),
        Remarks(
            aspect: "features", polarity: .positive,
            texts: """
                配置丰富 配置高 倒车影像清晰 大灯很亮 功能齐全 该有的都有 配置很全 配置给得很足 功能很实用
                """),
        Remarks(
            aspect: "features", polarity: .negative,
            texts: """
                配置太低 配置太少了
                """),
        Remarks(
            aspect: "safety", polarity: .positive,
            texts: """
                安全性高 刹车灵敏 很有安全感 车身结实 刹车很灵 安全感十足
                """),
        Remarks(
            aspect: "safety", polarity: .negative,
            texts: """
                刹车软 气囊没弹出来 刹车距离长 防撞性能差 钢板薄 刹车不灵 没什么安全感
                """),
        Remarks(
            aspect: "exterior", polarity: .positive,
            texts: """
                外观好看 外观漂亮大气 颜值高 颜值在线 喜欢它的外观 外形时尚 造型别致 我很喜欢这个颜色 外观霸气 外观很耐看
                """),
        Remarks(
            aspect: "exterior", polarity: .negative,
            texts: """
                不喜欢这个外观 外观太丑了 车漆薄 前脸不好看 外观不好看 车尾很丑 不太喜欢这款车的外形
                """),
        Remarks(
            aspect: "handling", polarity: .positive,
            texts: """
                操控好 操控精准 方向盘轻 底盘扎实 指向精准 高速很稳 通过性好 操控灵活 底盘很稳
                """),
        Remarks(
            aspect: "handling", polarity: .negative,
            texts: """
                方向盘虚位大 底盘松散 高速发飘 悬挂太硬 方向盘很沉 操控很差 底盘太软
                """),
        Remarks(
            aspect: "fuel", polarity: .positive,
            texts: """
                油耗低 并不觉得油耗高 挺省油 油耗令人满意 油耗没有想象中高 油耗真心不高 油耗很低 没觉得费油 我不认为油耗高 油耗一点都不高
                """),
        Remarks(
            aspect: "fuel", polarity: .negative,
            texts: """
                油耗高 油耗不低 特别费油 油耗有点吓人 油耗惊人 油耗比宣传的高
                """),
        Remarks(
            aspect: "space", polarity: .positive,
            texts: """
                空间大 后排宽敞 后备箱能装 空间够用 储物空间多 空间利用率高 空间宽敞 空间绰绰有余
                """),
        Remarks(
            aspect: "space", polarity: .negative,
            texts: """
                空间小 后排空间憋屈 后备箱小 第三排太挤 腿部空间局促 后排太挤了 后备箱太小 头部空间紧张
                """),
        Remarks(
            aspect: "comfort", polarity: .positive,
            texts: """
                座椅舒服 隔音好 车里很安静 空调制冷快 滤震好 噪音控制得很好 异响没有 空调效果好 没有一点噪音
                """),
        Remarks(
            aspect: "comfort", polarity: .negative,
            texts: """
                 隔音差 胎噪大 风噪明显 异响多 空调不凉 坐久了腰酸 隔音很差 噪音大 坐着很累 车里太吵了
                """),
        Remarks(
            aspect: "charging", polarity: .positive,
            texts: """
                续航扎实 续航够用 充电快 电耗低 充电方便 续航达成率高 续航很给力 续航真实
                """),
        Remarks(
            aspect: "charging", polarity: .negative,
            texts: """
                续航缩水严重 续航不行 充电慢 电耗高 冬天掉电快 充电桩太少 续航打折 充电太慢了 冬天续航差
                """),
        Remarks(
            aspect: "software", polarity: .positive,
            texts: """
                车机流畅 语音识别准 车机好用 OTA升级很及时 车机很流畅 系统反应快
                """),
        Remarks(
            aspect: "software", polarity: .negative,
            texts: """
                车机卡 车机很卡顿 语音识别不准 车机反应慢 系统老死机 车机难用 黑屏了好几次 车机太卡了 语音听不懂 车机经常重启
                """),
        Remarks(
            aspect: "driver_assist", polarity: .positive,
            texts: """
                智驾好用 自动泊车很方便 辅助驾驶很稳 智驾强 智驾很靠谱 自动泊车很好用 跟车很平顺
                """),
        Remarks(
            aspect: "driver_assist", polarity: .negative,
            texts: """
                智驾不好用 自动泊车老失败 车道保持不灵 智驾老是急刹 辅助驾驶鸡肋 智驾不行 辅助驾驶太差
                """),
        Remarks(
            aspect: "quality", polarity: .positive,
            texts: """
                质量好 故障率低 开了三年没坏过 质量过硬 皮实耐用 质量不错 质量让人放心
                """),
        Remarks(
            aspect: "quality", polarity: .negative,
            texts: """
                质量差 质量堪忧 毛病多 小毛病不断 品控太差 老是出故障 质量很差 老是亮故障灯 三天两头修
                """),
        Remarks(
            aspect: "delivery", polarity: .positive,
            texts: """
                提车很快 交付及时 交车流程顺利 交车很快 交车很顺利
                """),
        Remarks(
            aspect: "delivery", polarity: .negative,
            texts: """
                交车慢 一直不给交车 交付延期 等了两个月才提到车 提车遥遥无期 迟迟不交车 提车等了四个月 交付一拖再拖
                """),
        Remarks(
            aspect: "sales_service", polarity: .positive,
            texts: """
                销售很热情 销售专业 接待周到 销售顾问很负责 销售服务好 销售很有耐心 销售很专业 销售顾问很耐心 店员热情周到
                """),
        Remarks(
            aspect: "sales_service", polarity: .negative,
            texts: """
                接待一句好话没有 销售态度差 销售不专业 销售爱搭不理 销售满嘴跑火车 销售骗人 强制买保险 销售太不专业了 销售不理人 销售忽悠人
                看车没人接待
                """),
        Remarks(
            aspect: "after_sales", polarity: .positive,
            texts: """
                售后好 保养很快 售后服务周到 维修师傅很专业 售后收费合理 售后响应快 售后很好 售后服务很到位 售后态度很好 修车师傅技术好
                """),
        Remarks(
            aspect: "after_sales", polarity: .negative,
            texts: """
                售后差 售后态度恶劣 售后推诿扯皮 维修技术差 配件等了一个月 客服电话打不通 工时费太贵 修了三次都没修好 售后很差 保养等了一下午
                配件没货 售后乱收费 售后一点诚意都没有
                """),
        Remarks(
            aspect: "logistics", polarity: .positive,
            texts: """
                物流快 板车师傅很负责 物流很快 送货很准时
                """),
        Remarks(
            aspect: "logistics", polarity: .negative,
            texts: """
                物流慢 运车途中刮花了 物流信息不更新 送货司机态度恶劣 发货慢 比约定晚了一周才送到 物流很慢 车子运过来划伤了 物流一直没更新
                """),
        Remarks(
            aspect: "parts.tire", polarity: .positive,
            texts: """
                轮胎耐磨
                """),
        Remarks(
            aspect: "parts.tire", polarity: .negative,
            texts: """
                轮胎不耐磨 轮胎鼓包 轮胎不耐用
                """),
        Remarks(
            aspect: "parts.screen", polarity: .positive,
            texts: """
                屏幕清晰
                """),
        Remarks(
            aspect: "parts.screen", polarity: .negative,
            texts: """
                屏幕花屏 屏幕老黑屏
                """),
        Remarks(
            aspect: "parts.battery", polarity: .negative,
            texts: """
                电瓶老没电 电池不耐用
                """),
        Remarks(
            aspect: "parts.brake", polarity: .negative,
            texts: """
                刹车异响 刹车片磨损快
                """),
        Remarks(
            aspect: "parts.air_conditioning", polarity: .negative,
            texts: """
                空调不制冷 空调不冷
                """),
        Remarks(
            aspect: "parts.paint", polarity: .negative,
            texts: """
                车漆掉了一块 车漆太薄
                """),
        Remarks(
            aspect: "parts.seat", polarity: .negative,
            texts: """
                座椅开裂 座椅掉皮
                """),
        Remarks(
            aspect: "parts.light", polarity: .negative,
            texts: """
                大灯进水 大灯太暗 大灯不亮
                """),
        Remarks(
            aspect: "parts.sunroof", polarity: .negative,
            texts: """
                天窗漏水 天窗异响
                """),
        Remarks(
            aspect: "parts.wiper", polarity: .negative,
            texts: """
                雨刮刮不干净 雨刮异响
                """),
        Remarks(
            aspect: "parts.gearbox", polarity: .negative,
            texts: """
                变速箱异响
                """),
        Remarks(
            aspect: "parts.engine", polarity: .negative,
            texts: """
                发动机烧机油 发动机漏油
                """),
        Remarks(
            aspect: "parts.chassis", polarity: .negative,
            texts: """
                底盘异响 减震漏油
                """),
        Remarks(
            aspect: "parts.door", polarity: .negative,
            texts: """
                车门关不严
                """),
        Remarks(
            aspect: "channel", polarity: .negative,
            texts: """
                经销商恶意压价 外地低价窜货 外地店抢客户
                """),
    ]
}
