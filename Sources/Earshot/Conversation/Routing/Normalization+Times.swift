extension Normalization {
    /// The first thing that reads like an hour of the clock or a day of a schedule and is none, as it is written: 25:30, 17:60,
    /// 25点, 每月32号, 每周八. For messages that say when something shall come.
    var impossibleTime: String? {
        for start in scalars.indices {
            guard !goesOn(at: start), let number = Numerals.read(scalars, at: start),
                let end = endOfImpossible(number.value, at: start, number.end)
            else { continue }
            let written = String(
                String.UnicodeScalarView(scalars[start..<end].compactMap(Unicode.Scalar.init)))
            return isEvery(Normalization.week, before: start) ? "周\(written)" : written
        }
        return nil
    }

    private func endOfImpossible(_ value: Int, at start: Int, _ end: Int) -> Int? {
        switch scalar(end) {
        case Normalization.colon:
            guard let minute = Numerals.read(scalars, at: end + 1) else { return nil }
            return value > 23 || minute.value > 59 ? minute.end : nil
        // 点 and 时
        case 0x70B9, 0x65F6:
            guard value <= 23 else { return end + 1 }
            guard let minute = Numerals.read(scalars, at: end + 1), minute.value > 59 else { return nil }
            return minute.end
        // 号 and 日, of a month: 近60日 is a length.
        case 0x53F7?, 0x65E5?:
            guard isEvery(Normalization.month, before: start) else { return nil }
            return (1...31).contains(value) ? nil : end + 1
        default: return isEvery(Normalization.week, before: start) && !(1...7).contains(value) ? end : nil
        }
    }

    /// Whether a number at a position began before it.
    private func goesOn(at position: Int) -> Bool {
        guard position > 0, Numerals.read(scalars, at: position - 1) != nil else { return false }
        func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
        return isDigit(scalars[position - 1]) == isDigit(scalars[position])
    }

    private func isEvery(_ words: [[UInt32]], before position: Int) -> Bool {
        words.contains { scalars[..<position].suffix($0.count).elementsEqual($0) }
    }

    private func scalar(_ position: Int) -> UInt32? {
        scalars.indices.contains(position) ? scalars[position] : nil
    }

    private static let colon: UInt32 = 0x3A
    private static let week = ["每周", "每星期", "每礼拜"].map { $0.unicodeScalars.map(\.value) }
    private static let month = ["每月", "每月的", "每个月", "每个月的"].map { $0.unicodeScalars.map(\.value) }

    /// Whether it is nothing but digits.
    var isNumber: Bool {
        !scalars.isEmpty && scalars.allSatisfy { (0x30...0x39).contains($0) || $0 == Normalization.separator }
    }
}

extension Router {
    /// Keeps an hour or day that is none as it was written, so that nothing is subscribed to at another time.
    func settleSchedule(of understood: inout Understood, _ message: MessageFeatures) {
        guard understood.request.intent == .subscriptionAdd, let time = message.text.impossibleTime else {
            return
        }
        understood.request.slots.schedule = time
    }
}
