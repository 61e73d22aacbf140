/// A voice as it was taken in, on its way to be read again.
public struct StoredVoice: Sendable {
    /// The store's number of it; voices are read in its order.
    public var number: Int64
    public var voice: Voice
    /// What it was read as before; nothing where all that its source said is known.
    public var earlier: Earlier?

    public init(number: Int64, voice: Voice, earlier: Earlier? = nil) {
        self.number = number
        self.voice = voice
        self.earlier = earlier
    }

    /// What may have come from the source or from the text.
    public struct Earlier: Sendable {
        /// A code of GB/T 2260; 0 for none.
        public var city: Int
        public var subject: UnderstoodVoice.Subject
        public var dealer: String?
        public var series: String?

        public init(city: Int, subject: UnderstoodVoice.Subject, dealer: String?, series: String?) {
            self.city = city
            self.subject = subject
            self.dealer = dealer
            self.series = series
        }
    }
}
