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
        guard let first = bytes.first else { throw .pathNotFound }
        let units = text.utf16.count
        if first == Self.separator, bytes.starts(with: Self.extendedPrefix) {
            guard units <= Self.maximumExtendedLength else { throw .fileNameExceedsRange }
            try self.init(extended: bytes)
            return
        }
        guard units < Self.maximumLength else { throw .fileNameExceedsRange }
        guard Self.separates(first), bytes.count > 1, Self.separates(bytes[1]) else {
            try self.init(local: bytes, relativeTo: directory)
            return
        }
        let isDevice = bytes.count > 3 && bytes[2] == UInt8(ascii: ".") && Self.separates(bytes[3])
        if isDevice { try self.init(device: bytes) } else { try self.init(share: bytes, from: 2, isExtended: false) }
    }

    static let separator = UInt8(ascii: "\\")
    private static let extendedPrefix = Array(#"\\?\"#.utf8)

    /// Whether a byte separates components for Win32, which takes slashes too.
    private static func separates(_ byte: UInt8) -> Bool { byte == separator || byte == UInt8(ascii: "/") }

    /// What is behind `\\?\`.
    private init(extended text: [UInt8]) throws(Win32Error) {
        let (first, rest) = Self.component(of: text, from: 4, isExtended: true)
        if CaseFolding.areEqual(text[first], Array("UNC".utf8)) {
            try self.init(share: text, from: rest, isExtended: true)
            return
        }
        guard let letter = Self.drive(text[first]) else { throw .pathNotFound }
        self.init(root: .drive(letter), components: [])
        try append(text, from: rest, isExtended: true)
    }

    /// What is behind `\\.\`.
    private init(device text: [UInt8]) throws(Win32Error) {
        let (first, rest) = Self.component(of: text, from: 4, isExtended: false)
        guard !first.isEmpty else { throw .invalidName }
        if CaseFolding.areEqual(text[first], Array("pipe".utf8)) {
            // Everything behind `pipe\` is one name, separators included.
            let name = text.dropFirst(first.upperBound + 1)
            guard !name.isEmpty else { throw .invalidName }
            self.init(root: .pipes, components: [FileName(trusted: Array(name))])
            return
        }
        if let letter = Self.drive(text[first]), rest < text.count {
            self.init(root: .drive(letter), components: [])
            try append(text, from: rest, isExtended: false)
            return
        }
        self.init(root: .device(FileName(trusted: Array(text[first]))), components: [])
    }

    /// A server, a share, and what is behind them.
    private init(share text: [UInt8], from start: Int, isExtended: Bool) throws(Win32Error) {
        let (server, next) = Self.component(of: text, from: start, isExtended: isExtended)
        let (share, rest) = Self.component(of: text, from: next, isExtended: isExtended)
        guard !server.isEmpty, !share.isEmpty else { throw .badNetworkPath }
        self.init(
            root: .share(
                server: FileName(trusted: Array(text[server])), name: FileName(trusted: Array(text[share]))),
            components: [])
        try append(text, from: rest, isExtended: isExtended)
    }

    /// A path of a drive, whole or relative.
    private init(local text: [UInt8], relativeTo directory: FilePath?) throws(Win32Error) {
        let (first, rest) = Self.component(of: text, from: 0, isExtended: false)
        if rest == text.count, let device = Self.reserved(text[first]) {
            self.init(root: .device(device), components: [])
            return
        }
        if text.count >= 2, let letter = Self.drive(text[..<2]) {
            guard text.count == 2 || Self.separates(text[2]) else {
                guard let directory, directory.root == .drive(letter) else { throw .pathNotFound }
                self = FilePath(root: directory.root, components: directory.components)
                try append(text, from: 2, isExtended: false)
                return
            }
            self.init(root: .drive(letter), components: [])
            try append(text, from: 2, isExtended: false)
            return
        }
        guard let directory else { throw .pathNotFound }
        self.init(root: directory.root, components: Self.separates(text[0]) ? [] : directory.components)
        try append(text, from: 0, isExtended: false)
    }

    /// The letter of `c:`.
    private static func drive(_ text: ArraySlice<UInt8>) -> UInt8? {
        guard text.count == 2, let first = text.first, text.last == UInt8(ascii: ":") else { return nil }
        let upper = first & 0xDF
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) ? upper : nil
    }

    /// The device that a name stands for, with or without an extension.
    private static func reserved(_ name: ArraySlice<UInt8>) -> FileName? {
        let base = name.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
        guard (3...4).contains(base.count) else { return nil }
        let upper = String(decoding: base, as: UTF8.self).uppercased()
        let isNumbered =
            upper.utf8.count == 4 && (upper.hasPrefix("COM") || upper.hasPrefix("LPT"))
            && ("1"..."9").contains(upper.suffix(1))
        guard isNumbered || ["CON", "PRN", "AUX", "NUL"].contains(upper) else { return nil }
        return FileName(trusted: Array(upper.utf8))
    }

    /// The next component of a text, empty at the end, and where the one behind it begins.
    private static func component(
        of text: [UInt8], from start: Int, isExtended: Bool
    ) -> (range: Range<Int>, next: Int) {
        func separates(_ byte: UInt8) -> Bool { byte == separator || !isExtended && byte == UInt8(ascii: "/") }
        var first = start
        while first < text.count, separates(text[first]) { first += 1 }
        var end = first
        while end < text.count, !separates(text[end]) { end += 1 }
        var next = end
        while next < text.count, separates(text[next]) { next += 1 }
        return (first..<end, next)
    }

    /// Adds the components of a text, the last of which may name a stream.
    private mutating func append(_ text: [UInt8], from start: Int, isExtended: Bool) throws(Win32Error) {
        var next = start
        while next < text.count {
            let range: Range<Int>
            (range, next) = Self.component(of: text, from: next, isExtended: isExtended)
            guard !range.isEmpty else { return }
            try append(text[range], isLast: next == text.count, isExtended: isExtended)
        }
    }

    private mutating func append(_ part: ArraySlice<UInt8>, isLast: Bool, isExtended: Bool) throws(Win32Error) {
        let dot = UInt8(ascii: ".")
        if !isExtended, part.count <= 2, part.allSatisfy({ $0 == dot }) {
            if part.count == 2 { _ = components.popLast() }
            return
        }
        var name = part
        if let colon = name.firstIndex(of: UInt8(ascii: ":")) {
            guard isLast else { throw .invalidName }
            stream = try Self.stream(name[(colon + 1)...])
            name = name[..<colon]
        }
        if !isExtended { while let last = name.last, last == 0x20 || last == dot { name.removeLast() } }
        guard !name.isEmpty, Self.isValid(name) else { throw .invalidName }
        components.append(FileName(trusted: Array(name)))
    }

    /// The stream behind a colon; `$DATA` alone and an empty name mean the file itself.
    private static func stream(_ text: ArraySlice<UInt8>) throws(Win32Error) -> FileName? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2 else { throw .invalidName }
        if parts.count == 2, !CaseFolding.areEqual(parts[1], Array("$DATA".utf8)) { throw .invalidName }
        guard parts.count == 2 || !name.isEmpty else { throw .invalidName }
        guard name.isEmpty || isValid(name) else { throw .invalidName }
        return name.isEmpty ? nil : FileName(trusted: Array(name))
    }

    private static func isValid(_ name: ArraySlice<UInt8>) -> Bool {
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
