import HTTP

extension PageFile {
    /// The file, or 304 when the browser has this edition of it.
    ///
    /// A browser may keep the file but asks each time (`no-cache`), so that a new program shows its new page
    /// at once.
    func response(to request: Request) -> Response {
        var headers = SecurityHeaders.page
        headers["Cache-Control"] = "no-cache"
        headers["ETag"] = tag
        let known = request.headers.all("If-None-Match").joined(separator: ",").split(separator: ",")
        if known.contains(where: { isTag($0) }) { return .empty(status: 304, headers: headers) }
        return .bytes(bytes, type: type, headers: headers)
    }

    /// Weak comparison, as RFC 9110, 13.1.2 asks: a proxy that compresses makes a tag weak.
    private func isTag(_ candidate: Substring) -> Bool {
        var text = candidate.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        if text.hasPrefix("W/") { text.removeFirst(2) }
        return text == tag || text == "*"
    }
}
