/// What a character is for the division of a text into clauses and words.
enum Traits {
    static let none: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    /// Joins an enumeration: 、 and /.
    static let pause: UInt8 = 3
    /// Ends a clause within a sentence.
    static let comma: UInt8 = 4
    /// Ends a sentence.
    static let stop: UInt8 = 5
    /// Ends a sentence and makes it a question.
    static let question: UInt8 = 6
    /// A full stop or comma unless it stands between digits.
    static let point: UInt8 = 7

    /// The traits of all scalars of the basic plane, in half width.
    static let table: [UInt8] = {
        var table = [UInt8](repeating: none, count: 0x10000)
        for value in 0x30...0x39 { table[value] = digit }
        for value in 0x61...0x7A { table[value] = letter }
        for value in 0x41...0x5A { table[value] = letter }
        let groups: [(String, UInt8)] = [
            ("、/", pause), ("，;；:： \t~～()（）「」“”\"—|", comma), ("。!！\n\r…", stop), ("?？", question),
            (".,", point),
        ]
        for (characters, trait) in groups {
            for scalar in characters.unicodeScalars { table[Int(scalar.value)] = trait }
        }
        for value in 0xFF10...0xFF19 { table[value] = digit }
        for value in 0xFF21...0xFF3A { table[value] = letter }
        for value in 0xFF41...0xFF5A { table[value] = letter }
        table[0x3000] = comma
        return table
    }()
}
