extension FilePath {
    /// The longest path without the prefix `\\?\`, in UTF-16 units with the terminating zero; Windows: `MAX_PATH`.
    public static let maximumLength = 260
    /// The longest component in UTF-16 units.
    public static let maximumComponentLength = 255
    /// The longest path with the prefix `\\?\`, in UTF-16 units.
    public static let maximumExtendedLength = 32767

    /// Takes a path apart as Win32 does.
    ///
    /// Slashes count as backslashes, `.` and `..` are resolved in the text, dots and spaces at the end of a name vanish, and
    /// names such as `NUL` are devices; behind `\\?\` nothing of that happens.
    ///
    /// - Parameters:
    ///   - text: the path, absolute or relative.
    ///   - directory: what a relative path is counted from, or nothing.
    /// - Throws: the Windows error of a text that is no path.
    public init(_ text: String, relativeTo directory: FilePath? = nil) throws(Win32Error) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .pathNotFound }
        let units = text.utf16.count
        if bytes.starts(with: Self.extendedPrefix) {
            guard units <= Self.maximumExtendedLength else { throw .fileNameExceedsRange }
            try self.init(extended: Array(bytes.dropFirst(4)))
            return
        }
        guard units < Self.maximumLength else { throw .fileNameExceedsRange }
        let normal = bytes.map { $0 == UInt8(ascii: "/") ? Self.separator : $0 }
        if normal.starts(with: Self.devicePrefix) {
            try self.init(device: Array(normal.dropFirst(4)))
        } else if normal.starts(with: [Self.separator, Self.separator]) {
            try self.init(share: Array(normal.dropFirst(2)), trims: true)
        } else {
            try self.init(local: normal, relativeTo: directory)
        }
    }

    static let separator = UInt8(ascii: "\\")
    private static let extendedPrefix = Array(#"\\?\"#.utf8)
    private static let devicePrefix = Array(#"\\.\"#.utf8)

    private init(extended rest: [UInt8]) throws(Win32Error) {
        let parts = rest.split(separator: Self.separator, omittingEmptySubsequences: false)
        guard let first = parts.first else { throw .invalidName }
        if CaseFolding.areEqual(first, Array("UNC".utf8)) {
            try self.init(share: Array(rest.dropFirst(4)), trims: false)
            return
        }
        guard let letter = Self.drive(first) else { throw .pathNotFound }
        self.init(root: .drive(letter), components: [])
        try append(parts.dropFirst().filter { !$0.isEmpty }.map(Array.init), trims: false)
    }

    private init(device rest: [UInt8]) throws(Win32Error) {
        let parts = rest.split(separator: Self.separator).map(Array.init)
        guard let first = parts.first else { throw .invalidName }
        if CaseFolding.areEqual(first, Array("pipe".utf8)) {
            // Everything behind `pipe\` is one name, separators included.
            let name = rest.dropFirst(first.count + 1)
            guard !name.isEmpty else { throw .invalidName }
            self.init(root: .pipes, components: [FileName(trusted: Array(name))])
            return
        }
        if let letter = Self.drive(first[...]), parts.count > 1 {
            self.init(root: .drive(letter), components: [])
            try append(Array(parts.dropFirst()), trims: true)
            return
        }
        self.init(root: .device(FileName(trusted: first)), components: [])
    }

    private init(share rest: [UInt8], trims: Bool) throws(Win32Error) {
        let parts = rest.split(separator: Self.separator).map(Array.init)
        guard parts.count >= 2 else { throw .badNetworkPath }
        self.init(root: .share(server: FileName(trusted: parts[0]), name: FileName(trusted: parts[1])), components: [])
        try append(Array(parts.dropFirst(2)), trims: trims)
    }

    private init(local bytes: [UInt8], relativeTo directory: FilePath?) throws(Win32Error) {
        let parts = bytes.split(separator: Self.separator).map(Array.init)
        if parts.count <= 1, let device = Self.reserved(parts.first ?? []) {
            self.init(root: .device(device), components: [])
            return
        }
        if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), let letter = Self.drive(bytes[..<2]) {
            guard bytes.count == 2 || bytes[2] == Self.separator else {
                guard let directory, directory.root == .drive(letter) else { throw .pathNotFound }
                self = FilePath(root: directory.root, components: directory.components)
                try append(
                    bytes.dropFirst(2).split(separator: Self.separator).map(Array.init), trims: true)
                return
            }
            self.init(root: .drive(letter), components: [])
            try append(Array(parts.dropFirst()), trims: true)
            return
        }
        guard let directory else { throw .pathNotFound }
        let isRooted = bytes.first == Self.separator
        self.init(root: directory.root, components: isRooted ? [] : directory.components)
        try append(parts, trims: true)
    }

    /// The letter of `c:`.
    private static func drive(_ text: some Collection<UInt8>) -> UInt8? {
        guard text.count == 2, let first = text.first, text.dropFirst().first == UInt8(ascii: ":") else { return nil }
        let upper = first & 0xDF
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) ? upper : nil
    }

    /// The device that a name stands for, with or without an extension.
    private static func reserved(_ name: [UInt8]) -> FileName? {
        let base = name.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
        let upper = String(decoding: base, as: UTF8.self).uppercased()
        let isNumbered =
            upper.utf8.count == 4 && (upper.hasPrefix("COM") || upper.hasPrefix("LPT"))
            && ("1"..."9").contains(upper.suffix(1))
        guard isNumbered || ["CON", "PRN", "AUX", "NUL"].contains(upper) else { return nil }
        return FileName(trusted: Array(upper.utf8))
    }

    /// Adds components, the last of which may name a stream.
    private mutating func append(_ parts: [[UInt8]], trims: Bool) throws(Win32Error) {
        for (index, part) in parts.enumerated() {
            if trims, part.elementsEqual(".".utf8) { continue }
            if trims, part.elementsEqual("..".utf8) {
                _ = components.popLast()
                continue
            }
            try append(part, isLast: index == parts.count - 1, trims: trims)
        }
    }

    private mutating func append(_ part: [UInt8], isLast: Bool, trims: Bool) throws(Win32Error) {
        var name = part
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            guard isLast else { throw .invalidName }
            stream = try Self.stream(Array(name[(colon + 1)...]))
            name.removeSubrange(colon...)
        }
        if trims { while let last = name.last, last == 0x20 || last == UInt8(ascii: ".") { name.removeLast() } }
        guard !name.isEmpty, Self.isValid(name) else { throw .invalidName }
        components.append(FileName(trusted: name))
    }

    /// The stream behind a colon; `$DATA` alone and an empty name mean the file itself.
    private static func stream(_ text: [UInt8]) throws(Win32Error) -> FileName? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(Array.init)
        guard let name = parts.first, parts.count <= 2 else { throw .invalidName }
        if parts.count == 2, !CaseFolding.areEqual(parts[1], Array("$DATA".utf8)) { throw .invalidName }
        guard parts.count == 2 || !name.isEmpty else { throw .invalidName }
        guard name.isEmpty || isValid(name) else { throw .invalidName }
        return name.isEmpty ? nil : FileName(trusted: name)
    }

    private static func isValid(_ name: [UInt8]) -> Bool {
        guard name.allSatisfy({ $0 >= 0x20 && !isRefused($0) }) else { return false }
        // A unit takes at least one byte, so most names need not be counted.
        return name.count <= maximumComponentLength
            || String(decoding: name, as: UTF8.self).utf16.count <= maximumComponentLength
    }

    private static func isRefused(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: "?"),
            UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: ":"):
            true
        default: false
        }
    }
}
