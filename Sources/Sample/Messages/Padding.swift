/// Words that people put around a wish without changing it.
enum Padding {
    /// Before and after; `~` stands for the wish.
    static let polite = lines(
        """
        麻烦帮我看一下~谢谢
        请问~
        您好,~,谢谢!
        老师好,~😊
        老师,麻烦问下~🙏
        你好 请帮忙~ 辛苦了
        不好意思打扰一下,~
        打扰了,想请教一下~
        劳驾,~,多谢
        拜托了,~🙏🙏
        ~,谢谢老师
        ~,麻烦了,感谢!
        亲,~哈
        亲爱的小助手,~么么哒
        ~👍
        ~,辛苦啦[抱拳]
        早上好,~
        下午好呀~,谢谢您
        各位好,请教下~
        领导您好,~,非常感谢
        """)

    static let spoken = lines(
        """
        嗯,~
        呃,~
        那个,~
        那个那个,~
        嗯嗯那个啥,~
        额…就是说,~
        哎,~
        诶,我说,~
        这个嘛,~
        就是,嗯,~吧
        喂,~啊
        哎呀,~嘛
        ~撒
        ~噻
        ~哈
        ~嘞
        俺想问问,~
        咱就是说,~
        ~哦
        ~咧
        我寻思着,~
        话说,~
        对了,~
        对咯,~
        """)

    /// Between two wishes.
    static let joints = lines(
        """
        ,再
        ,然后
        ,顺便
        ,另外
        ;还有,
        。还要
        ,接着
        ,同时
        ,最后
        ,并且
        然后再
        ,顺便再
        """)

    private static func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
}
