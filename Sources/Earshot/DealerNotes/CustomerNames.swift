/// Masks the names of customers in what a store records of them: 张先生 and 客户张小明说 become 张**.
///
/// By rules alone, and only what is certainly a name, for what is kept cannot be had back: a surname with a title behind it, with
/// or without a given name, and a surname with a usual given name between a word for a customer and one for what the customer did.
/// Whoever works in the store keeps the name.
enum CustomerNames {
    static func masked(_ text: String) -> String {
        let characters = Array(text)
        var masked: [Character] = []
        var index = 0
        while index < characters.count {
            if let place = place(characters, at: index) {
                // 江苏老板 is no 苏老板.
                masked += characters[index..<place]
                index = place
            } else if let (surname, end) = name(characters, at: index) {
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
        return length(of: Surnames.single, in: characters, at: 0) != nil && !ambiguous.contains(characters[0])
            && (2...3).contains(characters.count)
    }

    /// How long the surname is that begins a name at a position, and where the name ends with its title.
    private static func name(_ text: [Character], at start: Int) -> (surname: Int, end: Int)? {
        let surname =
            length(of: compound, in: text, at: start) ?? length(of: Surnames.single, in: text, at: start)
        guard let surname, length(of: staff, endingAt: start, in: text) == nil,
            length(of: noNames, in: text, at: start) == nil
        else { return nil }
        let behind = start + surname
        return titled(text, start, behind) ?? untitled(text, start, behind)
    }

    /// 张先生, 陈建国先生, 客户王总说.
    private static func titled(
        _ text: [Character], _ start: Int, _ behind: Int
    ) -> (surname: Int, end: Int)? {
        let isSingle = behind == start + 1
        guard !isSingle || !particles.contains(text[start]) else { return nil }
        let begins = begins(text, at: start)
        let isAmbiguous = isSingle && ambiguous.contains(text[start])
        if !isAmbiguous || begins {
            if let title = length(of: titles, in: text, at: behind) {
                return (behind - start, behind + title)
            }
            // 张总是说 is no 张总.
            if begins, let title = length(of: shortTitles, in: text, at: behind),
                ends(text, at: behind + title)
            {
                return (behind - start, behind + title)
            }
        }
        if isCustomer(text, before: start), let title = length(of: masters, in: text, at: behind),
            ends(text, at: behind + title)
        {
            return (behind - start, behind + title)
        }
        guard !isAmbiguous else { return nil }
        for given in [2, 1] {
            let end = behind + given
            guard end < text.count, text[behind..<end].allSatisfy(mayBeGiven),
                let title = length(of: formalTitles, in: text, at: end)
            else { continue }
            return (behind - start, end + title)
        }
        return nil
    }

    /// 客户张小明说, 车主叫刘强.
    private static func untitled(
        _ text: [Character], _ start: Int, _ behind: Int
    ) -> (surname: Int, end: Int)? {
        let isNamed = length(of: naming, endingAt: start, in: text) != nil
        let isThing = behind == start + 1 && Surnames.beginsThing(text[start])
        guard isNamed || isCustomer(text, before: start), !isThing else { return nil }
        let isAmbiguous = behind == start + 1 && ambiguous.contains(text[start])
        for given in [2, 1] {
            let end = behind + given
            guard end <= text.count, text[behind..<end].allSatisfy(mayBeGiven),
                Surnames.isGiven(text[end - 1])
            else { continue }
            let isFull = given == 2 || behind > start + 1
            let isEnd = end == text.count || !isHan(text[end])
            if length(of: deeds, in: text, at: end) != nil
                || isFull && length(of: places, in: text, at: end) != nil
                || isEnd && (isNamed || isFull && !isAmbiguous)
            {
                return (behind - start, end)
            }
        }
        return nil
    }

    /// Whether a word may begin at a position: nothing is before it, or what leaves no doubt.
    private static func begins(_ text: [Character], at position: Int) -> Bool {
        position == 0 || !isHan(text[position - 1]) || leading.contains(text[position - 1])
            || isCustomer(text, before: position) || length(of: naming, endingAt: position, in: text) != nil
    }

    /// Whether what a person does, or nothing, follows.
    private static func ends(_ text: [Character], at position: Int) -> Bool {
        position >= text.count || !isHan(text[position]) || length(of: deeds, in: text, at: position) != nil
    }

    private static func isCustomer(_ text: [Character], before position: Int) -> Bool {
        length(of: customers, endingAt: position, in: text) != nil
    }

    /// Where the name of a city or province ends that begins at a position; nothing where none does.
    private static func place(_ text: [Character], at start: Int) -> Int? {
        (2...3).map { start + $0 }.last { end in
            guard end <= text.count else { return false }
            let word = String(text[start..<end])
            return Gazetteer.china.city(named: word) != nil || Gazetteer.china.province(named: word) != nil
        }
    }

    private static func mayBeGiven(_ character: Character) -> Bool {
        isHan(character) && !functional.contains(character)
    }

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
    /// Surnames that stand in sentences as other words: before a title they are these.
    private static let particles = Set("和向连应同对")
    /// Surnames that are everyday words as well, which need a beginning of a word before them.
    private static let ambiguous = Set(
        "高何马田于任石夏方白江段雷龙史万钱武常温文安易关左包尚成谷曲路游管房解时农古简车项麦党费冷全边师明池查单季盛宁康华章商金黄余叶程许曾")
    private static let titles = words("先生 女士 小姐 太太 大哥 大姐 大爷 大妈 大叔 阿姨 叔叔 老板 老师")
    private static let formalTitles = words("先生 女士 小姐")
    private static let shortTitles = words("总 哥 姐 医生")
    /// Who repairs cars is called so, too.
    private static let masters = words("师傅")
    private static let customers = words("客户 车主 顾客 用户 车友 买家 客人 一位 有位 有个")
    /// Behind these stands a name.
    private static let naming = words(
        "客户叫 客户名叫 客户姓名 客户姓名： 客户姓名: 客户姓 客户是 车主叫 车主名叫 车主姓名 车主姓名： 车主姓名: 车主姓 车主是 顾客叫 客人叫")
    private static let deeds = words("说 讲 反映 反馈 投诉 抱怨 表示 觉得 认为 嫌 吐槽 反应 要求 来电 来店 到店 进店")
    /// What stands behind a full name as well.
    private static let places = words("的 在 对 打电话 昨天 今天")
    /// Before a name, as no part of a word.
    private static let leading = Set("和与跟及的了给找问请让被是天午晚早")
    private static let staff = words("顾问 销售 经理 技师 店长 主管 客服 员工 专员 师傅 总监 同事 前台")
    /// Of no given name.
    private static let functional = Set("的了是和与跟在到都很也不又就还没有说要让给被把向对从个位人车店来去家两着过地得吗呢吧")
    /// What begins as a name does and is none.
    private static let noNames = words(
        "周末 周一 周二 周三 周四 周五 周六 周日 周边 周围 周期 周到 周年 张口 张嘴 张贴 王牌 孙子 孙女 胡乱 胡说 罗列 谢谢 谢绝 唐突 陈述 陈列 陈旧 董事 朱红 林荫 林肯 林海 杨梅 吴语 徐徐 郭外 范围 梁上 陆续 汪洋 严重 严格 严明 顾虑 顾客 贾宝 毛病 毛刺 戴着 莫名 孔里 汤水 凌晨 焦急 焦虑 尤其 毕竟 毕业 施压 施工 符合 司机 岳母 岳父 蓝牙 涂料 童车 童年 辛苦 耿直 曹操 荣威 荣幸 吉利 简直 单独 商量 高兴 高明 高峰 高超 安静 安宁 冷静 文明 文静 温和 明明 明华 华丽 华晨 成龙 金华 金刚 金星 江宁 康宁 常常 万一 于是 何时 何必 关于 石英 马上 钱江 海马 舒适 舒服 颜色 付款 柴油 宁愿 左右 庄重 郑重 殷勤 屈服 农民 麻烦 房东 沙发 席间 甘愿 祝愿 盛赞 齐声 对方 女方 男方 双方 官方 店方 甲方 乙方"
    )
}
