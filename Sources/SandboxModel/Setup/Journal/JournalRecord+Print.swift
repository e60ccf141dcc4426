extension JournalRecord {
    /// The first line of every journal.
    public static let header = "sallyport-journal 1\n"

    /// The line of the record: eight hexadecimal digits of check sum, the words, a line feed.
    public var line: String {
        let words =
            switch self {
            case .begin(let effect, let image): "begin \(image.word) \(effect.words)"
            case .done(let effect): "done \(effect.words)"
            case .undo(let effect): "undo \(effect.words)"
            case .undone(let effect): "undone \(effect.words)"
            }
        return "\(Hexadecimal.text(JournalCheckSum.of(words.utf8))) \(words)\n"
    }
}

extension BeforeImage {
    /// The image as one word without spaces.
    var word: String {
        switch self {
        case .absent: "absent"
        case .existing: "existing"
        case .content(let bytes): "content:\(Hexadecimal.text(bytes))"
        }
    }
}
