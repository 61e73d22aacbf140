extension String {
    /// The text in at most so many bytes of UTF-8: cut at a character's end and closed with `…` where it is longer.
    func shortened(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        let mark = "…"
        var room = limit - mark.utf8.count
        var end = startIndex
        while end < endIndex {
            room -= self[end].utf8.count
            guard room >= 0 else { break }
            end = index(after: end)
        }
        return self[..<end] + mark
    }
}
