extension Journal {
    /// Reads a journal; total.
    ///
    /// A line without its line feed at the end was torn by a crash: it was never acknowledged, so what it announced never
    /// happened, and it does not count. Any other damage is an error.
    ///
    /// - Parameter bytes: the journal.
    /// - Throws: the first line that cannot be believed.
    public init(parsing bytes: [UInt8]) throws(JournalError) {
        self.init()
        var number = 1
        while let end = bytes[length...].firstIndex(of: UInt8(ascii: "\n")) {
            do throws(JournalError.Reason) {
                guard let line = String(validating: bytes[length..<end], as: UTF8.self) else { throw .encoding }
                if number == 1 {
                    guard line + "\n" == JournalRecord.header else { throw .header }
                } else {
                    try add(JournalRecord(parsing: Substring(line)))
                }
            } catch {
                throw JournalError(reason: error, line: number, offset: length)
            }
            length = end + 1
            number += 1
        }
        // A first line that is torn must at least be the beginning of the right one.
        if number == 1, !Array(JournalRecord.header.utf8).starts(with: bytes) {
            throw JournalError(reason: .header, line: 1, offset: 0)
        }
    }
}
