import Earshot

extension RecordWriter {
    mutating func add(_ form: SuggestionForm) {
        add(form.step.rawValue)
        add(form.words) { $0.add($1) }
        add(form.about) { $0.add($1) }
        add(form.urgency) { $0.add($1.rawValue) }
        add(form.messages) { record, message in
            record.add(message.channel)
            record.add(message.id)
        }
        add(form.similar) { $0.add(Int($1)) }
    }
}

extension RecordReader {
    mutating func suggestionForm() throws -> SuggestionForm {
        let step = try number()
        let words = try optional { try $0.string() }
        let about = try optional { try $0.string() }
        let urgency = try optional { try $0.number() }
        let messages = try list { MessageKey(channel: try $0.string(), id: try $0.string()) }
        let similar = try list { Int64(try $0.number()) }
        return SuggestionForm(
            step: try known(SuggestionForm.Step(rawValue: step)), words: words, about: about,
            urgency: try urgency.map { try known(Suggestion.Urgency(rawValue: $0)) }, messages: messages,
            similar: similar)
    }
}
