import Crypto
import Earshot

/// What a platform sends to an address to see who answers there, and what it wants to hear: to be tried before the
/// platform tries it.
public struct CallbackTrial: Sendable {
    public let call: PlatformCall
    /// So long the platform waits, as far as it says.
    public let patience: Duration
    private let isRight: @Sendable ([UInt8]) -> Bool

    /// Unpredictable bytes that a trial is made with.
    public static let randomCount = 32

    init(
        _ call: PlatformCall, patience: Duration, isRight: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.call = call
        self.patience = patience
        self.isRight = isRight
    }

    /// What is to be made of the body of an answer with status 200.
    public func verdict(on body: [UInt8]) -> CallbackVerdict {
        if isRight(body) { return .right }
        let text = body.drop { CallbackTrial.isDecoration($0) }
        let bare = Array(
            text.prefix(text.count - text.reversed().prefix { CallbackTrial.isDecoration($0) }.count))
        if bare.isEmpty { return .empty }
        if isRight(bare) { return .decorated }
        return bare.first == UInt8(ascii: "<") ? .page : .wrong
    }

    /// Blanks, line breaks, quotes, and the bytes of a byte order mark.
    private static func isDecoration(_ byte: UInt8) -> Bool {
        [0x20, 0x09, 0x0A, 0x0D, 0x22, 0x27, 0xEF, 0xBB, 0xBF].contains(byte)
    }
}

/// How an answer compares with what the platform wants.
public enum CallbackVerdict: Sendable, Hashable {
    case right
    /// The right one with a line break, quotes or a byte order mark around it, which platforms do not take.
    case decorated
    case empty
    /// A page of HTML: something else than the service answers.
    case page
    case wrong
}

extension EnvelopeKey {
    /// The check of an address as WeCom does it: the decrypted `echostr` is wanted, bare, within a second. Source:
    /// developer.work.weixin.qq.com, documents 90238 and 101033.
    func echoTrial(at address: String, now: Timestamp, random: [UInt8]) throws(CryptoError) -> CallbackTrial {
        let echo = Array(Hexadecimal.encode(Array(random[16..<32])).utf8)
        let signed = try sealed(
            echo, timestamp: String(now.milliseconds / 1000),
            nonce: Hexadecimal.encode(Array(random[16..<20])),
            random: Array(random[..<16]))
        let call = PlatformCall(
            address, method: .get, query: signed.query + [.init("echostr", signed.encrypted)],
            repeatIsSafe: true)
        return CallbackTrial(call, patience: .seconds(1)) { $0 == echo }
    }

    /// A text encrypted, and the query that signs it.
    func sealed(
        _ text: [UInt8], timestamp: String, nonce: String, random: [UInt8]
    ) throws(CryptoError) -> (encrypted: String, query: [PlatformCall.Field]) {
        let encrypted = try seal(text, random: random)
        let signature = signature(timestamp: timestamp, nonce: nonce, encrypted: encrypted)
        return (
            encrypted,
            [.init("msg_signature", signature), .init("timestamp", timestamp), .init("nonce", nonce)]
        )
    }
}
