extension SendOutcome {
    /// The same without a secret in the platform's words, which go to the log and to lists: a platform may repeat what it was sent.
    public func without(_ secret: String) -> SendOutcome {
        func cleaned(_ remark: PlatformRemark) -> PlatformRemark {
            guard remark.words.contains(secret) else { return remark }
            return PlatformRemark(code: remark.code, words: remark.words.replacing(secret, with: "…"))
        }
        return switch self {
        case .sent: self
        case .tokenInvalid(let remark): .tokenInvalid(cleaned(remark))
        case .retry(let after, let remark): .retry(after: after, cleaned(remark))
        case .tooFast(let wait, let remark): .tooFast(wait: wait, cleaned(remark))
        case .recipientGone(let remark): .recipientGone(cleaned(remark))
        case .refused(let remark): .refused(cleaned(remark))
        case .channelStopped(let remark): .channelStopped(cleaned(remark))
        case .unclear(let repeatIsSafe, let remark):
            .unclear(repeatIsSafe: repeatIsSafe, cleaned(remark))
        }
    }
}
