extension SuggestionService {
    /// The pictures that came with a suggestion, which follow as messages of their own, and what is not shown.
    func attachments(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        guard let showing else { return unknown(question) }
        // How many there are is read by whoever sees the suggestion, and who may open them.
        guard scope(of: question).opensAttachments(of: suggestion) else {
            return answer(suggestion, ["closed": true], isRefusal: true, question)
        }
        guard !question.isInGroup else {
            return answer(suggestion, ["inGroup": true], isRefusal: true, question)
        }
        let kept = try await showing.desk.attachments(
            of: nil, forSuggestion: suggestion.number, limit: Int(Int32.max)
        ).reversed()
        // What its sender was told is gone by now is, also where nothing has removed it yet.
        let all = kept.filter { $0.forgetAt > question.now }.enumerated().map {
            AttachmentShowing.Entry(kept: $1, place: $0 + 1)
        }
        let hasLost = try await desk.hasLostAttachments(suggestion.number)
        let isLost = hasLost || all.count < kept.count
        guard !all.isEmpty else {
            let isOwn = suggestion.filer.person == question.person.id
            return answer(
                suggestion, ["none": true, "lost": .flag(isLost), "own": .flag(isOwn)], question)
        }
        let offset = min(question.page?.offset ?? 0, all.count - 1)
        let entries = all.dropFirst(offset).prefix(AttachmentShowing.most)
        let way = try await showing.way(to: question.origin)
        var shown: [AttachmentShowing.Entry] = []
        var others: [TextValue] = []
        for entry in entries {
            if let obstacle = try await showing.obstacle(to: entry.kept, on: way) {
                others.append(line(of: entry, obstacle, of: all.count, on: way))
            } else {
                shown.append(entry)
            }
        }
        let last = offset + entries.count
        var answer = answer(
            suggestion,
            [
                "count": .count(all.count), "sent": shown.isEmpty ? false : .count(shown.count),
                "elsewhere": .flag(way?.channel != question.origin?.message.channel),
                "others": .list(others), "lost": .flag(isLost),
                "further": .flag(last < all.count), "from": .count(offset + 1), "to": .count(last),
            ], question)
        if last < all.count { answer.more = Page(request: question.request, offset: last) }
        if let way, let origin = question.origin, !shown.isEmpty {
            answer.effects = [
                .showAttachments(
                    AttachmentsShown(
                        shown.count, of: suggestion, to: origin.viewer,
                        try showing.deliveries(
                            of: shown, of: suggestion, count: all.count, to: origin, on: way,
                            at: question.now)))
            ]
        }
        return answer
    }

    private func answer(
        _ suggestion: Suggestion, _ values: [String: TextValue], isRefusal: Bool = false,
        _ question: Question
    ) -> Answer {
        let none: [String: TextValue] = [
            "inGroup": false, "closed": false, "own": false, "none": false, "lost": false, "count": false,
            "sent": false, "elsewhere": false,
            "further": false, "from": false, "to": false, "others": .list([]),
        ]
        return Answer(
            .suggestionAttachments,
            .object(words(suggestion, question).values.merging(none) { $1 }.merging(values) { $1 }),
            isRefusal: isRefusal)
    }

    private func line(
        of entry: AttachmentShowing.Entry, _ obstacle: AttachmentObstacle, of count: Int, on way: PictureWay?
    ) -> TextValue {
        let kinds: [(String, MessageAttachment.Kind)] = [
            ("picture", .picture), ("file", .file), ("recording", .recording),
        ]
        return [
            "place": .count(entry.place), "count": .count(count),
            "kind": .flags(kinds.map { ($0, $1 == entry.kept.kind) }),
            "format": .text(entry.kept.format.fileExtension.uppercased()),
            "size": .text(SuggestionService.size(entry.kept.size)),
            "attachment": .text(String(entry.kept.number)),
            "limit": .count((way?.mostBytes ?? 0) >> 20),
            "reason": .flags(AttachmentObstacle.allCases.map { ($0.rawValue, $0 == obstacle) }),
            "saves": .flag(obstacle.leavesFile),
        ]
    }

    /// Bytes as people say them: 12 KB, 1.2 MB.
    private static func size(_ bytes: Int) -> String {
        guard bytes >= 1 << 20 else { return "\(max(1, bytes >> 10)) KB" }
        let tenths = (bytes * 10) >> 20
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
