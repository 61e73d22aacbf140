import Earshot
import LanguageModels
import PlatformClients

/// What `earshot check --online` finds out about the site's language model.
struct LanguageModelCheck {
    private let server: LanguageModelServer
    private let settings: Settings.LanguageModel

    /// Nothing for a site that has none.
    init?(_ site: Site) throws {
        guard let settings = site.settings.languageModel, let server = try site.languageModel() else {
            return nil
        }
        self.server = server
        self.settings = settings
    }

    /// Asks it once, about a sentence that is made up. Nothing that it answers is shown.
    func finding() async -> Finding {
        let trial = await server.trial()
        return Finding(trial == .sound ? .fine : .fault, "languageModel", advice(trial))
    }

    private func advice(_ trial: LanguageModelServer.Trial) -> Advice {
        switch trial {
        case .sound:
            Advice(
                "the model \(settings.model) answers in the form that it is asked for",
                "模型 \(settings.model) 可用，应答格式正确")
        case .unusable(let reason):
            Advice(
                "the model \(settings.model) answers, but not in the form that it is asked for (\(reason)): nothing would "
                    + "come of it. Take one that answers in JSON and does not think aloud",
                "模型 \(settings.model) 有应答，但格式不符（\(reason)）：请换用能按 JSON 格式输出、不输出思考过程的模型")
        case .declined(let reason):
            Advice(
                "\(reason): the server does not take the request: look at languageModel.model",
                "\(reason)：服务器拒绝请求，请检查 languageModel.model")
        case .unavailable(let trouble):
            ConnectionAdvice.explanation(
                of: trouble.code, server: settings.server ?? settings.address) ?? advice(trouble.code)
        }
    }

    private func advice(_ code: String) -> Advice {
        switch code {
        case "status 401", "status 403":
            Advice(
                "\(code): the server does not take the key: look at languageModel.key",
                "\(code)：密钥无效，请检查 languageModel.key")
        case "status 404":
            Advice(
                "\(code): the server knows no such path or model: look at languageModel.address, which ends before "
                    + "/chat/completions, and at languageModel.model",
                "\(code)：路径或模型不存在，请检查 languageModel.address（不含 /chat/completions）和 languageModel.model")
        case "status 402", "status 429":
            Advice(
                "\(code): the account's rate or balance is used up", "\(code)：已超出账号的速率限制或余额不足")
        case "no completion":
            Advice(
                "what answers is no OpenAI-compatible interface: look at languageModel.address",
                "应答不是 OpenAI 兼容接口的格式，请检查 languageModel.address")
        default:
            Advice(
                "\(code): the server cannot answer, or wants to be asked elsewhere (redirects are not followed)",
                "\(code)：服务器暂时无法应答，或要求改用其他地址（不会跟随重定向）")
        }
    }
}
