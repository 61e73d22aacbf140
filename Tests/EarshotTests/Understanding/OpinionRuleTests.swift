import Earshot
import Testing

@Suite("Opinion rules")
struct OpinionRuleTests {
    @Test(
        "a sentence has the polarity that its owner meant",
        arguments: [
            // Plain, and by aspect: high is bad of consumption and good of value.
            ("油耗太高了", "fuel", Polarity.negative), ("性价比很高,值得买", "price", .positive),
            ("噪音很大", "comfort", .negative), ("后备箱很大", "space", .positive),
            ("噪音小,很安静", "comfort", .positive),
            // Negation, double negation, denied faults.
            ("油耗不高,挺省油的", "fuel", .positive), ("没有异响,底盘很扎实", "handling", .positive),
            ("不得不说外观真好看", "exterior", .positive), ("空间不小,后排也不挤", "space", .positive),
            // Degree.
            ("外观非常漂亮", "exterior", .positive), ("座椅太硬,坐久了腰疼", "interior", .negative),
            // Several targets share one opinion.
            ("外观、内饰、空间都很满意", "interior", .positive), ("外观,内饰都不错", "exterior", .positive),
            // An opinion before its target.
            ("很漂亮的外观", "exterior", .positive),
            // Questions and wishes are no judgement.
            ("油耗高不高?", "fuel", .neutral), ("请问空间大吗?", "space", .neutral),
            ("希望油耗能再低一点", "fuel", .neutral), ("价格要是再便宜点就好了", "price", .neutral),
            // Before and after 但是.
            ("油耗太高了，但是空间很大", "fuel", .negative), ("油耗太高了，但是空间很大", "space", .positive),
            ("油耗高，但空间大，内饰也不错", "fuel", .negative), ("油耗高，但空间大，内饰也不错", "interior", .positive),
            ("虽然油耗高，但是动力强", "fuel", .negative), ("虽然油耗高，但是动力强", "power", .positive),
            ("价格便宜，就是隔音差", "price", .positive), ("价格便宜，就是隔音差", "comfort", .negative),
            // A remark that is all there is.
            ("动力足", "power", .positive), ("做工差", "interior", .negative), ("储物空间多", "space", .positive),
            // Liking, with words between.
            ("不喜欢这个外观", "exterior", .negative), ("我很喜欢这款车的外观", "exterior", .positive),
            ("不太满意它的油耗", "fuel", .negative),
            // Negation that is carried on, or stands behind.
            ("并不觉得油耗高", "fuel", .positive), ("我不认为它的油耗高", "fuel", .positive),
            ("接待一句好话没有", "sales_service", .negative), ("售后一点诚意都没有", "after_sales.attitude", .negative),
            ("异响没有", "comfort", .positive), ("没有一点噪音", "comfort", .positive),
            // Much of what is bad in itself.
            ("风噪明显", "comfort", .negative), ("动力明显不足", "power", .negative),
            // Comparison.
            ("空间比途观大,但是油耗不如途观", "space", .positive),
            ("空间比途观大,但是油耗不如途观", "fuel", .negative),
            ("没有途观省油", "fuel", .negative), ("隔音没有凯美瑞好", "comfort", .negative),
            // More, or less, than the words say by themselves.
            ("空间一点也不小", "space", .positive), ("隔音不是一般的差", "comfort", .negative),
            ("油耗没有想象中那么高", "fuel", .positive),
            // Software, driver assistance, charging.
            ("车机卡顿,导航不准", "software", .negative), ("冬天续航打折严重,充电也慢", "charging", .negative),
        ])
    func polarity(text: String, aspect: String, expected: Polarity) throws {
        #expect(try UnderstandingFixture.read(text)[aspect] == expected)
    }

    @Test(
        "service is found as the stage that is meant",
        arguments: [
            ("销售一直推销保险,不买保险不卖车", "sales_service.pressure"), ("订金不退,销售忽悠人", "sales_service.deception"),
            ("看车的时候销售爱理不理,态度很差", "sales_service.attitude"),
            ("保养的时候服务顾问态度很差", "after_sales.attitude"), ("去保养等了三个小时", "after_sales.waiting"),
            ("看车等了半天没人接待", "sales_service.waiting"), ("保养根本预约不上", "after_sales.appointment"),
            ("配件一直缺货", "after_sales.parts"), ("维修完没几天又坏了,越修越坏", "after_sales.repair"),
            ("4S店乱收费", "after_sales.charges"), ("等了三个月还没提到车,交付太慢了", "delivery"),
            ("物流太慢", "logistics.late"), ("送来的时候包装破损", "logistics.damaged"),
            ("米其林轮胎鼓包了", "parts.tire"), ("大灯进水", "parts.light"), ("中控黑屏好几次", "parts.screen"),
            ("空调不制冷", "parts.air_conditioning"), ("刹车异响很严重", "parts.brake"),
            ("外地店跨区销售", "channel.cross_region"),
        ])
    func service(text: String, aspect: String) throws {
        #expect(try UnderstandingFixture.read(text)[aspect] == .negative)
    }

    @Test("time that has passed is no fast delivery, and an indecision no complaint")
    func noOpinion() throws {
        #expect(try UnderstandingFixture.read("交车快三年了,没什么问题")["delivery"] != .positive)
        #expect(try UnderstandingFixture.read("纠结买白色还是黑色,大家说说").sentiment == 0)
        #expect(try UnderstandingFixture.read("我就是个大冤种").sentiment < 0)
    }

    @Test("the thing that moves a seat is no engine, and the workshop's speed no car's")
    func partOfWhat() throws {
        #expect(try UnderstandingFixture.read("座椅电机又坏了")["power"] == nil)
        #expect(try UnderstandingFixture.read("售后速度好评")["power"] == nil)
        #expect(try UnderstandingFixture.read("座椅坐着很舒服")["comfort"] == .positive)
    }

    @Test("sales and workshop are not both blamed for one word")
    func twins() throws {
        let workshop = try UnderstandingFixture.read("去做保养,等了半天,态度很差")
        #expect(workshop["after_sales.waiting"] == .negative)
        #expect(workshop["sales_service.waiting"] == nil)
        #expect(workshop["sales_service.attitude"] == nil)
    }

    @Test("a part that is only mentioned is no opinion on the part")
    func mentionedPart() throws {
        let reading = try UnderstandingFixture.read("昨天去换了轮胎和电瓶")
        #expect(!reading.opinions.contains { $0.aspect.isWithin(.parts) })
    }

    @Test("what stands after 但是 weighs more in the whole text")
    func contrast() throws {
        let praise = try UnderstandingFixture.read("外观难看,但是空间宽敞")
        let blame = try UnderstandingFixture.read("空间宽敞,但是外观难看")
        #expect(praise.sentiment > blame.sentiment)
    }

    @Test("the lean of a question carries its sign although it is neutral")
    func leanOfQuestion() throws {
        let reading = try UnderstandingFixture.read("听说这车油耗高?")
        let fuel = try #require(reading.opinions.first { $0.aspect.name == "fuel" })
        #expect(fuel.polarity == .neutral)
        #expect(fuel.lean < 0)
    }
}
