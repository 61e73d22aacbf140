extension SettingsCheck {
    mutating func check(_ languageModel: Settings.LanguageModel) {
        if languageModel.address.contains("/chat/completions") {
            report(
                "languageModel.address", "is too long by /chat/completions",
                hint: "end it before, as in https://dashscope.aliyuncs.com/compatible-mode/v1")
        } else if let server = languageModel.server {
            checkAllowed(server, of: "languageModel.address")
        } else {
            report(
                "languageModel.address", "\"\(languageModel.address)\" is no address of a server",
                hint:
                    "what stands before /chat/completions: https://dashscope.aliyuncs.com/compatible-mode/v1")
        }
        let name = languageModel.model
        if name.isEmpty || name.utf8.count > 200 || name.utf8.contains(where: { $0 < 0x20 }) {
            report("languageModel.model", "is no name of a model", hint: "as the server has it: qwen-plus")
        }
        if let key = languageModel.key { read("languageModel.key", key) }
        checkRange("languageModel.textsPerDay", languageModel.textsPerDay, 0...1_000_000)
        checkRange("languageModel.requestsAtOnce", languageModel.requestsAtOnce, 1...16)
        checkRange("languageModel.requestSeconds", languageModel.requestSeconds, 1...300)
        checkRange("languageModel.margin", languageModel.margin, 0.01...0.5)
        checkRange("languageModel.days", languageModel.days, 1...3650)
    }
}
