import Foundation
import Testing

/// A conversation of several people with the bot, as it is written in `Tests/Dialogues`:
///
/// ```
/// # 中途被打断的建议
/// + warning 杭州 fuel        there is such a warning from now on, A1; of a series 杭州 series:星驰X5, of praise
///                            杭州 rival:远岚:远岚M6
/// 王磊: 建议                 somebody says something to the robot
/// < 想提什么建议             the answer has these words
/// ! 出错                     and has these not
/// 王磊@群: 油耗怎么样         the same in the group that all are in
/// 王磊[图]: 建议：…           the same with a picture
/// =                          the platform sends the last message once more: the same answer
/// *kill*                     the program is killed and started again
/// > 刘洋: 新的建议            a message of the bot's own reaches somebody, with these words
/// ```
///
/// Blank lines and lines from `//` on say nothing.
struct DialogueScript: Sendable, CustomTestStringConvertible {
    var title: String
    var file: String
    var steps: [Step] = []

    struct Step: Sendable {
        var line: Int
        var action: Action
    }

    enum Action: Sendable {
        case warning(city: String, matter: String)
        case say(String, by: String, inGroup: Bool, withPicture: Bool)
        case expect(String)
        case expectNot(String)
        case repeated
        case kill
        case reaches(String, words: String)
    }

    var testDescription: String { "\(file): \(title)" }

    struct Unreadable: Error {
        var file: String
        var line: Int
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Dialogues")

    /// Every dialogue of the folder, in the order of the files' names.
    static let all: Result<[DialogueScript], any Error> = Result {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            .sorted()
            .flatMap { try read($0) }
    }

    static func read(_ file: String) throws -> [DialogueScript] {
        try read(String(contentsOf: folder.appending(path: file), encoding: .utf8), of: file)
    }

    /// - Throws: `Unreadable` with the number of the line, from 1.
    static func read(_ text: String, of file: String) throws -> [DialogueScript] {
        var scripts: [DialogueScript] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("//") else { continue }
            if line.hasPrefix("# ") {
                scripts.append(DialogueScript(title: String(line.dropFirst(2)), file: file))
                continue
            }
            guard !scripts.isEmpty, let action = action(line) else {
                throw Unreadable(file: file, line: index + 1)
            }
            scripts[scripts.count - 1].steps.append(Step(line: index + 1, action: action))
        }
        return scripts
    }

    private static func action(_ line: String) -> Action? {
        func rest(_ mark: String) -> String? {
            line.hasPrefix(mark) ? line.dropFirst(mark.count).trimmingCharacters(in: .whitespaces) : nil
        }
        if line == "*kill*" { return .kill }
        if line == "=" { return .repeated }
        if let words = rest("< ") { return .expect(words) }
        if let words = rest("! ") { return .expectNot(words) }
        if let told = rest("> "), let (name, words) = split(told) { return .reaches(name, words: words) }
        if let named = rest("+ warning ") {
            let words = named.split(separator: " ").map(String.init)
            return words.count == 2 ? .warning(city: words[0], matter: words[1]) : nil
        }
        guard let (name, words) = split(line) else { return nil }
        let (inGroup, withPicture) = (name.hasSuffix("@群"), name.hasSuffix("[图]"))
        let speaker = String(name.dropLast(inGroup ? 2 : withPicture ? 3 : 0))
        return .say(words, by: speaker, inGroup: inGroup, withPicture: withPicture)
    }

    private static func split(_ line: String) -> (name: String, words: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let words = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return words.isEmpty ? nil : (String(line[..<colon]), words.replacing("\\n", with: "\n"))
    }
}
