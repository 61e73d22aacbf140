extension Gazetteer {
    /// Names that mean their city wherever they stand in running text, for the automaton that reads voices.
    ///
    /// A name that is also an ordinary word, a brand or a mountain (开封, 大同, 宁德, 黄山) appears only with
    /// its ending (开封市). Search for the leftmost longest match together with `spokenDecoys`.
    public var spokenNames: [(name: String, city: City)] {
        var names: [(name: String, city: City)] = []
        for city in cities {
            let full = fullName(of: city)
            if Gazetteer.neverAlone.contains(city.name) == false { names.append((city.name, city)) }
            if full != city.name { names.append((full, city)) }
            if full.hasSuffix("自治州") { names.append((city.name + "州", city)) }
        }
        for name in Gazetteer.spokenDistricts {
            if let city = districts.city(of: name) { names.append((name, city)) }
        }
        return names + districts.unambiguousFullNames
    }

    /// Words that contain a city's name without meaning the city; matched together with `spokenNames`, the
    /// longer or earlier one wins: 完成都, 宁德时代, 浙江 (in 浙江门店 stands no 江门).
    public var spokenDecoys: [String] {
        Gazetteer.decoys + provinces.keys.filter { byName[$0]?.code.isMultiple(of: 10_000) != true }.sorted()
    }

    private static let neverAlone: Set<String> = [
        "大同", "长治", "朝阳", "吉林", "四平", "通化", "白山", "白城", "兴安", "芜湖", "黄山", "三明", "南平", "宁德",
        "日照", "德州", "开封", "黄石", "仙桃", "天门", "常德", "中山", "北海", "玉林", "来宾", "五指山", "文昌", "万宁",
        "东方", "定安", "白沙", "昌江", "乐东", "安顺", "普洱", "红河", "文山", "大理", "德宏", "怒江", "昌都", "山南",
        "阿里", "安康", "白银", "定西", "海东", "海北", "黄南", "果洛", "玉树", "海西", "吴忠", "中卫", "和田", "北屯",
        "铁门关", "双河", "昆玉", "新星", "白杨", "保亭", "临高",
    ]

    /// Districts and county-level cities that people name like a city.
    private static let spokenDistricts = [
        "昆山", "常熟", "张家港", "太仓", "江阴", "宜兴", "溧阳", "丹阳", "靖江", "如皋", "启东", "余杭", "萧山", "富阳",
        "临安", "桐庐", "鄞州", "慈溪", "余姚", "奉化", "瑞安", "乐清", "海宁", "桐乡", "诸暨", "上虞", "柯桥", "嵊州",
        "义乌", "东阳", "永康", "兰溪", "温岭", "玉环", "椒江", "黄岩", "海淀", "顺义", "昌平", "石景山", "门头沟", "浦东",
        "闵行", "徐汇", "杨浦", "嘉定", "松江", "青浦", "奉贤", "江宁", "浦口", "溧水", "高淳", "晋江", "石狮", "福清",
        "惠安", "闽侯", "番禺", "花都", "增城", "从化", "顺德", "禅城", "龙岗", "罗湖", "武昌", "汉阳", "江夏", "黄陂",
        "蔡甸", "双流", "郫都", "温江", "都江堰", "龙泉驿", "青白江", "渝北", "沙坪坝", "九龙坡", "北碚", "涪陵", "江津",
        "合川", "永川", "万州", "璧山", "雁塔", "未央", "灞桥", "临潼", "浏阳", "即墨", "胶州", "莱西", "平度", "崂山",
        "黄岛", "章丘", "滕州", "寿光", "青州", "诸城", "曲阜", "荣成", "文登", "巩义", "新郑", "中牟", "荥阳", "甘井子",
        "瓦房店", "普兰店", "浑南", "沈北", "武清", "涿州", "迁安", "任丘", "固安", "满洲里", "延吉", "公主岭", "瑞丽",
        "西昌", "库尔勒", "景洪", "醴陵", "耒阳",
    ]

    private static let decoys = [
        "完成都", "变成都", "换成都", "做成都", "组成都", "形成都", "达成都", "卖成都", "当成都", "合成都", "养成都",
        "改成都", "降成都", "造成都", "弄成都", "写成都", "说成都", "看成都", "强大连", "巨大连", "扩大连", "大连续",
        "大庆典", "大庆祝", "周六安", "期六安", "拜六安", "东西安", "美丽水", "自信阳", "华东营", "京东营", "出海口",
        "面包头", "广安门", "延安路", "延安高架", "南京路", "南京东路", "南京西路", "北京路", "北京东路", "北京西路",
        "上海路", "重庆路", "兰州拉面", "兰州牛肉面", "哈密瓜", "重庆火锅", "沙县小吃", "柳州螺蛳粉", "北京时间",
        "北京现代", "北京奔驰", "北京汽车", "北京越野", "北京吉普", "上海大众", "上海通用", "上海汽车", "重庆长安",
        "天津一汽", "南京依维柯", "南京汽车", "长安福特", "广州本田", "广州丰田", "德州扑克", "宁德时代", "郑州日产",
        "沈阳华晨", "柳州五菱", "长春一汽", "武汉神龙",
    ]
}
