extension Normalization {
    /// How often something shall come, where that is neither once every day, week nor month, as it is written: 每两周, 隔周, 双周,
    /// 每三天, 每季度, 两周一次, 每天两次, 每2个工作日, 最后一个工作日. For messages that say when something shall come: nothing else may stand in for it.
    var unofferedInterval: String? {
        for start in scalars.indices {
            if let end = Self.others.lazy.compactMap({ end(of: $0, at: start) }).max() ?? endOfMultiple(start)
                ?? endOfRepeated(start) ?? endOfCounted(start)
            {
                return String(String.UnicodeScalarView(scalars[start..<end].compactMap(Unicode.Scalar.init)))
            }
        }
        return nil
    }

    /// A report that comes at such an interval, as it is named: 季报. 本季报告 is none.
    var unofferedReport: String? {
        for start in scalars.indices {
            for name in Self.reports {
                guard let end = end(of: name, at: start),
                    end == scalars.count || !Self.continued.contains(scalars[end])
                else { continue }
                return String(String.UnicodeScalarView(name.compactMap(Unicode.Scalar.init)))
            }
        }
        return nil
    }

    /// Whether a time that was refused is such an interval: no hour and no day.
    static func isInterval(_ time: String) -> Bool {
        let text = Normalization(time)
        return text.unofferedInterval?.count == time.count || text.unofferedReport == time
    }

    /// 每两周, 每隔一天, 两周一次.
    private func endOfMultiple(_ start: Int) -> Int? {
        let between = end(of: Self.between, at: start) ?? end(of: Self.gap, at: start)
        let head = between ?? end(of: Self.every, at: start)
        guard let number = Numerals.read(scalars, at: head ?? start) else { return nil }
        var end = number.end
        end = self.end(of: Self.piece, at: end) ?? end
        guard number.value > (between == nil ? 1 : 0),
            let behind = Self.units.lazy.compactMap({ self.end(of: $0, at: end) }).max()
        else { return nil }
        guard head == nil else { return behind }
        // Of 每月15日一次 the number is a day.
        return isDayOfMonth(start) ? nil : self.end(of: Self.once, at: behind)
    }

    /// 每天两次, 每周发两次, 一周两次.
    private func endOfRepeated(_ start: Int) -> Int? {
        guard let head = end(of: Self.every, at: start) ?? end(of: Self.one, at: start) else { return nil }
        let unit = end(of: Self.piece, at: head) ?? head
        guard var end = Self.days.lazy.compactMap({ self.end(of: $0, at: unit) }).max() else { return nil }
        for word in Self.sending {
            if let behind = self.end(of: word, at: end) { end = behind }
        }
        guard let number = Numerals.read(scalars, at: end), number.value > 1 else { return nil }
        return Self.times.lazy.compactMap { self.end(of: $0, at: number.end) }.max()
    }

    /// 最后一个工作日, 第二个周五: a day that is counted within a month.
    private func endOfCounted(_ start: Int) -> Int? {
        var head = end(of: Self.last, at: start) ?? end(of: Self.first, at: start)
        if head == nil, let ordinal = end(of: Self.ordinal, at: start) {
            head = Numerals.read(scalars, at: ordinal)?.end
        }
        guard let head, let piece = end(of: Self.piece, at: head) else { return nil }
        if let end = end(of: Self.workday, at: piece) {
            // 从下周第一个工作日起 is a day from which on.
            return end < scalars.count && Self.beginning.contains(scalars[end]) ? nil : end
        }
        guard let week = Self.weeks.lazy.compactMap({ self.end(of: $0, at: piece) }).max(),
            week < scalars.count, ExpressionScanner.weekday(scalars[week]) != nil
        else { return nil }
        return week + 1
    }

    /// Whether a number at a position says which day of a month.
    private func isDayOfMonth(_ start: Int) -> Bool {
        scalars[..<start].last { !isDigit($0) && !Self.numerals.contains($0) } == Self.month
    }

    private func end(of words: [UInt32], at position: Int) -> Int? {
        scalars.dropFirst(position).starts(with: words) ? position + words.count : nil
    }

    private static func letters(of text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    private static let every = letters(of: "每")
    private static let between = letters(of: "每隔")
    private static let gap = letters(of: "隔")
    private static let piece = letters(of: "个")
    private static let once = letters(of: "一次")
    private static let one = letters(of: "一")
    private static let (last, first, ordinal) = (letters(of: "最后一"), letters(of: "首"), letters(of: "第"))
    private static let beginning = letters(of: "起开")
    private static let workday = letters(of: "工作日")
    private static let weeks = ["周", "星期", "礼拜"].map(letters(of:))
    private static let month = letters(of: "月")[0]
    private static let reports = ["季报", "季度报", "半年报", "年报", "双周报", "双月报"].map(letters(of:))
    /// What makes another word of 报: 报告, 报表, 报道.
    private static let continued = letters(of: "告表道价名修")
    private static let numerals = letters(of: "一二三四五六七八九十")
    private static let days = ["天", "日", "周", "星期", "礼拜", "月", "工作日"].map(letters(of:))
    private static let sending = ["发", "推送", "推", "给我", "来", "要"].map(letters(of:))
    private static let times = ["次", "回", "遍"].map(letters(of:))
    private static let units = ["天", "日", "工作日", "周", "星期", "礼拜", "月", "季度", "季", "年", "小时", "钟头"].map(
        letters(of:))
    private static let others = [
        "隔周", "隔天", "隔日", "隔月", "每隔周", "每隔天", "双周", "双月", "半月一次", "每半月", "每半个月", "每季度", "每个季度", "每半年", "每年",
        "每小时", "每个小时", "每半天",
    ].map(letters(of:))
}
