/// Fills a text up to whole blocks so that the filling can be told from the text (PKCS#7, RFC 5652 §6.3):
/// n bytes of value n, 1…`multiple` of them.
public struct Padding: Sendable, Hashable {
    /// Padded texts are a multiple of this many bytes.
    public let multiple: Int

    private init(multiple: Int) {
        self.multiple = multiple
    }

    /// The usual padding to blocks of AES.
    public static let to16 = Padding(multiple: 16)
    /// The padding of WeCom and DingTalk: twice the block of AES.
    public static let to32 = Padding(multiple: 32)

    /// Appends the padding.
    public func pad(_ text: inout [UInt8]) {
        let length = multiple - text.count % multiple
        text.append(contentsOf: repeatElement(UInt8(length), count: length))
    }

    /// Removes the padding after checking every byte of it.
    ///
    /// Always looks at the last `multiple` bytes without branching on them, so that time does not tell how
    /// much of the padding was right.
    public func unpad(_ text: inout [UInt8]) throws(CryptoError) {
        guard let last = text.last, text.count.isMultiple(of: multiple) else { throw .padding }
        let length = Int(last)
        var wrong = isNegative(length - 1) | isNegative(multiple - length)
        for position in 0..<multiple {
            let isPadding = isNegative(position - length)
            let byte = Int(text[text.count - 1 - position])
            wrong |= isPadding & (byte ^ length)
        }
        guard wrong == 0 else { throw .padding }
        text.removeLast(length)
    }

    /// All bits set for a negative number, none otherwise.
    private func isNegative(_ number: Int) -> Int {
        number >> (Int.bitWidth - 1)
    }
}
