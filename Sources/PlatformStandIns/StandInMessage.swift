/// A message as a request brought it: for whom, and the words that people would read.
public struct StandInMessage: Sendable, Equatable {
    /// People, or the group's, the robot's or the answered message's name.
    public let recipients: [String]
    /// What the platform calls its kind: text, markdown, interactive, …
    public let kind: String
    /// Line by line, with the platform's marks in them; empty for a picture.
    public let words: String

    init(to recipients: [String], kind: String, words: [String]) {
        self.recipients = recipients
        self.kind = kind
        self.words = words.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
