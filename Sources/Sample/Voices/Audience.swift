import Earshot

/// Who writes and how many listen.
enum Audience {
    /// A nickname as people choose them; some write often.
    static func author(_ random: inout SeededRandom) -> String {
        var name = random.pick(first)
        name += random.pick(second)
        if random.chance(0.45) { name += String(random.number(in: 1...999)) }
        return name
    }

    /// One of the few accounts that many follow.
    static func opinionLeader(_ random: inout SeededRandom) -> String { random.pick(leaders) }

    /// Most posts get a handful of likes, one in a thousand goes round.
    static func likes(_ random: inout SeededRandom) -> Int {
        Int(0.8 / (random.fraction() + 0.0006))
    }

    private static let first = [
        "老王", "小李", "阿强", "大刘", "陈叔", "林子", "阿May", "橙子", "北方的", "江南", "爱吃辣的", "熬夜的", "早起的",
        "佛系", "快乐的", "一只", "隔壁", "奔三的", "二胎", "山里的", "海边的", "追风", "摸鱼", "加班的", "路过的", "认真",
        "慢慢", "深夜", "周末", "清晨", "想飞的", "胖胖的", "戴眼镜的", "会修车的", "爱自驾的", "铁锅", "豆浆", "番茄", "青柠",
        "月半",
    ]

    private static let second = [
        "爱开车", "在路上", "的日常", "车主", "奶爸", "宝妈", "看世界", "说车", "同学", "老师傅", "选手", "先生", "小姐姐", "猫",
        "熊", "兔子", "柠檬", "西瓜", "咖啡", "馒头", "不迷路", "慢慢开", "向前冲", "不加班", "打工人", "的车库", "跑山", "钓鱼佬",
        "露营", "大叔", "本人", "来了", "说两句", "没睡醒", "上高速", "加满油",
    ]

    private static let leaders = [
        "车事老陈说", "小鹿试驾", "工程师阿木", "电车观察员", "大嘴聊车", "胖哥选车", "南方车评", "家用车研究所", "女司机可可",
        "拆车老周", "十万公里俱乐部", "老杨养车记",
    ]
}
