extension Gazetteer {
    /// Names that mean their city wherever they stand in running text, for the automaton that reads voices.
    ///
    /// A name that is also an ordinary word, a brand or a mountain (开封, 大同, 宁德, 黄山) appears only with
    /// its ending or behind its province (开封市, 河南开封), a district's only so, but for the few that everybody
    /// names like a city. Search for the leftmost longest match together with `spokenDecoys`.
    public var spokenNames: [(name: String, city: City)] {
        var names: [(name: String, city: City)] = []
        for city in cities {
            let full = fullName(of: city)
            if Gazetteer.neverAlone.contains(city.name) == false {
                names.append((city.name, city))
                // 西安区 is another place, and would hide the city's name in 西安区域.
                if districts.has(city.name + "区") { names.append((city.name + "区域", city)) }
            } else {
                names.append((city.province + city.name, city))
            }
            if full != city.name { names.append((full, city)) }
            if full.hasSuffix("自治州") { names.append((city.name + "州", city)) }
        }
        for name in Gazetteer.spokenDistricts {
            if let city = districts.city(of: name) { names.append((name, city)) }
        }
        for (name, city) in districts.bareNames
        where city.isMunicipality == false && Gazetteer.plainWords.contains(name) == false {
            names.append((city.province + name, city))
        }
        return names
            + districts.unambiguousFullNames.filter { Gazetteer.plainNames.contains($0.name) == false }
    }

    /// Words that contain a city's name without meaning the city; matched together with `spokenNames`, the
    /// longer or earlier one wins: 完成都, 宁德时代, 浙江 (in 浙江门店 stands no 江门). One of two characters that
    /// begins with the ending of a district's name takes the name away: 小店区别 is no 小店区.
    public var spokenDecoys: [String] {
        Gazetteer.decoys + districts.ambiguousFullNames
            + provinces.keys.filter { byName[$0]?.code.isMultiple(of: 10_000) != true }.sorted()
    }

    private static let neverAlone: Set<String> = [
        "大同", "长治", "朝阳", "吉林", "四平", "通化", "白山", "白城", "兴安", "芜湖", "黄山", "三明", "南平", "宁德",
        "日照", "德州", "开封", "黄石", "仙桃", "天门", "常德", "中山", "北海", "玉林", "来宾", "五指山", "文昌", "万宁",
        "东方", "定安", "白沙", "昌江", "乐东", "安顺", "普洱", "红河", "文山", "大理", "德宏", "怒江", "昌都", "山南",
        "阿里", "安康", "白银", "定西", "海东", "海北", "黄南", "果洛", "玉树", "海西", "吴忠", "中卫", "和田", "北屯",
        "铁门关", "双河", "昆玉", "新星", "白杨", "保亭", "临高",
    ]

    /// Names with an ending that people use of any town, or that stand inside other words.
    private static let plainNames: Set<String> = [
        "老城区", "新市区", "古城区", "城东区", "城西区", "城北区", "站前区", "港口区", "老边区", "立山区", "山城区", "解放区",
        "安居区", "合作市", "西市区", "上街区",
    ]

    /// District names that are ordinary words even behind a province: 江西新建.
    private static let plainWords: Set<String> = [
        "新建", "比如", "合作", "通道", "资源", "互助", "友好", "前进", "解放", "复兴", "新兴", "光明", "富裕", "平安", "安定",
        "大方", "共和", "同心", "东方", "港口", "城东", "城西", "城北", "城中", "城区", "市区", "市中", "市南", "市北", "新市",
        "老城", "古城", "上街", "路南", "路北", "站前", "西市", "老边", "新城", "大通", "前锋", "安居", "高明", "富民", "清新",
        "称多", "索", "河口", "大东", "东山", "西区", "东区", "江北", "江南", "江东", "江西", "铁东", "铁西", "同意", "大同",
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
        "面包头", "总成都", "大连屏", "非常熟悉", "某东营", "牢固安", "坚固安", "稳固安", "加固安", "广安门", "延安路", "延安高架", "南京路", "南京东路",
        "南京西路", "北京路", "北京东路", "北京西路",
        "上海路", "重庆路", "兰州拉面", "兰州牛肉面", "哈密瓜", "重庆火锅", "沙县小吃", "柳州螺蛳粉", "北京时间",
        "北京现代", "北京奔驰", "北京汽车", "北京越野", "北京吉普", "上海大众", "上海通用", "上海汽车", "重庆长安",
        "天津一汽", "南京依维柯", "南京汽车", "长安福特", "广州本田", "广州丰田", "德州扑克", "宁德时代", "郑州日产",
        "沈阳华晨", "柳州五菱", "长春一汽", "武汉神龙", "区别", "区分", "区间", "区域", "区块", "旗舰", "旗下", "县城",
    ]
}
