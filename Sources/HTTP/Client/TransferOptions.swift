internal import CCurl

/// Sets the options of one easy handle and remembers whether all were taken.
final class TransferOptions {
    private let handle: UnsafeMutableRawPointer
    private(set) var succeeded = true

    init(_ handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    /// Only this URL, by its own scheme, straight or through the configured proxy, with the peer verified.
    func confine(to url: OpaquePointer, usesTLS: Bool, _ configuration: ClientConfiguration) {
        check(earshot_set_pointer(handle, CURLOPT_CURLU, UnsafeMutableRawPointer(url)))
        set(CURLOPT_PROTOCOLS_STR, usesTLS ? "https" : "http")
        set(CURLOPT_REDIR_PROTOCOLS_STR, usesTLS ? "https" : "http")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = configuration.certificateAuthorities { set(CURLOPT_CAINFO, file) }
        // An empty proxy also keeps the environment's from being used.
        set(CURLOPT_PROXY, configuration.proxy ?? "")
        set(CURLOPT_NOPROXY, "")
        set(CURLOPT_USERAGENT, configuration.userAgent)
        // Timeouts without signals, which would hit some other thread.
        set(CURLOPT_NOSIGNAL, 1)
    }

    func limit(time: Duration, connect: Duration) {
        set(CURLOPT_TIMEOUT_MS, milliseconds(time))
        set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(min(connect, time)))
    }

    func method(_ method: Method, body: [UInt8]) {
        switch method {
        case .get where body.isEmpty: set(CURLOPT_HTTPGET, 1)
        case .head where body.isEmpty: set(CURLOPT_NOBODY, 1)
        default:
            set(CURLOPT_POST, 1)
            set(CURLOPT_CUSTOMREQUEST, method.rawValue)
            // The size first: it says how much is copied.
            check(earshot_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
            body.withUnsafeBytes { bytes in
                let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
                if bytes.isEmpty {
                    set(CURLOPT_COPYPOSTFIELDS, "")
                } else {
                    check(earshot_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, start))
                }
            }
        }
    }

    /// The header lines, which the caller frees after the handle.
    func fields(_ headers: Headers) -> UnsafeMutablePointer<curl_slist>? {
        var list: UnsafeMutablePointer<curl_slist>?
        func append(_ line: String) {
            guard let longer = curl_slist_append(list, line) else { return succeeded = false }
            list = longer
        }
        // Without waiting a second for "100 Continue".
        append("Expect:")
        if headers["Content-Type"] == nil { append("Content-Type:") }
        // A semicolon is libcurl's way of writing a field without a value.
        for field in headers.fields {
            append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        check(earshot_set_pointer(handle, CURLOPT_HTTPHEADER, list))
        return list
    }

    func callbacks(context: UnsafeMutableRawPointer) {
        check(earshot_set_sink(handle, CURLOPT_WRITEFUNCTION, transferReceivedBody))
        check(earshot_set_pointer(handle, CURLOPT_WRITEDATA, context))
        check(earshot_set_sink(handle, CURLOPT_HEADERFUNCTION, transferReceivedHeader))
        check(earshot_set_pointer(handle, CURLOPT_HEADERDATA, context))
        check(earshot_set_socket_opener(handle, transferOpensSocket))
        check(earshot_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context))
        check(earshot_set_pointer(handle, CURLOPT_PRIVATE, context))
    }

    private func set(_ option: CURLoption, _ value: Int) {
        check(earshot_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) {
        check(earshot_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) {
        if code != CURLE_OK { succeeded = false }
    }

    /// At least one: libcurl reads zero as no limit.
    private func milliseconds(_ duration: Duration) -> Int {
        let (seconds, attoseconds) = duration.components
        return max(1, Int(min(seconds, 86_400)) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
