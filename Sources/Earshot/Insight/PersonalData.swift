/// Masks what identifies a person before a customer's text is shown or logged: mobile and landline numbers, plates,
/// VIN, ID numbers, WeChat ids, e-mail addresses.
///
/// Works on the text's scalars in one pass for runs of Latin letters and digits, with full-width forms folded and
/// characters without width passed over, so 138 0013 8000, １３８００１３８０００ and 138\u{200B}0013\u{200B}8000 are
/// found as well.
public enum PersonalData {
    public static func masked(_ text: String) -> String {
        var scan = Scan(text)
        return scan.masked()
    }

    private struct Scan {
        /// The text, and the places in it of the scalars that can be seen.
        private var original: [Unicode.Scalar]
        private let text: String
        private var hidesSomething = false
        private let places: [Int]
        private let scalars: [Unicode.Scalar]
        private let folded: [UInt8]

        init(_ text: String) {
            let original = Array(text.unicodeScalars)
            self.original = original
            self.text = text
            places = original.indices.filter { Scan.hasWidth(original[$0]) }
            scalars = places.map { original[$0] }
            folded = scalars.map(Scan.fold)
        }

        /// False for format characters (zero-width space and joiner, direction marks, byte order mark) and
        /// variation selectors, with which people hide a number from the platform's own filter.
        private static func hasWidth(_ scalar: Unicode.Scalar) -> Bool {
            // ASCII, and Chinese characters with their punctuation.
            if scalar.isASCII || (0x3000...0x9FFF).contains(scalar.value) { return true }
            let properties = scalar.properties
            return properties.generalCategory != .format && properties.isVariationSelector == false
        }

        /// ASCII of a scalar, full-width forms folded; 0 for everything else.
        private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
            switch scalar.value {
            case 0x21...0x7E: UInt8(scalar.value)
            case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
            case 0x20, 0x3000, 0xA0: 0x20
            case 0xB7, 0x2022: 0x2E  // the dot in a plate
            default: 0
            }
        }

        mutating func masked() -> String {
            var index = 0
            while index < folded.count {
                let start = index
                if let plate = plate(behind: index) {
                    hide(plate)
                    index = plate.upperBound
                } else if let end = spelledNumberEnd(from: index) ?? groupedMobileEnd(from: index) {
                    hide(start..<end)
                    index = end
                } else if Scan.isDigit(folded[index]), let end = numberEnd(from: index) {
                    hide(start..<end)
                    index = end
                } else if Scan.isWord(folded[index]) {
                    let end = wordEnd(from: index)
                    judge(start..<end)
                    index = end
                } else {
                    index += 1
                }
            }
            // Most texts have nothing to hide.
            guard hidesSomething else { return text }
            var masked = String.UnicodeScalarView()
            masked.append(contentsOf: original)
            return String(masked)
        }

        /// The end of a number that may be grouped by single blanks or hyphens, where it is one to hide by its length:
        /// a mobile number also with other digits behind it; nothing for prices, years and distances.
        private func numberEnd(from start: Int) -> Int? {
            if start > 0, Scan.isWord(folded[start - 1]) { return nil }
            var (digits, together, index, end) = (0, 0, start, start)
            var landlineEnd: Int?
            while index < folded.count {
                let byte = folded[index]
                if Scan.isDigit(byte) {
                    digits += 1
                    together += 1
                    end = index + 1
                    let isGroupEnd = end == folded.count || !Scan.isWord(folded[end])
                    if isGroupEnd, digits == 11, folded[start] == 0x31 { return end }
                    if isGroupEnd, (10...12).contains(digits), folded[start] == 0x30 { landlineEnd = end }
                } else if byte != 0x20 && byte != 0x2D || index > end {
                    break
                } else {
                    together = 0
                }
                index += 1
            }
            if let landlineEnd { return landlineEnd }
            if end < folded.count, Scan.isWord(folded[end]) { return nil }
            let isService = digits == 10 && (folded[start] == 0x34 || folded[start] == 0x38) && together < 10
            return isService || together >= 13 || digits >= 15 ? end : nil
        }

        /// The end of a number with Chinese digits among its own (1380013八零零零), where one begins at an index: a mobile
        /// number, grouped or not, or a run as long as one. Quantities of that length have 万 or 千 in them.
        private func spelledNumberEnd(from start: Int) -> Int? {
            guard let first = digit(at: start), start == 0 || digit(at: start - 1) == nil else { return nil }
            var (digits, index, end, isSpelled, isGrouped) = (0, start, start, false, false)
            var second: UInt8?
            var mobileEnd: Int?
            while index < folded.count, !isGrouped || digits <= 11 {
                if let digit = digit(at: index) {
                    digits += 1
                    if digits == 2 { second = digit }
                    if folded[index] == 0 { isSpelled = true }
                    end = index + 1
                    if digits == 11, isSpelled, end == folded.count || self.digit(at: end) == nil {
                        mobileEnd = end
                    }
                } else if folded[index] == 0x20 || folded[index] == 0x2D, index == end {
                    isGrouped = true
                } else {
                    break
                }
                index += 1
            }
            if let mobileEnd, first == 1, (3...9).contains(second ?? 0) { return mobileEnd }
            return isSpelled && digits >= 11 && !isGrouped ? end : nil
        }

        /// The value of an ASCII or a Chinese digit.
        private func digit(at index: Int) -> UInt8? {
            if folded[index] != 0 { return Scan.isDigit(folded[index]) ? folded[index] - 0x30 : nil }
            return Scan.spelledDigits[scalars[index]]
        }

        private static let spelledDigits: [Unicode.Scalar: UInt8] = {
            var digits: [Unicode.Scalar: UInt8] = [:]
            for row in ["零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "○幺"] {
                for (value, scalar) in row.unicodeScalars.enumerated() { digits[scalar] = UInt8(value) }
            }
            return digits
        }()

        /// The end of a mobile number written as 137/0013/8000, with one and the same mark between its groups.
        private func groupedMobileEnd(from start: Int) -> Int? {
            let end = start + 13
            guard end <= folded.count, folded[start] == 0x31, (0x33...0x39).contains(folded[start + 1]),
                start == 0 || !Scan.isWord(folded[start - 1]),
                end == folded.count || !Scan.isWord(folded[end])
            else { return nil }
            let mark = folded[start + 3]
            guard "/\\.,~|:;+=".utf8.contains(mark), folded[start + 8] == mark else { return nil }
            let isNumber = (start..<end).allSatisfy { index in
                index == start + 3 || index == start + 8 || Scan.isDigit(folded[index])
            }
            return isNumber ? end : nil
        }

        /// What is to hide of a plate (GA 36-2018) whose province stands at an index: a letter, then five or six letters
        /// or digits of which the last may be 学, 警, 挂, 领, 港 or 澳, with or without blanks or a dot between.
        private func plate(behind province: Int) -> Range<Int>? {
            guard Scan.provinces.contains(scalars[province]) else { return nil }
            var start = province + 1
            if start < folded.count, folded[start] == 0x20 || folded[start] == 0x2E { start += 1 }
            guard start < folded.count, Scan.isLetter(folded[start]) else { return nil }
            var index = start + 1
            while index < folded.count, index < start + 3, folded[index] == 0x20 || folded[index] == 0x2E {
                index += 1
            }
            var (count, digits) = (0, 0)
            while index < folded.count, Scan.isDigit(folded[index]) || Scan.isLetter(folded[index]) {
                count += 1
                if Scan.isDigit(folded[index]) { digits += 1 }
                index += 1
            }
            if count == 4, index < scalars.count, Scan.plateEndings.contains(scalars[index]) {
                return digits >= 2 ? start..<index + 1 : nil
            }
            return (5...6).contains(count) && digits >= 1 ? start..<index : nil
        }

        private static let provinces = Set(
            "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)
        private static let plateEndings = Set("学警挂领港澳".unicodeScalars)

        private func wordEnd(from start: Int) -> Int {
            var end = start
            while end < folded.count, Scan.isWord(folded[end]) || isInnerMark(at: end) { end += 1 }
            return end
        }

        /// `@ . _ -` between two letters or digits keep an address or an id together.
        private func isInnerMark(at index: Int) -> Bool {
            let marks: [UInt8] = [0x40, 0x2E, 0x2D]
            return marks.contains(folded[index]) && index > 0 && index + 1 < folded.count
                && Scan.isWord(folded[index - 1]) && Scan.isWord(folded[index + 1])
        }

        private mutating func judge(_ range: Range<Int>) {
            let word = folded[range]
            let digits = word.count { Scan.isDigit($0) }
            let letters = word.count { Scan.isLetter($0) }
            let telephoneOrIdentity = digits >= 11
            let vehicle = word.count == 17 && digits >= 4 && digits + letters == 17
            let address = word.contains(0x40)
            if telephoneOrIdentity || vehicle || address || isChatID(range) {
                hide(range)
            }
        }

        /// 微信号 abc123, vx:abc123, 加V abc123, ➕Vabc123, vxabc123: an id of at least five characters with such a
        /// word before it or as its beginning.
        private func isChatID(_ range: Range<Int>) -> Bool {
            guard range.count >= 5 else { return false }
            let start = folded[range.prefix(2)].map { $0 | 0x20 }
            if range.count >= 7, start == [0x76, 0x78] || start == [0x77, 0x78] { return true }
            var index = range.lowerBound - 1
            while index >= 0, Scan.isSeparator(scalars[index]) { index -= 1 }
            guard index >= 0 else { return false }
            let before = lowercased(max(0, index - 5)...index)
            if Scan.channels.contains(where: { before.hasSuffix($0) }) { return true }
            let colon = scalars[index + 1..<range.lowerBound].contains { ":：".unicodeScalars.contains($0) }
            if colon, Scan.shortChannels.contains(where: { before.hasSuffix($0) }) { return true }
            // 加Vabc123 is one run of letters and digits; 加VTEC is no id.
            let isMarked = folded[range].contains { Scan.isDigit($0) || $0 == 0x5F }
            return start[0] == 0x76 && isMarked && index == range.lowerBound - 1 && range.count >= 6
                && before.hasSuffix("加")
        }

        /// A stretch before an id in lower case and half width, + written as 加.
        private func lowercased(_ range: ClosedRange<Int>) -> String {
            var text = String.UnicodeScalarView()
            for index in range {
                let byte = folded[index]
                switch byte {
                case 0: text.append(scalars[index] == "➕" ? "加" : scalars[index])
                case 0x2B: text.append("加")
                case 0x41...0x5A: text.append(Unicode.Scalar(byte + 0x20))
                default: text.append(Unicode.Scalar(byte))
                }
            }
            return String(text)
        }

        /// What people write before a chat id, and what says so only before a colon.
        private static let channels = [
            "微信", "微信id", "薇信", "威信", "徽信", "v信", "vx", "wx", "weixin", "wechat", "qq", "加v", "加微", "加薇",
            "加威",
        ]
        private static let shortChannels = ["v", "微", "薇", "威"]

        private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
            " :：,，是为（(号我".unicodeScalars.contains(scalar)
        }

        /// Leaves the first and the last characters of a long run, so that a reader sees what it was.
        private mutating func hide(_ range: Range<Int>) {
            hidesSomething = true
            let keep = range.count >= 10 ? 2 : 1
            for index in range.dropFirst(keep).dropLast(keep) where folded[index] != 0x20 {
                original[places[index]] = "*"
            }
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        private static func isLetter(_ byte: UInt8) -> Bool {
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        private static func isWord(_ byte: UInt8) -> Bool {
            isDigit(byte) || isLetter(byte) || byte == 0x5F
        }
    }
}
