import Earshot

/// What a person thinks of an answer, as `earshot feedback` prints it.
enum FeedbackSheet {
    /// One line of the list, its fields separated by tabs.
    static func line(of rated: RatedAnswer, calendar: LocalCalendar) -> String {
        let feedback = rated.feedback
        return [
            String(rated.number), calendar.text(of: rated.givenAt), "\(feedback.verdict)",
            reasons(of: feedback),
            rated.answer.map { understood($0.request) } ?? "", feedback.account, comment(of: feedback) ?? "",
        ].map(Terminal.field).joined(separator: "\t")
    }

    /// One line of what failed most, its fields separated by tabs.
    static func line(of failed: FailedQuestion) -> String {
        var request = Request(failed.intent)
        request.slots.aspect = failed.matter.aspect
        request.slots.polarity = failed.matter.polarity
        request.slots.product = failed.matter.product
        return [
            String(failed.count), understood(request), failed.words ?? "",
            failed.reasons.map { "\($0.reason.rawValue) \($0.count)" }.joined(separator: ","),
            String(failed.example.number), failed.answer ?? "", failed.comment ?? "",
        ].map(Terminal.field).joined(separator: "\t")
    }

    /// A name and a value a line, then the answer that was given.
    static func text(of rated: RatedAnswer, calendar: LocalCalendar) -> String {
        let feedback = rated.feedback
        let fields: [(String, String?)] = [
            ("number", String(rated.number)), ("given", calendar.text(of: rated.givenAt)),
            ("verdict", "\(feedback.verdict)"),
            ("reasons", feedback.reasons.isEmpty ? nil : reasons(of: feedback)),
            ("words", comment(of: feedback)), ("account", feedback.account),
            ("channel", feedback.event.channel), ("message", feedback.message),
            ("answered", rated.answer.map { calendar.text(of: $0.at) }),
            ("understood", rated.answer.map { understood($0.request) }),
        ]
        let answer = rated.answer.map { Terminal.harmless(TerminalText.of($0.reply)) }
        return
            (fields.compactMap { name, value in value.map { "\(name)\t\(Terminal.field($0))" } }
            + ["", answer ?? "the answer is not known any more"]).joined(separator: "\n")
    }

    /// The intent and what was said with it: `insight.quotes aspect=fuel city=杭州 polarity=negative`.
    private static func understood(_ request: Request) -> String {
        var named = request.slots.named
        named["store"] = request.store
        let further = request.slots
        named["area"] = further.area?.name
        named["product"] = further.product.map { name($0.brand, $0.series ?? "") }
        named["ofRivals"] = further.ofRivals == true ? "true" : nil
        named["rivalPolarity"] = further.rivalPolarity?.rawValue
        named["against"] =
            if case .rivals(let rivals)? = further.against {
                "rivals:" + rivals.map { name($0.brand, $0.series) }.joined(separator: ",")
            } else {
                further.against?.name
            }
        let slots = named.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return ([request.intent.rawValue] + slots).joined(separator: " ")
    }

    /// 云途, or 云途/云途L7.
    private static func name(_ brand: String, _ series: String) -> String {
        series.isEmpty ? brand : "\(brand)/\(series)"
    }

    private static func reasons(of feedback: Feedback) -> String {
        feedback.reasons.map(\.rawValue).joined(separator: ",")
    }

    /// The person's own words, in which somebody's number may stand.
    private static func comment(of feedback: Feedback) -> String? {
        feedback.comment.map(PersonalData.masked)
    }
}
