public import ChatPlatforms
import Crypto
public import Earshot

/// What comes to a 智能机器人 of WeCom: an address that works for five minutes, and behind it bytes that are encrypted with
/// the robot's key. Source: developer.work.weixin.qq.com, document 100719.
public struct WeComBotMedia: MediaWay {
    private let bot: WeComBot
    private let addresses: MediaAddress

    public init(_ bot: WeComBot, addresses: MediaAddress) {
        self.bot = bot
        self.addresses = addresses
    }

    public func fetch(
        _ attachment: MessageAttachment, of message: String, limit: Int
    ) async throws(AttachmentFault) -> [UInt8] {
        // Padding adds 32 bytes at most.
        let encrypted = try await addresses.fetch(attachment.locator, limit: limit + 32)
        do {
            return try bot.decryptMedia(encrypted)
        } catch {
            throw AttachmentFault(.undecipherable, words: error.message)
        }
    }
}

/// What comes to an application of WeCom: an identifier that works for three days. Source: document 90254.
public struct WeComAppMedia: MediaWay {
    private let sender: WeComSender

    public init(_ sender: WeComSender) {
        self.sender = sender
    }

    public func fetch(
        _ attachment: MessageAttachment, of message: String, limit: Int
    ) async throws(AttachmentFault) -> [UInt8] {
        switch await sender.media(attachment.locator, limit: limit) {
        case .value(let bytes): return bytes
        case .failed(let outcome): throw AttachmentFault(outcome)
        }
    }
}

/// What comes to a robot of DingTalk: a code, for which the platform gives an address that works for a short time.
public struct DingTalkMedia: MediaWay {
    private let sender: DingTalkSender
    private let addresses: MediaAddress

    public init(_ sender: DingTalkSender, addresses: MediaAddress) {
        self.sender = sender
        self.addresses = addresses
    }

    public func fetch(
        _ attachment: MessageAttachment, of message: String, limit: Int
    ) async throws(AttachmentFault) -> [UInt8] {
        switch await sender.downloadAddress(code: attachment.locator) {
        case .value(let address): return try await addresses.fetch(address, limit: limit)
        case .failed(let outcome): throw AttachmentFault(outcome)
        }
    }
}

/// What comes to an application of Feishu: a key that works together with its message.
public struct FeishuMedia: MediaWay {
    private let sender: FeishuSender

    public init(_ sender: FeishuSender) {
        self.sender = sender
    }

    public func fetch(
        _ attachment: MessageAttachment, of message: String, limit: Int
    ) async throws(AttachmentFault) -> [UInt8] {
        // Both stand in the path, whose parts "." and ".." are taken out before it is asked for (RFC 3986, 5.2.4), however
        // they are written.
        guard FeishuMedia.isName(attachment.locator), FeishuMedia.isName(message) else {
            throw AttachmentFault(.refused, words: "no key of a file")
        }
        let answered = await sender.resource(
            attachment.locator, of: message, isPicture: attachment.kind == .picture, limit: limit)
        switch answered {
        case .value(let bytes): return bytes
        case .failed(let outcome): throw AttachmentFault(outcome)
        }
    }

    /// Whether a text can be the name of one thing in a path.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text != "." && text != ".."
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "\\")
            }
    }
}
