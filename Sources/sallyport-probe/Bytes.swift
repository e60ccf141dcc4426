import CProbe

/// The bytes of a C string, without the zero.
func bytes(of text: UnsafePointer<CChar>) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while text[index] != 0 {
        result.append(UInt8(bitPattern: text[index]))
        index += 1
    }
    return result
}

/// The bytes of a literal.
func bytes(of text: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
}

/// Whether bytes spell a literal.
func spells(_ word: [UInt8], _ text: StaticString) -> Bool {
    guard word.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<word.count where word[index] != text.utf8Start[index] { return false }
    return true
}

/// A number in decimal.
func decimal(_ number: Int) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = number.magnitude
    repeat {
        digits.append(UInt8(48 + rest % 10))
        rest /= 10
    } while rest > 0
    if number < 0 { digits.append(45) }
    return digits.reversed()
}

/// Writes everything to a descriptor.
func put(_ output: [UInt8], to descriptor: Int32) {
    output.withUnsafeBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        probe_write(descriptor, start, buffer.count)
    }
}

/// Calls a body with a NULL-terminated array of C strings, as `execve` takes it.
func withStrings<Result>(
    _ words: [[UInt8]], _ body: (UnsafePointer<UnsafePointer<CChar>>, Int32) -> Result
) -> Result {
    let table = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: words.count + 1)
    for (index, word) in words.enumerated() {
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: word.count + 1)
        for (position, byte) in word.enumerated() { text[position] = CChar(bitPattern: byte) }
        text[word.count] = 0
        table[index] = UnsafePointer(text)
    }
    table[words.count] = nil
    defer {
        for index in 0..<words.count { table[index]?.deallocate() }
        table.deallocate()
    }
    return table.withMemoryRebound(to: UnsafePointer<CChar>.self, capacity: words.count + 1) { strings in
        body(strings, Int32(words.count))
    }
}
