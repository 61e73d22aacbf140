extension Utterances {
    /// Questions about one aspect of product or service.
    static let aspects = table(
        """
        dealer | 车漆最近有没有人反映 | insight.aspect | aspect=parts.paint
        manager | 合肥那边对充电速度怎么评价 | insight.aspect | city=合肥 aspect=charging
        dealer | 提车太慢了 客户意见大不大 | insight.aspect | aspect=delivery polarity=negative
        dealer | 噪音大不大啊大家说 | insight.aspect | aspect=comfort
        hq | 华南用户如何评价我们的内饰 | insight.aspect | region=华南 aspect=interior
        dealer | 老有人说我们保养贵,到底多少人在说 | insight.aspect | aspect=after_sales.charges
        manager | 郑州上周关于变速箱顿挫的投诉量 | insight.aspect | city=郑州 aspect=parts.gearbox period=lastWeek polarity=negative
        dealer | 大灯亮度口碑咋样 | insight.aspect | aspect=parts.light
        dealer | 销售顾问专业吗 客户怎么评 | insight.aspect | aspect=sales_service.skill
        dealer | 性价比客户认不认可 | insight.aspect | aspect=price polarity=positive
        hq | 跨区窜货的投诉有多少 | insight.aspect | aspect=channel.cross_region polarity=negative
        dealer | 物流送货晚的差评多吗 | insight.aspect | aspect=logistics.late polarity=negative
        dealer | 油耗这块儿大家骂得凶不凶 | insight.aspect | aspect=fuel polarity=negative
        dealer | 后备箱大小客户满意不 | insight.aspect | aspect=space polarity=positive
        manager | 徐州近三个月刹车异响的反馈有多少 | insight.aspect | city=徐州 aspect=parts.brake period=last90d
        dealer | 客户觉得咱座椅舒服吗 | insight.aspect | aspect=parts.seat
        dealer | 智驾老是误刹,抱怨多吗 | insight.aspect | aspect=driver_assist polarity=negative
        hq | 西北地区冬天续航掉得厉害,反馈如何 | insight.aspect | region=西北 aspect=charging
        dealer | 做保养排队久不久,车主怎么说 | insight.aspect | aspect=after_sales.waiting
        dealer | 售后收费不透明的投诉 | insight.aspect | aspect=after_sales.charges polarity=negative
        dealer | 预约保养约不上的人多不多 | insight.aspect | aspect=after_sales.appointment
        dealer | 销售逼单的差评有几条 | insight.aspect | aspect=sales_service.pressure polarity=negative
        manager | 大连销售承诺不兑现的投诉多吗 | insight.aspect | city=大连 aspect=sales_service.deception polarity=negative
        hq | 雨刮器异响最近反映的人多吗 | insight.aspect | aspect=parts.wiper
        dealer | 车机升级之后评价变好了没 | insight.compare | aspect=software against=previous
        manager | 合肥上个月快递破损的反馈 | insight.aspect | city=合肥 aspect=logistics.damaged period=lastMonth
        dealer | 外观设计受欢迎吗 | insight.aspect | aspect=exterior polarity=positive
        dealer | how is the fuel consumption feedback | insight.aspect | aspect=fuel
        dealer | 安全性 口碑 | insight.aspect | aspect=safety
        dealer | 中控大屏反应慢被吐槽的多吗 | insight.aspect | aspect=software polarity=negative
        dealer | 底盘客户咋评价的 | insight.aspect | aspect=parts.chassis
        dealer | 这阵子说提车慢的人有多少 | insight.aspect | aspect=delivery
        manager | 绵阳的动力口碑 | insight.aspect | city=绵阳 aspect=power
        hq | 全景天窗漏水的客诉有多少 | insight.aspect | aspect=parts.sunroof polarity=negative
        dealer | 有夸我们隔音的吗 | insight.aspect | aspect=comfort polarity=positive
        dealer | 修车技术被质疑的情况 | insight.aspect | aspect=after_sales.repair
        dealer | 等配件等太久的声音多吗 | insight.aspect | aspect=after_sales.parts
        dealer | 售后人员态度最近口碑如何 | insight.aspect | aspect=after_sales.attitude
        manager | 潍坊上周电池方面的反馈 | insight.aspect | city=潍坊 aspect=parts.battery period=lastWeek
        dealer | 玻璃异响 客户反馈 | insight.aspect | aspect=parts.glass
        dealer | 方向盘手感评价 | insight.aspect | aspect=handling
        dealer | 配置方面客户满意吗 | insight.aspect | aspect=features polarity=positive
        hq | 物流信息不更新的抱怨 | insight.aspect | aspect=logistics.tracking polarity=negative
        hq | 快递员态度差的投诉多不多 | insight.aspect | aspect=logistics.rude polarity=negative
        dealer | 质量问题反馈得多吗最近 | insight.aspect | aspect=quality
        dealer | 虚假宣传有没有人投诉 | insight.aspect | aspect=sales_service.deception polarity=negative
        manager | 佛山近90天价格方面客户怎么说 | insight.aspect | city=佛山 aspect=price period=last90d
        dealer | 油耗高被骂得多吗 | insight.aspect | aspect=fuel polarity=negative
        dealer | 充电慢 客户抱怨 | insight.aspect | aspect=charging polarity=negative
        dealer | 悬挂太硬的反馈有多少 | insight.aspect | aspect=comfort
        manager | 赣州发动机漏油的投诉 | insight.aspect | city=赣州 aspect=parts.engine polarity=negative
        dealer | 内饰用料口碑好吗 | insight.aspect | aspect=interior
        dealer | 维修费太贵是不是很多人说 | insight.aspect | aspect=after_sales.charges
        dealer | 试驾体验大家评价如何 | insight.aspect | aspect=sales_service
        dealer | 自动泊车好不好用 用户咋说 | insight.aspect | aspect=driver_assist
        hq | 仪表盘黑屏的差评 | insight.aspect | aspect=parts.screen polarity=negative
        hq | 各地低价倾销的投诉 | insight.aspect | aspect=channel.price_war polarity=negative
        manager | 保定本月交车体验 | insight.aspect | city=保定 aspect=delivery period=thisMonth
        dealer | 门把手被吐槽过吗 | insight.aspect | aspect=parts.door polarity=negative
        dealer | 销售不专业的反馈 | insight.aspect | aspect=sales_service.skill
        dealer | 座椅加热不好使 有人反馈吗 | insight.aspect | aspect=parts.seat
        dealer | 提车等了好久 抱怨多么 | insight.aspect | aspect=delivery polarity=negative
        manager | 芜湖保养口碑怎样 | insight.aspect | city=芜湖 aspect=after_sales
        dealer | 语音识别差评 | insight.aspect | aspect=software polarity=negative
        dealer | 电池衰减有多少人反映 | insight.aspect | aspect=charging
        dealer | 接待慢的抱怨 | insight.aspect | aspect=sales_service.waiting polarity=negative
        hq | 西安跨区卖车的反馈 | insight.aspect | city=西安 aspect=channel.cross_region
        hq | 今年以来华东交付的投诉 | insight.aspect | region=华东 aspect=delivery polarity=negative period=2026-01-01..2026-11-20
        dealer | 上上个月油耗反馈 | insight.aspect | aspect=fuel period=2026-09-01..2026-09-30
        dealer | 安全气囊有人投诉吗 | insight.aspect | aspect=safety polarity=negative
        dealer | 大家对动力满意不满意 | insight.aspect | aspect=power polarity=positive
        manager | 汕头充电反馈 | insight.aspect | city=汕头 aspect=charging
        dealer | 后备箱空间评价 近30天 | insight.aspect | aspect=space period=last30d
        dealer | 售后预约难的抱怨 | insight.aspect | aspect=after_sales.appointment polarity=negative
        hq | 车门异响投诉多吗 | insight.aspect | aspect=parts.door polarity=negative
        dealer | 销售态度口碑 | insight.aspect | aspect=sales_service.attitude
        dealer | 噪音抱怨占比 | insight.aspect | aspect=comfort polarity=negative
        dealer | 希望查一下售后反馈 | insight.aspect | aspect=after_sales
        """)
}
