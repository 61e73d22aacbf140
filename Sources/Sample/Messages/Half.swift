/// Every list of words and sentences is dealt out in turn: one half may be looked at while the understanding is
/// improved, the other one only tells whether the improvement holds for words nobody tuned it to.
public enum Half: String, Sendable, CaseIterable {
    case tuned
    case heldOut = "held out"

    /// The half of a list, in its order.
    func of<Element>(_ elements: [Element]) -> [Element] {
        elements.indices.filter { $0 % 2 == (self == .tuned ? 0 : 1) }.map { elements[$0] }
    }
}
