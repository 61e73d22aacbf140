extension Site {
    /// Where messages are recorded; nothing where they are not.
    var recordings: RecordingFolder? {
        settings.recording.folder.map { RecordingFolder(path: path($0)) }
    }
}
