import ChatPlatforms
import Earshot

extension Reply {
    /// Whether a platform shows a reply to its end.
    ///
    /// A message that is too long ends with a sentence for that; where another sentence makes another message of it,
    /// something was cut off.
    ///
    /// - Parameter write: The message as the platform gets it.
    static func isWhole<Message: Equatable>(_ write: (ReplyTexts) -> Message?) -> Bool {
        let messages = ["…", "……"].map { end in
            write(
                ReplyTexts(
                    more: end, waiting: "", apology: "", unidentified: "", further: "", underWay: { $0 },
                    chosen: { $0 }))
        }
        return messages[0] == messages[1]
    }
}
