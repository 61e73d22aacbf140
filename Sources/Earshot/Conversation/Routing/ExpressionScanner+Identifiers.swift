extension ExpressionScanner {
    private static let orderUnits: [Literal] = ["条", "个", "项", "号", "家", "名"]

    /// A12, a-12 for a warning; #128, no.128 for a suggestion.
    func appendIdentifier(at position: Int, to tokens: inout [Token]) {
        switch scalar(position) {
        case 0x61:  // a
            guard position == 0 || !isASCIIWord(scalars[position - 1]) else { return }
            var index = position + 1
            let sign = scalar(index)
            if sign == 0x2D || sign == 0x23 || sign == Normalization.separator { index += 1 }
            guard isDigit(scalar(index)), let number = Numerals.read(scalars, at: index),
                number.value > 0, !isASCIILetter(scalar(number.end))
            else { return }
            let end = scalar(number.end) == Sign.number ? number.end + 1 : number.end
            add([.alert(number.value)], position..<end, &tokens)
        case 0x71:  // q
            appendLatinQuarter(at: position, to: &tokens)
        case 0x23:  // #
            guard let number = Numerals.read(scalars, at: position + 1) else { return }
            let end = scalar(number.end) == Sign.number ? number.end + 1 : number.end
            add([.hash(number.value)], position..<end, &tokens)
        default:
            return
        }
    }

    /// 第128条, 第二个.
    func appendOrdinal(at position: Int, to tokens: inout [Token]) {
        guard let number = Numerals.read(scalars, at: position + 1), number.value > 0 else { return }
        add([.ordinal(number.value)], position..<skip(Self.orderUnits, at: number.end), &tokens)
    }
}
