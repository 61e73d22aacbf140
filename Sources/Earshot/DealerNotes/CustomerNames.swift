/// Masks the names of customers in what a store records of them: 张先生 and 客户张小明说 become 张**.
///
/// By rules alone: a surname with a title behind it (or a given name and a title), and a surname with a given name between a word
/// for a customer and one for what the customer did. Whoever works in the store keeps the name.
enum CustomerNames {
    static func masked(_ text: String) -> String {
        let characters = Array(text)
        var masked: [Character] = []
        var index = 0
        while index < characters.count {
            if let (surname, end) = name(characters, at: index) {
                masked += characters[index..<index + surname] + ["*", "*"]
                index = end
            } else {
                masked.append(characters[index])
                index += 1
            }
        }
        return String(masked)
    }

    /// Whether a text is a surname that is no everyday word, and a given name.
    static func isWhole(_ text: String) -> Bool {
        let characters = Array(text)
        guard characters.allSatisfy(isHan), length(of: noNames, in: characters, at: 0) == nil else {
            return false
        }
        if let surname = length(of: compound, in: characters, at: 0) {
            return (1...2).contains(characters.count - surname)
        }
        return length(of: surnames, in: characters, at: 0) != nil && !isAmbiguous(characters[0])
            && (2...3).contains(characters.count)
    }

    /// How long the surname is that begins a name at a position, and where the name ends with its title.
    private static func name(_ text: [Character], at start: Int) -> (surname: Int, end: Int)? {
        let surname = length(of: compound, in: text, at: start) ?? length(of: surnames, in: text, at: start)
        guard let surname, !isStaff(text, before: start) else { return nil }
        let behind = start + surname
        if let title = length(of: titles, in: text, at: behind) { return (surname, behind + title) }
        guard !isAmbiguous(text[start]) else { return nil }
        let follows = length(of: customers, endingAt: start, in: text) != nil
        for given in [2, 1] {
            let end = behind + given
            guard end <= text.count, text[behind..<end].allSatisfy(isHan),
                length(of: noNames, in: text, at: start) == nil
            else { continue }
            if let title = length(of: titles, in: text, at: end) { return (surname, end + title) }
            if follows, length(of: deeds, in: text, at: end) != nil { return (surname, end) }
        }
        return nil
    }

    private static func isStaff(_ text: [Character], before position: Int) -> Bool {
        length(of: staff, endingAt: position, in: text) != nil
    }

    private static func isAmbiguous(_ character: Character) -> Bool { ambiguous.contains(character) }

    private static func length(of words: [[Character]], in text: [Character], at start: Int) -> Int? {
        words.first { start + $0.count <= text.count && text[start..<start + $0.count].elementsEqual($0) }?
            .count
    }

    private static func length(of words: [[Character]], endingAt end: Int, in text: [Character]) -> Int? {
        words.first { $0.count <= end && text[end - $0.count..<end].elementsEqual($0) }?.count
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }

    private static func words(_ list: String) -> [[Character]] {
        list.split(separator: " ").map(Array.init).sorted { $0.count > $1.count }
    }

    private static let compound = words("欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 司徒 东方")
    private static let surnames =
        "张王李赵刘陈杨黄周吴徐孙朱胡高林罗郭何马郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
        .map { [$0] }
    /// Surnames that are everyday words as well, after which nothing but a title makes a name.
    private static let ambiguous = Set(
        "高何马田于任石夏方白江段雷龙史万钱武向常温文安易关左包尚成谷曲路游管房解时农古简车项连麦党费冷全应边师和明池查单季盛宁康华章明商金黄余叶程许曾")
    private static let titles = words("先生 女士 小姐 太太 大哥 大姐 大爷 大妈 大叔 阿姨 叔叔 老板")
    private static let customers = words("客户 车主 顾客 用户 车友 买家 客人 客户叫 车主叫 客户姓 客户是 车主是 一位 有位 有个")
    private static let deeds = words(
        "说 讲 反映 反馈 投诉 抱怨 表示 觉得 认为 嫌 问 称 来电 来店 到店 进店 打电话 要求 想 的车 提车 ， , ： : 昨天 今天 刚 反应 吐槽 夸")
    private static let staff = words("顾问 销售 经理 技师 店长 主管 客服 员工 专员 师傅 总监 同事 前台")
    /// What begins as a name does and is none.
    private static let noNames = words(
        "周末 周一 周二 周三 周四 周五 周六 周日 周边 周围 周期 张口 张嘴 王牌 孙子 孙女 胡乱 胡说 罗列 谢谢 唐突 陈述 董事 朱红 林荫 杨梅 吴语 徐徐 郭外 范围 梁上 陆续 汪洋 严重 顾虑 顾客 贾宝 毛病 毛刺 沈阳 戴着 莫名 孔里 汤水 严格"
    )
}
