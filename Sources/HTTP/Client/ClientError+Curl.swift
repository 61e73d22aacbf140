internal import CCurl

extension ClientError {
    /// libcurl's failure in terms of this module. Its own message is left out: it may quote the URL.
    init(_ code: CURLcode, host: String) {
        let reason = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            self.init(
                code: .timedOut, message: "\(host) did not answer in time",
                hint: "Try again later, or raise the time limit.")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            self.init(
                code: .cannotResolve, message: "the name \(host) cannot be resolved",
                hint: "Check the name and the machine's DNS.")
        case CURLE_COULDNT_CONNECT:
            self.init(
                code: .cannotConnect, message: "no connection to \(host)",
                hint: "Check that the service is up and that a firewall lets it through.")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER:
            self.init(
                code: .tls, message: "no trusted TLS connection to \(host): \(reason)",
                hint: "Check the certificate, the certificate authorities and the machine's clock.")
        case CURLE_OUT_OF_MEMORY:
            self = .outOfMemory
        default:
            self.init(
                code: .connectionFailed, message: "the exchange with \(host) failed: \(reason)",
                hint: "Try again later.")
        }
    }
}
