extension Prompt {
    static let briefing = Prompt(
        "briefing",
        [
            "inGroup": false, "none": false,
            "matters": [
                [
                    "warning": .object(
                        WarningWords.subjectExample.merging([
                            "name": "A12", "guidance": "请客户到店检测", "unclaimed": true, "own": true,
                            "further": "2",
                        ]) { $1 }),
                    "action": .object(ActionValues.example.merging(["further": "2"]) { $1 }),
                    "proposed": ["count": "2", "question": "客户要退车怎么办"],
                    "overdue": .object(SuggestionWords.example.merging(["count": "2"]) { $1 }),
                    "decided": .object(SuggestionWords.example), "waiting": ["count": "3"],
                    "aspect": ["place": "杭州", "aspect": "油耗", "count": "76", "rise": "120%"],
                    "report": .object(Subscribed.exampleName), "note": true,
                ]
            ],
        ])

    static let ofBriefings: [Prompt] = [briefing]
}
