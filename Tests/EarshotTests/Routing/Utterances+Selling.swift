extension Utterances {
    /// Quotes, marketing, leads, topics and the own store.
    static let selling = table(
        """
        dealer | 有没有原帖可以看 | insight.quotes |
        dealer | 空调的负面评论给我列几条 | insight.quotes | aspect=parts.air_conditioning polarity=negative
        manager | 佛山客户夸外观的原话 | insight.quotes | city=佛山 aspect=exterior polarity=positive
        dealer | 客户到底是怎么写的,发来看看 | insight.quotes |
        dealer | 上个月关于配件缺货的客户原声 | insight.quotes | aspect=after_sales.parts period=lastMonth
        dealer | 下周直播讲点啥能吸引人 | insight.marketing |
        dealer | 给我点推广思路 | insight.marketing |
        manager | 帮忙出一份温州的营销物料建议 | insight.marketing | city=温州
        dealer | 我们这儿卖车该突出什么卖点 | insight.marketing |
        dealer | 发抖音文案咋写 | insight.marketing |
        dealer | 本店最近评价好不好 | insight.dealer |
        dealer | 看看我们店上周的口碑 | insight.dealer | period=lastWeek
        dealer | 客户对我店售后有啥不满 | insight.dealer | aspect=after_sales polarity=negative
        dealer | 我家店被夸得多吗 | insight.dealer | polarity=positive
        dealer | 这两天有人打算换车吗 | insight.leads | period=last2d
        manager | 石家庄购车意向有多少 | insight.leads | city=石家庄
        dealer | 有哪些客户在问价 | insight.leads |
        dealer | 潜在客户名单 | insight.leads |
        dealer | 网上都在热议什么话题 | insight.topics |
        manager | 厦门本地的汽车达人都有谁 | insight.topics | city=厦门
        dealer | 上周热搜榜 | insight.topics | period=lastWeek
        dealer | 客户原话发我看一下 | insight.quotes |
        manager | 兰州车主吐槽售后的原文 | insight.quotes | city=兰州 aspect=after_sales polarity=negative
        dealer | 具体是怎么骂车机的 给我看看 | insight.quotes | aspect=software polarity=negative
        dealer | 想听听客户亲口怎么说 | insight.quotes |
        dealer | 把昨天的好评原文调出来 | insight.quotes | period=yesterday polarity=positive
        dealer | 关于动力的评论原文 | insight.quotes | aspect=power
        dealer | 这个月咱们这儿适合推什么卖点 | insight.marketing | period=thisMonth
        dealer | 给个短视频脚本方向呗 | insight.marketing |
        dealer | 店里想搞个周年庆,怎么宣传好 | insight.marketing |
        manager | 珠海市场推广建议 | insight.marketing | city=珠海
        dealer | 拿什么话题做直播比较好 | insight.marketing |
        dealer | 我们店客户怎么评价 | insight.dealer |
        dealer | 最近有人投诉我们店吗 | insight.dealer | polarity=negative
        dealer | 本门店这个月服务口碑如何 | insight.dealer | aspect=sales_service period=thisMonth
        dealer | 俺店评分多少 | insight.dealer |
        dealer | 最近谁有买车打算 | insight.leads |
        dealer | 帮我找找本周的潜客 | insight.leads | period=thisWeek
        manager | 惠州有多少人在咨询购车 | insight.leads | city=惠州
        dealer | 有没有准备换车的线索 | insight.leads |
        dealer | 现在大家讨论最多的是什么话题 | insight.topics |
        dealer | 本地汽车圈有哪些大V | insight.topics |
        manager | 海口上个月热门话题 | insight.topics | city=海口 period=lastMonth
        dealer | 热帖有哪些 | insight.topics |
        dealer | 评论原文拿来看看 | insight.quotes |
        manager | 洛阳关于交车延期的原话 | insight.quotes | city=洛阳 aspect=delivery
        dealer | 我想看客户怎么夸空间的原文 | insight.quotes | aspect=space polarity=positive
        dealer | 挑几条关于座椅的真实评论 | insight.quotes | aspect=parts.seat
        dealer | 给我念念上周的差评原文 | insight.quotes | period=lastWeek polarity=negative
        dealer | 车主发的帖子贴给我看看 | insight.quotes |
        dealer | 双十二促销主题怎么定 | insight.marketing |
        dealer | 怎么给客户种草我们的车 | insight.marketing |
        dealer | 推荐几个宣传点 | insight.marketing |
        manager | 兰州适合主打什么卖点 | insight.marketing | city=兰州
        dealer | 想要一套朋友圈文案 | insight.marketing |
        dealer | 我们店近30天的口碑怎么样 | insight.dealer | period=last30d
        dealer | 咱店的差评都说了啥 | insight.dealer | polarity=negative
        dealer | 客户对我们店的维修质量怎么看 | insight.dealer | aspect=after_sales.repair
        dealer | 我店被点赞的地方 | insight.dealer | polarity=positive
        dealer | 附近有没有要买车的 | insight.leads |
        dealer | 本月意向客户有几个 | insight.leads | period=thisMonth
        manager | 给我义乌的购车线索 | insight.leads | city=金华
        dealer | 谁在打听我们的车价优惠 想买的 | insight.leads |
        dealer | 有什么热点可以蹭 | insight.topics |
        dealer | 车圈红人有哪些 | insight.topics |
        manager | 中山这周的热门话题 | insight.topics | city=中山 period=thisWeek
        dealer | 大家热议的事 | insight.topics |
        dealer | 看原话 | insight.quotes |
        dealer | 差评原话给几条 | insight.quotes | polarity=negative
        manager | 昨天无锡的客户原话 | insight.quotes | city=无锡 period=yesterday
        dealer | 续航的原声有没有 | insight.quotes | aspect=charging
        dealer | 有关刹车的帖子 | insight.quotes | aspect=parts.brake
        dealer | 出个宣传方案 | insight.marketing |
        dealer | 这个季节主推啥卖点 | insight.marketing |
        dealer | 小红书发什么好 | insight.marketing |
        manager | 昆明推广该讲什么 | insight.marketing | city=昆明
        dealer | 我们店风评 | insight.dealer |
        dealer | 客户骂我们店什么 | insight.dealer | polarity=negative
        dealer | 我店上周口碑 | insight.dealer | period=lastWeek
        dealer | 有没有想换车的客户 | insight.leads |
        dealer | 昨天的购车线索 | insight.leads | period=yesterday
        dealer | 求推荐车的客户有吗 | insight.leads |
        dealer | 最近什么话题火 | insight.topics |
        dealer | 我们这儿有哪些kol | insight.topics |
        dealer | 热搜有哪些 | insight.topics |
        dealer | 颜值大家怎么夸的 | insight.quotes | aspect=exterior polarity=positive
        dealer | 吐槽保养的原话 | insight.quotes | aspect=after_sales polarity=negative
        dealer | 把原文列出来 | insight.quotes |
        dealer | 视频号做什么内容能火 | insight.marketing |
        dealer | 本地营销该打哪张牌 | insight.marketing |
        dealer | 我们店服务态度怎么样 | insight.dealer | aspect=sales_service.attitude
        dealer | 本店好评有多少 | insight.dealer | polarity=positive
        dealer | 有意向的客户有哪些 | insight.leads |
        manager | 南宁潜客名单 | insight.leads | city=南宁
        dealer | 最近网红博主有谁在聊 | insight.topics |
        dealer | 今天热点 | insight.topics | period=today
        dealer | 客户原文 | insight.quotes |
        dealer | 给我看几条空调的差评 | insight.quotes | aspect=parts.air_conditioning polarity=negative
        dealer | 智驾好评原话 | insight.quotes | aspect=driver_assist polarity=positive
        dealer | 帮我写个朋友圈文案 | insight.marketing |
        dealer | 这周直播主题推荐 | insight.marketing | period=thisWeek
        dealer | 本地卖点 | insight.marketing |
        dealer | 我们店最近差评 | insight.dealer | polarity=negative
        dealer | 本店口碑 | insight.dealer |
        dealer | 最近有买车的吗 | insight.leads |
        dealer | 看看线索 | insight.leads |
        dealer | 最近热点话题 | insight.topics |
        dealer | 本市的汽车博主 | insight.topics |
        dealer | 希望看到油耗的原话 | insight.quotes | aspect=fuel
        """)
}
