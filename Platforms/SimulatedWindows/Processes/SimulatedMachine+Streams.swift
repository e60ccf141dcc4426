internal import WindowsSecurity

extension SimulatedMachine {
    /// Makes a stream whose two ends the caller holds.
    ///
    /// Windows: `CreatePipe`, which makes a pipe with the token's default list and opens its other end by name; so a token whose
    /// own list does not let it write is refused.
    ///
    /// - Parameter identifier: who calls.
    /// - Returns: the number of the stream.
    /// - Throws: `ERROR_ACCESS_DENIED`, `ERROR_INVALID_HANDLE` when the caller is gone.
    public mutating func createStream(by identifier: ProcessIdentifier) throws(CallError) -> UInt32 {
        try perform(.createStream(identifier), by: identifier) { machine throws(CallError) in
            let token = try machine.process(identifier, "CreatePipe").token
            let descriptor = try machine.newDescriptor(
                in: nil, creator: nil, isContainer: false, mapping: ObjectType.pipe.mapping, token: token,
                call: "CreatePipe", subject: "an anonymous pipe")
            let allowed = machine.check(
                descriptor, .genericWrite, type: .pipe, token: token, object: "an anonymous pipe")
            guard allowed else { throw CallError(.accessDenied, "CreatePipe", "an anonymous pipe") }
            return machine.makeStream(readers: [identifier], writers: [identifier])
        }
    }

    /// Writes to a stream.
    ///
    /// Windows: `WriteFile`.
    ///
    /// - Parameters:
    ///   - bytes: the bytes.
    ///   - number: the stream.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_INVALID_HANDLE` without the writing end, `ERROR_NO_DATA` (232) when nobody can read any more.
    public mutating func writeStream(
        _ bytes: [UInt8], to number: UInt32, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.writeStream(bytes, number, identifier), by: identifier) { machine throws(CallError) in
            guard let stream = machine.streams[number], stream.writers.contains(identifier) else {
                throw CallError(.invalidHandle, "WriteFile", "stream \(number)")
            }
            guard !stream.readers.isEmpty else { throw CallError(.noData, "WriteFile", "stream \(number)") }
            machine.streams[number]?.bytes += bytes
        }
    }

    /// Reads what a stream holds.
    ///
    /// Windows: `PeekNamedPipe` and `ReadFile`.
    ///
    /// - Parameters:
    ///   - number: the stream.
    ///   - limit: the most bytes.
    ///   - identifier: who calls.
    /// - Returns: the bytes; none while nothing was written.
    /// - Throws: `ERROR_INVALID_HANDLE` without the reading end, `ERROR_BROKEN_PIPE` at the end.
    public mutating func readStream(
        _ number: UInt32, limit: Int = .max, by identifier: ProcessIdentifier
    ) throws(CallError) -> [UInt8] {
        try perform(.readStream(number, limit, identifier), by: identifier) { machine throws(CallError) in
            guard let stream = machine.streams[number], stream.readers.contains(identifier) else {
                throw CallError(.invalidHandle, "ReadFile", "stream \(number)")
            }
            guard !stream.isAtEnd else { throw CallError(.brokenPipe, "ReadFile", "stream \(number)") }
            let bytes = Array(stream.bytes.prefix(max(0, limit)))
            machine.streams[number]?.bytes.removeFirst(bytes.count)
            return bytes
        }
    }

    /// An end of a stream.
    public enum StreamEnd: String, CaseIterable, Codable, Hashable, Sendable {
        /// Where it is read.
        case reading
        /// Where it is written.
        case writing
    }

    /// Closes an end of a stream.
    ///
    /// Windows: `CloseHandle`.
    ///
    /// - Parameters:
    ///   - end: which one.
    ///   - number: the stream.
    ///   - identifier: who calls.
    /// - Throws: `ERROR_INVALID_HANDLE` when the caller does not hold it.
    public mutating func closeStream(
        _ end: StreamEnd, of number: UInt32, by identifier: ProcessIdentifier
    ) throws(CallError) {
        try perform(.closeStream(end, number, identifier), by: identifier) { machine throws(CallError) in
            guard machine.releaseStream(end, of: number, by: identifier) else {
                throw CallError(.invalidHandle, "CloseHandle", "stream \(number)")
            }
        }
    }

    /// Closes an end that a standard handle leads to, if the process holds it.
    mutating func closeEnd(_ end: StreamEnd, of handle: StandardHandle, by process: ProcessIdentifier) {
        guard case .stream(let number) = handle, let stream = streams[number],
            (end == .reading ? stream.readers : stream.writers).contains(process)
        else { return }
        try? closeStream(end, of: number, by: process)
    }

    /// Makes a stream without asking.
    mutating func makeStream(readers: [ProcessIdentifier], writers: [ProcessIdentifier]) -> UInt32 {
        let number = nextStream
        nextStream += 1
        streams[number] = ByteStream(writers: writers, readers: readers)
        return number
    }

    /// Closes an end without asking; a stream without ends is gone.
    ///
    /// - Returns: whether the process held it.
    @discardableResult
    mutating func releaseStream(_ end: StreamEnd, of number: UInt32, by process: ProcessIdentifier) -> Bool {
        guard var stream = streams[number] else { return false }
        let path = end == .reading ? \ByteStream.readers : \ByteStream.writers
        guard let index = stream[keyPath: path].firstIndex(of: process) else { return false }
        stream[keyPath: path].remove(at: index)
        streams[number] = stream.readers.isEmpty && stream.writers.isEmpty ? nil : stream
        return true
    }

    /// Lets a process hold the ends that its standard handles lead to.
    mutating func holdStreams(of handles: StandardHandles, by process: ProcessIdentifier) {
        if case .stream(let number) = handles.input { streams[number]?.readers.append(process) }
        for handle in [handles.output, handles.error] {
            if case .stream(let number) = handle { streams[number]?.writers.append(process) }
        }
    }

    /// Closes everything a process holds of streams.
    mutating func releaseStreams(of process: ProcessIdentifier) {
        for number in streams.keys.sorted() {
            while releaseStream(.reading, of: number, by: process) {}
            while releaseStream(.writing, of: number, by: process) {}
        }
    }
}
