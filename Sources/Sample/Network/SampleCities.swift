/// A city in which the sample brand sells, with its share of the voices and the stores there.
struct SampleCity: Sendable {
    let name: String
    /// The share of the voices, relative to the other cities.
    let weight: Double
    /// The part of town that names the store: 西湖 for 杭州西湖店.
    let stores: [String]

    /// Forty cities with 120 stores. 拉萨 is so small that nothing can be said of it.
    static let all: [SampleCity] = [
        .init("杭州", 110, "西湖 滨江 余杭 萧山 拱墅 临平"), .init("上海", 70, "浦东 闵行 宝山 嘉定 松江"),
        .init("北京", 70, "朝阳 海淀 丰台 大兴 昌平"), .init("南京", 75, "江宁 栖霞 建邺 浦口 雨花台"),
        .init("广州", 55, "天河 番禺 白云 花都 黄埔"), .init("深圳", 55, "南山 龙岗 宝安 福田 龙华"),
        .init("成都", 52, "武侯 成华 双流 龙泉驿 郫都"), .init("重庆", 45, "渝北 九龙坡 沙坪坝 巴南"),
        .init("武汉", 42, "江夏 洪山 汉阳 黄陂"), .init("苏州", 40, "吴中 昆山 常熟 张家港"),
        .init("西安", 38, "雁塔 未央 灞桥 高新"), .init("宁波", 36, "鄞州 海曙 北仑 慈溪"),
        .init("郑州", 34, "金水 郑东 惠济"), .init("长沙", 32, "岳麓 雨花 望城"),
        .init("天津", 30, "河西 西青 滨海"), .init("青岛", 28, "市北 城阳 黄岛"),
        .init("合肥", 28, "蜀山 包河 政务"), .init("无锡", 24, "滨湖 锡山 江阴"),
        .init("佛山", 24, "顺德 南海 禅城"), .init("东莞", 24, "南城 厚街 虎门"),
        .init("济南", 22, "历下 槐荫 历城"), .init("福州", 20, "仓山 晋安"),
        .init("厦门", 18, "湖里 集美"), .init("温州", 20, "瓯海 乐清"), .init("金华", 16, "婺城 义乌"),
        .init("嘉兴", 14, "南湖 海宁"), .init("绍兴", 14, "柯桥 越城"), .init("台州", 14, "椒江 路桥"),
        .init("常州", 16, "武进 新北"), .init("南通", 16, "崇川 海门"), .init("徐州", 14, "泉山 铜山"),
        .init("沈阳", 18, "浑南 铁西"), .init("大连", 14, "甘井子 沙河口"), .init("哈尔滨", 12, "道里 香坊"),
        .init("长春", 10, "南关 净月"), .init("昆明", 16, "官渡 盘龙"), .init("南宁", 12, "青秀 西乡塘"),
        .init("贵阳", 12, "观山湖 南明"), .init("石家庄", 12, "裕华 桥西"), .init("拉萨", 0.25, "城关"),
    ]

    private init(_ name: String, _ weight: Double, _ stores: String) {
        self.name = name
        self.weight = weight
        self.stores = stores.split(separator: " ").map(String.init)
    }
}
