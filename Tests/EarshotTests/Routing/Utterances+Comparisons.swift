extension Utterances {
    /// Comparisons and competitors.
    static let comparisons = table(
        """
        dealer | 我们和全国平均比,差在哪儿 | insight.compare | against=nation
        dealer | 续航跟上周比好点没 | insight.compare | aspect=charging against=previous
        manager | 长沙跟武汉比谁的售后好 | insight.compare | city=长沙 against=武汉 aspect=after_sales
        hq | 把福州和厦门拉出来对比看看 | insight.compare | city=福州 against=厦门
        dealer | 车机评价环比变化 | insight.compare | aspect=software against=previous
        manager | 南昌口碑高于全国平均吗 | insight.compare | city=南昌 against=nation
        dealer | 这个月比上个月差评多了还是少了 | insight.compare | period=thisMonth against=previous polarity=negative
        dealer | 别人家的车最近哪里被夸 | insight.competitors |
        manager | 天津的友商动态 | insight.competitors | city=天津
        dealer | 竞争对手上个月有啥变化 | insight.competitors | period=lastMonth
        dealer | 竞品智驾做得好不好 | insight.competitors | aspect=driver_assist
        hq | 看下竞对情况,谢谢 | insight.competitors |
        dealer | 我们城市跟全国差距有多大 | insight.compare | against=nation
        dealer | 和上周相比本周咋样 | insight.compare | period=thisWeek against=previous
        manager | 西安同成都比 智驾谁更受认可 | insight.compare | city=西安 against=成都 aspect=driver_assist polarity=positive
        manager | 温州口碑和台州相比如何 | insight.compare | city=温州 against=台州
        hq | 华东和全国平均比售后怎么样 | insight.compare | region=华东 aspect=after_sales against=nation
        dealer | 内饰评价比上个月是升了还是降了 | insight.compare | aspect=interior against=previous
        dealer | 咱们空间比全国均值高吗 | insight.compare | aspect=space against=nation
        manager | pk一下哈尔滨和长春 | insight.compare | city=哈尔滨 against=长春
        dealer | 对手家最近口碑有没有涨 | insight.competitors |
        manager | 沈阳地区竞品上周动态 | insight.competitors | city=沈阳 period=lastWeek
        dealer | 其他品牌客户都在夸什么 | insight.competitors |
        dealer | 同价位的车谁家风头最盛 | insight.competitors |
        dealer | 竞品油耗表现如何 | insight.competitors | aspect=fuel
        dealer | 同全国比较一下我们的口碑 | insight.compare | against=nation
        dealer | 空间方面相比全国是强是弱 | insight.compare | aspect=space against=nation
        manager | 南宁和桂林哪边口碑好些 | insight.compare | city=南宁 against=桂林
        dealer | 跟上一期比有什么变化 | insight.compare | against=previous
        manager | 宁波油耗环比 | insight.compare | city=宁波 aspect=fuel against=previous
        hq | 对比北京和天津的交付 | insight.compare | city=北京 against=天津 aspect=delivery
        dealer | 上周跟上上周比 | insight.compare | period=lastWeek against=previous
        dealer | 我们离全国平均水平还差多少 | insight.compare | against=nation
        dealer | 竞争车型本月口碑 | insight.competitors | period=thisMonth
        manager | 襄阳的对手在干嘛 | insight.competitors | city=襄阳
        dealer | 友商好评都集中在哪 | insight.competitors |
        dealer | 哪个竞品威胁最大 | insight.competitors |
        dealer | 竞品空间口碑咋样 | insight.competitors | aspect=space
        dealer | 与全国平均相比我们口碑如何 | insight.compare | against=nation
        dealer | 差评比上个月多吗 | insight.compare | polarity=negative against=previous
        manager | 泉州对比厦门 | insight.compare | city=泉州 against=厦门
        manager | 广州的外观口碑和深圳比怎么样 | insight.compare | city=广州 aspect=exterior against=深圳
        dealer | 售后态度跟全国比 | insight.compare | aspect=after_sales.attitude against=nation
        dealer | 近30天和之前比有没有进步 | insight.compare | period=last30d against=previous
        dealer | 最近竞品口碑 | insight.competitors |
        manager | 绍兴有哪些竞品在涨 | insight.competitors | city=绍兴
        dealer | 竞争对手的好评点是什么 | insight.competitors |
        hq | 华南竞品上周动向 | insight.competitors | region=华南 period=lastWeek
        dealer | 跟全国均值对照下 | insight.compare | against=nation
        manager | 苏州 无锡 对比 售后 | insight.compare | city=苏州 against=无锡 aspect=after_sales
        dealer | 相比去年同期怎么样 | insight.compare | against=previous
        dealer | 舒适性我们比全国强吗 | insight.compare | aspect=comfort against=nation
        dealer | 竞品有啥优点 | insight.competitors |
        manager | 大连友商情况 | insight.competitors | city=大连
        dealer | 和去年比怎么样 | insight.compare | against=previous
        dealer | 我们比全国好吗 | insight.compare | against=nation
        dealer | 本周和上周对比 | insight.compare | period=thisWeek against=previous
        manager | 沈阳和大连比 | insight.compare | city=沈阳 against=大连
        dealer | 价格和全国平均比如何 | insight.compare | aspect=price against=nation
        dealer | 竞对最近怎么样 | insight.competitors |
        dealer | 哪个竞品口碑最好 | insight.competitors |
        manager | 福州对手动态 | insight.competitors | city=福州
        dealer | 空间口碑是变好了还是变差了 | insight.compare | aspect=space against=previous
        dealer | 内饰口碑变好了没有 | insight.compare | aspect=interior against=previous
        dealer | 吐槽变少了吗 | insight.compare | polarity=negative against=previous
        dealer | 好评下降了没有 | insight.compare | polarity=positive against=previous
        dealer | 售后最近有没有改善 | insight.compare | aspect=after_sales against=previous
        manager | 全国和苏州比 | insight.compare | city=苏州 against=nation
        manager | 比无锡好吗 | insight.compare | against=无锡
        """)
}
