/// The words beside a city's name, normalised, by the character next to the name: most have another one.
struct PlaceNeighbours: Sendable {
    typealias Words = [UInt16: [[UInt16]]]

    let home: Words
    let local: Words
    let passingBefore: Words
    let passingBehind: Words

    init(_ words: PlaceWords<[UInt16]>) {
        home = Dictionary(grouping: words.home) { $0[$0.count - 1] }
        local = Dictionary(grouping: words.local) { $0[0] }
        passingBefore = Dictionary(grouping: words.passingBefore) { $0[$0.count - 1] }
        passingBehind = Dictionary(grouping: words.passingBehind) { $0[0] }
    }
}
