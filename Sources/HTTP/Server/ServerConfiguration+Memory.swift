extension ServerConfiguration {
    /// What libmicrohttpd keeps of one header field, cookie or query argument beside its bytes.
    private static let bytesPerField = 64
    /// For the head of an answer, and the steps in which libmicrohttpd enlarges its buffer for reading.
    private static let reserve = Answer.fieldsLimit + (4 << 10)

    /// The memory of one connection.
    ///
    /// libmicrohttpd (0.9.75) puts the head of the request, a copy of its cookies, its list of the fields and the head
    /// of the answer into it. Where the others leave no room for the last, it closes without an answer, so a request
    /// within the limits must never get there. It begins by taking half for reading, of which nothing comes back.
    var connectionMemory: Int {
        let copiedCookies = headerLimit
        let list = fieldLimit * ServerConfiguration.bytesPerField
        return 2 * max(headerLimit, copiedCookies + list + ServerConfiguration.reserve)
    }
}
