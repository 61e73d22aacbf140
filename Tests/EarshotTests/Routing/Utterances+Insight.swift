extension Utterances {
    /// Questions about customers' voices.
    static let insight = table(
        """
        dealer | 麻烦帮我看一下咱们这边车主这个月都反映了些什么,谢谢 | insight.overview | period=thisMonth
        dealer | 最近本地口碑咋样啊 | insight.overview |
        manager | 苏州市的情况给我汇报一下 | insight.overview | city=苏州
        manager | 给我来个无锡近两周的客户声音总结 | insight.overview | city=无锡 period=last14d
        hq | 看下西南区域上个月客户都在抱怨啥 | insight.overview | region=西南 period=lastMonth polarity=negative
        dealer | 客户夸我们什么 | insight.overview | polarity=positive
        manager | 合肥 | insight.overview | city=合肥
        hq | 11月1日到11月7日武汉的用户反馈 | insight.overview | city=武汉 period=2026-11-01..2026-11-07
        dealer | 昨天用户说了啥 | insight.overview | period=yesterday
        manager | show me 宁波 voc | insight.overview | city=宁波
        dealer | 續航口碑怎麼樣 | insight.aspect | aspect=charging
        dealer | 车机卡不卡,大家怎么说 | insight.aspect | aspect=software
        dealer | 客户对我们售后态度有啥意见 | insight.aspect | aspect=after_sales.attitude
        manager | 温州座椅的差评多不多 | insight.aspect | city=温州 aspect=parts.seat polarity=negative
        dealer | 上星期有多少人吐槽充电 | insight.aspect | aspect=charging period=lastWeek polarity=negative
        dealer | 油号怎么样 | insight.aspect | aspect=fuel
        hq | 杭洲客户在说什么 | insight.overview | city=杭州
        hq | 空调经常沙沙响的客户怎么说 | insight.aspect | aspect=parts.air_conditioning
        hq | 今夏门店投诉多吗 | insight.overview | polarity=negative
        hq | 福洲的内室怎么样 | insight.aspect | city=福州 aspect=interior
        dealer | 后排空间大家满意吗 | insight.aspect | aspect=space polarity=positive
        dealer | 智能驾驶最近被骂得厉害吗 | insight.aspect | aspect=driver_assist polarity=negative
        manager | 常州变速箱顿挫的反馈 | insight.aspect | city=常州 aspect=parts.gearbox
        dealer | 修车排队的情况 | insight.aspect | aspect=after_sales.waiting
        hq | 提车慢的抱怨集中在哪 | insight.aspect | aspect=delivery polarity=negative
        dealer | 外观好看吗客户觉得 | insight.aspect | aspect=exterior
        dealer | 油耗 | insight.aspect | aspect=fuel
        dealer | 我们跟全国平均水平比处在什么位置 | insight.compare | against=nation
        dealer | 这周和上周比有没有好转 | insight.compare | period=thisWeek against=previous
        manager | 南京跟合肥哪个城市口碑更好 | insight.compare | city=南京 against=合肥
        manager | 售后等待环比怎么样 | insight.compare | aspect=after_sales.waiting against=previous
        dealer | 智驾比全国好还是差 | insight.compare | aspect=driver_assist against=nation
        hq | 成都 vs 重庆 空间 | insight.compare | city=成都 against=重庆 aspect=space
        dealer | 友商最近咋样 | insight.competitors |
        dealer | 竞品在续航上口碑怎么样 | insight.competitors | aspect=charging
        manager | 杭州竞争对手这个月有啥新动作 | insight.competitors | city=杭州 period=thisMonth
        dealer | 别的品牌客户夸得多的是啥 | insight.competitors |
        dealer | 给我几条差评看看 | insight.quotes | polarity=negative
        dealer | 客户具体怎么说空调的 | insight.quotes | aspect=parts.air_conditioning
        manager | 把上周杭州关于刹车的原帖发我 | insight.quotes | city=杭州 aspect=parts.brake period=lastWeek
        dealer | 举几个夸内饰的例子 | insight.quotes | aspect=interior polarity=positive
        dealer | 想看下车主的原始评论 | insight.quotes |
        dealer | 抖音上拍什么视频合适 | insight.marketing |
        dealer | 我们当地主推哪些卖点 | insight.marketing |
        manager | 给嘉兴出个营销方案 | insight.marketing | city=嘉兴
        dealer | 这周末搞活动推什么好 | insight.marketing | period=2026-11-21..2026-11-22
        dealer | 最近有谁想买车啊 | insight.leads |
        dealer | 有没有意向客户可以跟进 | insight.leads |
        manager | 绍兴这周有多少潜客 | insight.leads | city=绍兴 period=thisWeek
        dealer | 最近大家都在热议啥 | insight.topics |
        manager | 金华的kol有哪些 | insight.topics | city=金华
        dealer | 本店评价如何 | insight.dealer |
        dealer | 客户怎么评价我们店的售后 | insight.dealer | aspect=after_sales
        dealer | 我们4S店上个月被表扬了吗 | insight.dealer | period=lastMonth polarity=positive
        dealer | 咱们这最近客户关心啥 | insight.overview |
        dealer | 帮我总结下这周的舆情 | insight.overview | period=thisWeek
        manager | 台州近半个月口碑如何 | insight.overview | city=台州 period=last15d
        manager | 扬州和本周的声音 | insight.overview | city=扬州 period=thisWeek
        hq | 东北大区负面声音多吗 | insight.overview | region=东北 polarity=negative
        hq | 过去90天华中用户怎么评价我们 | insight.overview | region=华中 period=last90d
        dealer | 看一下10月份的客户反馈 | insight.overview | period=2026-10-01..2026-10-31
        dealer | 今儿有啥客户声音没 | insight.overview | period=today
        manager | 福州市最近客户都说啥了 | insight.overview | city=福州
        dealer | 顾客对咱们车的看法 | insight.overview |
        dealer | 大屏老是卡顿的抱怨多不多 | insight.aspect | aspect=software polarity=negative
        dealer | 隔音怎么样 客户反馈 | insight.aspect | aspect=comfort
        dealer | 有人夸外观没 | insight.aspect | aspect=exterior polarity=positive
        manager | 查一下厦门最近30天关于充电的评价 | insight.aspect | city=厦门 aspect=charging period=last30d
        manager | 泉州的辅助驾驶口碑怎样 | insight.aspect | city=泉州 aspect=driver_assist
        dealer | 保养收费客户有意见吗 | insight.aspect | aspect=after_sales.charges
        dealer | 销售顾问的服务态度被投诉多吗 | insight.aspect | aspect=sales_service.attitude polarity=negative
        dealer | 配件老缺货,客户怎么说 | insight.aspect | aspect=after_sales.parts
        hq | 轮胎鼓包的投诉 | insight.aspect | aspect=parts.tire polarity=negative
        hq | 华南价格战的反馈 | insight.aspect | region=华南 aspect=channel.price_war
        dealer | 刹车呢 | insight.aspect | aspect=parts.brake
        dealer | 客户嫌弃我们车的动力吗 | insight.aspect | aspect=power polarity=negative
        manager | 青岛 售后 上周 | insight.aspect | city=青岛 aspect=after_sales period=lastWeek
        dealer | 油耗这块全国是什么水平我们是什么水平 | insight.compare | aspect=fuel against=nation
        dealer | 对比一下上周 | insight.compare | against=previous
        manager | 广州和深圳的售后比一比 | insight.compare | city=广州 against=深圳 aspect=after_sales
        dealer | 我们这边跟大盘差距大吗 | insight.compare | against=nation
        hq | 长沙相比武汉差在哪 | insight.compare | city=长沙 against=武汉
        dealer | 这个月跟上个月相比怎么样 | insight.compare | period=thisMonth against=previous
        dealer | 空间比之前好了吗 | insight.compare | aspect=space against=previous
        dealer | 对手的优势在哪里 | insight.competitors |
        dealer | 竞品有没有被吐槽 | insight.competitors |
        manager | 济南竞争品牌表现怎么样 | insight.competitors | city=济南
        dealer | 其他牌子最近什么情况 | insight.competitors |
        dealer | 原文发我看看 | insight.quotes |
        dealer | 客户吐槽智驾的原话有哪些 | insight.quotes | aspect=driver_assist polarity=negative
        dealer | 来几条好评 | insight.quotes | polarity=positive
        manager | 郑州昨天的客户原声 | insight.quotes | city=郑州 period=yesterday
        dealer | 具体有哪些评论内容 | insight.quotes |
        dealer | 给点宣传素材 | insight.marketing |
        dealer | 这边的客户最吃哪一套,我该怎么宣传 | insight.marketing |
        dealer | 小红书写啥文案 | insight.marketing |
        dealer | 帮我想个促销活动 | insight.marketing |
        dealer | 卖点有哪些 | insight.marketing |
        dealer | 哪些人打算买车 | insight.leads |
        dealer | 近7天的销售线索 | insight.leads | period=last7d
        dealer | 有没有客户在问哪家店优惠 | insight.leads |
        dealer | 现在网上什么话题最火 | insight.topics |
        dealer | 这周热点 | insight.topics | period=thisWeek
        manager | 大连有影响力的博主 | insight.topics | city=大连
        dealer | 我店这个月口碑 | insight.dealer | period=thisMonth
        dealer | 我们门店服务被夸了没 | insight.dealer | aspect=sales_service polarity=positive
        dealer | 客户都说咱店啥 | insight.dealer |
        manager | 杭州西湖店最近口碑怎么样 | insight.dealer | city=杭州
        dealer | 今天客户都有啥反馈呀 | insight.overview | period=today
        dealer | 咱城市车主这个礼拜在聊什么 | insight.overview | period=thisWeek
        manager | 帮忙拉一下镇江过去30天的整体口碑 | insight.overview | city=镇江 period=last30d
        hq | 昆明和全国其他地方比口碑咋样 | insight.compare | city=昆明 against=nation
        dealer | 客户有什么不满意的地方 | insight.overview | polarity=negative
        manager | 芜湖11/1-11/7的客户反馈 | insight.overview | city=芜湖 period=2026-11-01..2026-11-07
        dealer | 请问续航方面车主评价怎么样? | insight.aspect | aspect=charging
        dealer | 销售强推保险的投诉有没有 | insight.aspect | aspect=sales_service.pressure polarity=negative
        manager | 徐州 油耗 差评 | insight.aspect | city=徐州 aspect=fuel polarity=negative
        dealer | 内饰异味这个月骂的人多吗 | insight.aspect | aspect=interior period=thisMonth polarity=negative
        hq | 华东交车延期的反馈多少条 | insight.aspect | region=华东 aspect=delivery
        dealer | 掉漆被吐槽得多不多 | insight.aspect | aspect=parts.paint polarity=negative
        dealer | 预约保养难不难 客户咋说 | insight.aspect | aspect=after_sales.appointment
        hq | 大家怎么评论我们的安全性 | insight.aspect | aspect=safety
        dealer | 把油耗的原话给我列几条 | insight.quotes | aspect=fuel
        dealer | 看客户是怎么骂售后的 | insight.quotes | aspect=after_sales polarity=negative
        dealer | 有没有具体的帖子 | insight.quotes |
        dealer | 竞品那边卖得怎么样,口碑如何 | insight.competitors |
        dealer | 同级别的车最近有什么好评 | insight.competitors |
        dealer | 我想发个朋友圈,有没有文案 | insight.marketing |
        dealer | 国庆做活动主打啥 | insight.marketing |
        dealer | 有没有要换车的客户 | insight.leads |
        manager | 给我南通本月的意向客户 | insight.leads | city=南通 period=thisMonth
        dealer | 网友最近在讨论啥热点 | insight.topics |
        dealer | 谁是我们这儿的大V | insight.topics |
        dealer | 我们店最近有没有差评 | insight.dealer | polarity=negative
        dealer | 看看自己店的评分 | insight.dealer |
        manager | 绍兴的好评统统发给我 | insight.quotes | city=绍兴 polarity=positive
        dealer | 这周出了什么大问题 | insight.overview | period=thisWeek polarity=negative
        dealer | 有哪些值得夸的地方 | insight.overview | polarity=positive
        dealer | 客户想要什么功能 | insight.aspect | aspect=features
        dealer | 第三排够不够用 | insight.aspect | aspect=space
        dealer | 充电快不快 | insight.aspect | aspect=charging
        manager | 蓉城客户在说什么 | insight.overview | city=成都
        dealer | 抖音拍什么好 | insight.marketing |
        manager | 把统一口径发给门店 | alert.broadcast |
        manager | 处理好了 | alert.resolve |
        """)
}
