import Earshot

extension [Reply.Choice] {
    /// Those that mean something by themselves: all but what leads to the rest of them.
    var plain: [Reply.Choice] { filter { !$0.isFurther } }

    /// Which of them have buttons on a card that has room for so many, and which do not.
    ///
    /// Where some do not, the last button is what leads to them, if there is such a choice: then all can be pressed.
    func buttons(atMost most: Int) -> (shown: [Reply.Choice], left: [Reply.Choice]) {
        let plain = self.plain
        guard plain.count > most, let further = first(where: \.isFurther) else {
            return (Array(plain.prefix(most)), Array(plain.dropFirst(most)))
        }
        return (plain.prefix(most - 1) + [further], Array(plain.dropFirst(most - 1)))
    }
}
