/// The migrations of what platforms say of a message they took.
extension BotSchema {
    /// Of deliveries from before it is not known: a press on them counts as one where others read along.
    static let receiptChats = """
        ALTER TABLE delivery ADD COLUMN receipt_chat TEXT;
        CREATE INDEX delivery_by_receipt ON delivery (channel, receipt) WHERE receipt_chat IS NOT NULL;
        """
}
