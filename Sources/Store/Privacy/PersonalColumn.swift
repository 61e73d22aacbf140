/// What a column of texts may say of somebody.
enum PersonalColumn {
    /// An identifier of the directory, or an account that has none, and nothing else.
    case person
    /// Such identifiers, one a line.
    case people
    /// An account of a chat platform.
    case account
    /// A key that ends with an identifier behind a slash.
    case key
    /// What somebody wrote or was shown, or a record of it: names and accounts may stand in it, and an identifier such as `143`
    /// is a figure there.
    case words
    /// Words, or in the steps of a kind an identifier.
    case step(ofPerson: String)
    /// Nothing.
    case nobody

    /// By table, every column of texts there is.
    static let all: [String: [String: PersonalColumn]] = [
        "agreed_action": [
            "city": .nobody, "ended_by": .person, "news": .nobody, "owner": .person, "recorder": .person,
            "recorder_news": .nobody,
            "region": .nobody, "remark": .words, "words": .words,
        ],
        "alarm_share": ["subject": .nobody],
        "attachment": ["account": .account, "channel": .nobody, "format": .nobody, "message": .nobody],
        "binding": ["account": .account, "person": .person],
        "briefing": ["person": .person],
        "conversation": ["account": .account, "chat": .nobody, "state": .words],
        "delivery": [
            "channel": .nobody, "key": .key, "note": .words, "receipt": .nobody, "receipt_chat": .nobody,
            "recipient": .nobody, "reply": .words,
        ],
        "delivery_picture": ["upload": .nobody],
        "feedback": [
            "account": .account, "channel": .nobody, "comment": .words, "event": .nobody, "message": .nobody,
            "reasons": .nobody, "reply": .words, "request": .words,
        ],
        "hand_over": [
            "asker": .person, "before": .words, "city": .nobody, "ended_by": .person, "holder": .person,
            "store": .nobody,
        ],
        "hand_over_line": ["author": .person, "text": .words],
        "handled": [
            "account": .account, "channel": .nobody, "message": .nobody, "reply": .words, "request": .words,
        ],
        "inbox": ["channel": .nobody, "content": .words, "message": .nobody],
        "invitation": ["code_hash": .nobody, "person": .person, "redeemed_by": .account],
        "knowledge": [
            "answer": .words, "approver": .words, "filed_by": .person, "key": .words, "place": .nobody,
            "question": .words, "reason": .words, "retired_by": .person, "variants": .words,
        ],
        "knowledge_revision": [
            "actor": .person, "answer": .words, "approver": .words, "kind": .nobody, "place": .nobody,
            "question": .words, "reason": .words, "variants": .words,
        ],
        "note_asking": ["person": .person],
        "notice_decision": [
            "account": .account, "instead_of": .people, "notice": .nobody, "person": .person,
            "reason": .nobody, "reason_by": .person, "wish": .nobody,
        ],
        "quiet_hours": ["hours": .nobody, "person": .person],
        "rate": ["bucket": .nobody],
        "report": ["content": .words, "key": .nobody],
        "report_issue": ["kind": .nobody, "news": .words, "person": .person],
        "report_link": ["account": .account],
        "report_subscription": [
            "aspect": .nobody, "kind": .nobody, "person": .person, "place": .nobody, "schedule": .nobody,
            "subject": .nobody,
        ],
        "report_text": ["content": .words],
        "sparse_rise": ["subject": .nobody],
        "spent_address": ["address_hash": .nobody],
        "suggestion": [
            "aspect": .nobody, "decided_by": .person, "department": .words, "evidence": .words,
            "filer": .person, "filer_city": .nobody, "filer_dealer": .nobody, "filer_region": .nobody,
            "reason": .words, "series": .nobody, "words": .words,
        ],
        "suggestion_attachment": ["channel": .nobody, "message": .nobody],
        "suggestion_notice": ["person": .person],
        "suggestion_reminder": ["person": .person],
        "suggestion_step": ["actor": .person, "kind": .nobody, "note": .words],
        "suggestion_support": [
            "city": .nobody, "dealer": .nobody, "person": .person, "region": .nobody,
        ],
        "unanswered": ["key": .words, "text": .words],
        "voice_note": ["city": .nobody, "dealer": .nobody, "person": .person, "words": .words],
        "warning": [
            "assigned_by": .person, "end_remark": .words, "ended_by": .person, "evidence": .words,
            "guidance": .words, "loudness": .nobody, "owner": .person, "parts": .nobody,
            "silence_reason": .words,
            "silenced_by": .person, "subject": .nobody, "told_by": .person, "told_cities": .nobody,
        ],
        "warning_step": ["actor": .person, "kind": .nobody, "note": .step(ofPerson: "assigned")],
        "warning_subscription": [
            "aspect": .nobody, "person": .person, "place": .nobody, "subject": .nobody,
        ],
        "watch_position": ["name": .nobody],
        "wrong_code": ["account": .account],
    ]

    /// What a column is; one that nobody has listed is looked through for names and accounts.
    static func of(_ column: String, in table: String) -> PersonalColumn { all[table]?[column] ?? .words }
}
