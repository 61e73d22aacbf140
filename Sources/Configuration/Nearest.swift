/// The known word that a mistyped one most likely means, or nothing when none is near.
///
/// Method: Damerau-Levenshtein distance over neighbours (optimal string alignment), at most a third of the
/// word's length.
public func nearest(to word: String, among known: [String]) -> String? {
    let limit = max(1, word.count / 3)
    let scored = known.map {
        (word: $0, distance: distance(Array(word.lowercased()), Array($0.lowercased())))
    }
    return scored.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.word
}

private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
        var row = [i + 1]
        for (j, other) in right.enumerated() {
            var best = min(rows[i][j] + (letter == other ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
                best = min(best, rows[i - 1][j - 1] + 1)
            }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[left.count][right.count]
}
