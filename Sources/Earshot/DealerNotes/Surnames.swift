/// The usual Chinese surnames, and the characters with which given names usually end.
enum Surnames {
    /// Those of one character.
    static let single: [[Character]] = usual.map { [$0] }

    /// Whether a text begins as a name does, and as hardly anything else.
    static func begin(_ text: String) -> Bool {
        text.first.map { usual.contains($0) && !beginsThing($0) } ?? false
    }

    /// Whether more everyday words than names begin with a character.
    static func beginsThing(_ character: Character) -> Bool { things.contains(character) }

    /// Whether a given name may end with a character.
    static func isGiven(_ character: Character) -> Bool { given.contains(character) }

    private static let usual = Set(
        "张王李赵刘陈杨黄周吴徐孙朱胡高林罗郭何马郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
    )
    private static let things = Set("和向连应同对车路时全管解查包冷常从师项党费边池明农尚于关简单商柴游房席沙左付")
    private static let given = Set(
        "伟强磊军洋勇艳杰娟涛明超秀霞平刚桂英芳娜敏静丽红玲飞鹏辉斌波宇浩凯健俊帆雪梅琳婷宁燕丹萍莉建国华林峰洁龙海云兰凤珍琴琪瑶佳倩颖璐晨曦轩睿涵怡欣悦妍彤菲蕾慧莹晶薇岚蓉莲菊芬萱楠博翔宏志鑫鸣毅坤达旭阳亮彬昊晖栋梁松柏森淼焱熠钧铭锋锐钢祥福贵荣昌盛文武斐哲睿豪杰雄虎泽源润清波涵涌江河湖民生才德仁义礼信忠诚良善庆兴旺喜乐康泰"
    )
}
