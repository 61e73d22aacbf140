extension Gazetteer {
    /// The largest cities as they are written in Latin letters. Spellings that two cities share (suzhou) mean the larger.
    static let latinNames: [(name: String, city: String)] = [
        ("beijing", "北京"), ("peking", "北京"), ("shanghai", "上海"), ("guangzhou", "广州"), ("canton", "广州"),
        ("shenzhen", "深圳"), ("chengdu", "成都"), ("chongqing", "重庆"), ("hangzhou", "杭州"), ("wuhan", "武汉"),
        ("tianjin", "天津"), ("nanjing", "南京"), ("xian", "西安"), ("xi'an", "西安"), ("suzhou", "苏州"),
        ("zhengzhou", "郑州"), ("changsha", "长沙"), ("dongguan", "东莞"), ("qingdao", "青岛"), ("shenyang", "沈阳"),
        ("ningbo", "宁波"), ("kunming", "昆明"), ("hefei", "合肥"), ("foshan", "佛山"), ("wuxi", "无锡"),
        ("xiamen", "厦门"), ("dalian", "大连"), ("jinan", "济南"), ("harbin", "哈尔滨"), ("haerbin", "哈尔滨"),
        ("wenzhou", "温州"), ("fuzhou", "福州"), ("changchun", "长春"), ("shijiazhuang", "石家庄"), ("nanning", "南宁"),
    ]
}
