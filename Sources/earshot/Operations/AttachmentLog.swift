import Earshot

/// What the log says of attachments that could not be fetched.
enum AttachmentLog {
    /// The reason names a host at most; neither the address nor what it leads to stands in it.
    @Sendable static func record(_ channel: String, _ fault: AttachmentFault) {
        var fields: [(StaticString, String)] = [
            ("chat.channel", channel), ("fault.code", fault.code.rawValue), ("fault.message", fault.words),
        ]
        if fault.code == .hostNotAllowed {
            fields.append(("fault.hint", "add the host to attachments.hosts if it is the platform's"))
        }
        Log.write(.warning, "an attachment could not be fetched", fields)
    }
}
