/// Many word forms side by side, in three flat lists: every character of every message is looked up here.
struct WordForms: Sendable {
    /// What may stand anywhere, one behind the other.
    private var scalars: [UInt32] = []
    /// Ranges of `scalars`, those of one place side by side.
    private var choices: [Range<Int>] = []
    /// Those of one form side by side.
    private var places: [Place] = []
    /// Ranges of `places` with what the form means.
    private var forms: [(places: Range<Int>, sense: Sense)] = []
    /// Positions among `forms`, by the characters that their words begin with.
    private var beginning: [UInt32: [Int]] = [:]

    private struct Place {
        /// Among `WordForms.choices`, without the empty one.
        let choices: Range<Int>
        let canBeEmpty: Bool
        /// A bit for the remainder by 64 of each character that a choice begins with: most characters are told to
        /// begin none without looking at the choices.
        let beginnings: UInt64
    }

    /// Adds a form with its meaning.
    mutating func add(_ form: WordForm, _ sense: Sense) {
        let firstPlace = places.count
        for place in form.places {
            let firstChoice = choices.count
            for choice in place where !choice.isEmpty {
                choices.append(scalars.count..<scalars.count + choice.count)
                scalars += choice
            }
            places.append(
                Place(
                    choices: firstChoice..<choices.count, canBeEmpty: place.contains([]),
                    beginnings: place.compactMap(\.first).reduce(0) { $0 | WordForms.bit(of: $1) }))
        }
        for scalar in form.beginnings { beginning[scalar, default: []].append(forms.count) }
        forms.append((firstPlace..<places.count, sense))
    }

    /// Calls `body` with the end and the meaning of each word that begins at `start`. Words of more than 63
    /// characters are not found.
    func forEachWord(in text: [UInt32], from start: Int, _ body: (_ end: Int, _ sense: Sense) -> Void) {
        guard let candidates = beginning[text[start]] else { return }
        for index in candidates {
            var lengths = lengths(of: forms[index].places, in: text, from: start)
            while lengths != 0 {
                body(start + lengths.trailingZeroBitCount, forms[index].sense)
                lengths &= lengths - 1
            }
        }
    }

    /// Bit n stands for a word of n characters; there is none of no characters.
    private func lengths(of form: Range<Int>, in text: [UInt32], from start: Int) -> UInt64 {
        var reached: UInt64 = 1
        for place in form {
            var next: UInt64 = 0
            while reached != 0 {
                let length = reached.trailingZeroBitCount
                reached &= reached - 1
                if places[place].canBeEmpty { next |= 1 << UInt64(length) }
                guard start + length < text.count,
                    places[place].beginnings & WordForms.bit(of: text[start + length]) != 0
                else { continue }
                for choice in places[place].choices {
                    let characters = choices[choice]
                    if length + characters.count < 64, stands(characters, in: text, at: start + length) {
                        next |= 1 << UInt64(length + characters.count)
                    }
                }
            }
            if next == 0 { return 0 }
            reached = next
        }
        return reached & ~1
    }

    private static func bit(of scalar: UInt32) -> UInt64 { 1 << UInt64(scalar % 64) }

    private func stands(_ characters: Range<Int>, in text: [UInt32], at position: Int) -> Bool {
        guard position + characters.count <= text.count else { return false }
        var read = position
        for index in characters {
            if text[read] != scalars[index] { return false }
            read += 1
        }
        return true
    }
}
