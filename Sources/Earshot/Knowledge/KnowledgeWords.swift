/// An entry as templates are given it.
struct KnowledgeWords {
    let directory: any PeopleDirectory
    let calendar: LocalCalendar

    static let example: [String: TextValue] = [
        "name": "#12", "number": "12", "question": "刹车异响怎么解释", "answer": "低速轻微声响属正常", "variants": "刹车吱吱响",
        "place": "华东", "until": "2026-12-31", "approver": "赵敏", "filedAt": "2026-11-20", "filer": "赵敏",
        "over": false, "retired": false, "reason": "已更新",
    ]

    func values(of entry: KnowledgeEntry, on day: Day, namesPeople: Bool) -> [String: TextValue] {
        var values = self.values(of: entry.content)
        values["name"] = .text(entry.name)
        values["number"] = .text(String(entry.number))
        values["filedAt"] = .text(calendar.day(of: entry.filed.at).description)
        values["filer"] = .optional(namesPeople ? name(entry.filed.by) : nil)
        values["over"] = .flag(entry.isOver(on: day))
        values["retired"] = .flag(entry.retirement != nil)
        values["reason"] = .optional(entry.retirement?.reason)
        return values
    }

    func values(of content: KnowledgeEntry.Content) -> [String: TextValue] {
        [
            "question": .text(content.question), "answer": .text(content.answer),
            "variants": .optional(
                content.variants.isEmpty ? nil : content.variants.joined(separator: " | ")),
            "place": content.place.name.map(TextValue.text) ?? Phrase.nation.with(),
            "until": .optional(content.validUntil?.description), "approver": .text(content.approver),
        ]
    }

    func history(_ revisions: [KnowledgeChange]) -> TextValue {
        .list(
            revisions.map { revision in
                [
                    "kind": KnowledgeWords.kind(revision.kind),
                    "at": .text(calendar.text(of: revision.mark.at)),
                    "by": .text(name(revision.mark.by)), "answer": .text(revision.entry.content.answer),
                    "reason": .optional(revision.entry.retirement?.reason),
                ]
            })
    }

    static func kind(_ kind: KnowledgeChange.Kind) -> TextValue {
        .flags(KnowledgeChange.Kind.allCases.map { ($0.rawValue, $0 == kind) })
    }

    private func name(_ person: String) -> String { directory.name(of: person) ?? person }
}
