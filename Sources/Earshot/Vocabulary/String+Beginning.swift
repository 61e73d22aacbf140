extension String {
    /// As much of the text's beginning as stands in so many bytes of UTF-8: for the words of strangers in logs and lists.
    ///
    /// It may end within a character, which can be of any length.
    public func beginning(bytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var room = limit
        let scalars = unicodeScalars.prefix { scalar in
            room -= UTF8.width(scalar)
            return room >= 0
        }
        return String(scalars)
    }
}
