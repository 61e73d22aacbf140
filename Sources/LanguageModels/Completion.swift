import Earshot
import HTTP
import JSON

/// What came of having a language model write a message.
enum Completion {
    /// What it wrote, to its end.
    case words(String)
    /// It wrote something else than a whole message, for a reason.
    case unusable(String)
    /// The server does not take this request (too long for its model, or against its rules), or answers it with far too much.
    case declined(String)
    /// It cannot be asked now, or something else answered in its place.
    case unavailable(SecondReaderTrouble)

    init(_ response: ClientResponse) {
        let status = "status \(response.status)"
        switch response.status {
        case 200: self = Completion.read(response)
        case 400, 413, 422: self = .declined(status)
        default:
            let seconds = response.headers["Retry-After"].flatMap { Int($0) }
            self = .unavailable(
                SecondReaderTrouble(
                    code: status, retryAfter: seconds.map { .seconds(min(max(0, $0), 86_400)) }))
        }
    }

    private static func read(_ response: ClientResponse) -> Completion {
        let type = response.headers["Content-Type"]?.prefix { $0 != ";" }.lowercased() ?? ""
        guard type == "application/json" || type.hasSuffix("+json"),
            let answer = try? JSONValue(response.body), case .array(let choices) = answer["choices"],
            let choice = choices.first, case .object = choice["message"]
        else { return .unavailable(SecondReaderTrouble(code: "no completion")) }
        let message = choice["message"]
        guard choice["finish_reason"].text == "stop" else { return .unusable("cut off") }
        guard message["tool_calls"].elements.isEmpty, message["function_call"] == .null,
            case .string(let words) = message["content"]
        else { return .unusable("no words") }
        return .words(words)
    }
}
