extension ServerConfiguration {
    /// What libmicrohttpd keeps of one header field beside its bytes.
    private static let bytesPerField = 64
    /// For the head of an answer, and the steps in which libmicrohttpd enlarges its buffer for reading.
    private static let reserve = Answer.fieldsLimit + (4 << 10)

    /// The memory of one connection.
    ///
    /// libmicrohttpd (0.9.75) puts the head of the request, its list of the fields and the head of the answer into
    /// it. Where the first two leave no room for the third, it closes without an answer, so a request within the
    /// limits must never get there. It begins by taking half for reading, of which nothing comes back.
    var connectionMemory: Int {
        let rest = fieldLimit * ServerConfiguration.bytesPerField + ServerConfiguration.reserve
        return max(headerLimit + rest, 2 * rest)
    }
}
