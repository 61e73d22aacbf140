/// The migrations of showing what people sent.
extension BotSchema {
    /// `attachment` is what a delivery shows; its own `bytes` are none then, so that nothing of an attachment outlasts it.
    static let shownAttachments = """
        ALTER TABLE delivery_picture ADD COLUMN attachment INTEGER;
        CREATE INDEX suggestion_attachment_by_message ON suggestion_attachment (channel, message);
        """
}
