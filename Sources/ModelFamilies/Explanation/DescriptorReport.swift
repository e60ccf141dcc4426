internal import JSON
internal import WindowsSecurity

/// What `sallyport sddl` says about a descriptor.
public struct DescriptorReport: Sendable {
    private let descriptor: SecurityDescriptor
    private let domain: SID?

    /// Reads a descriptor in SDDL.
    ///
    /// - Parameters:
    ///   - sddl: the text.
    ///   - domain: the domain of aliases such as `DU`, as a SID.
    /// - Throws: ``ModelInputError`` for the argument that cannot be read.
    public init(sddl: String, domain: String? = nil) throws(ModelInputError) {
        self.domain = try domain.map { (text) throws(ModelInputError) in
            try ModelInput(.string(text), path: "--domain").sid()
        }
        descriptor = try ModelInput(.string(sddl), path: "the descriptor").descriptor(domain: self.domain)
    }

    /// Reads a self-relative descriptor in hexadecimal digits; blanks between them are skipped.
    ///
    /// - Parameters:
    ///   - hexadecimal: the digits.
    ///   - domain: the domain whose accounts print as aliases, as a SID.
    /// - Throws: ``ModelInputError`` for the argument that cannot be read.
    public init(hexadecimal: String, domain: String? = nil) throws(ModelInputError) {
        var digits: [UInt8] = []
        for character in hexadecimal where !character.isWhitespace {
            guard let digit = character.hexDigitValue else {
                throw ModelInputError.unusable("the bytes", "\(character) is no hexadecimal digit")
            }
            digits.append(UInt8(digit))
        }
        guard digits.count.isMultiple(of: 2) else {
            throw ModelInputError.unusable("the bytes", "the number of digits is odd")
        }
        let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        self.domain = try domain.map { (text) throws(ModelInputError) in
            try ModelInput(.string(text), path: "--domain").sid()
        }
        do throws(ParseError) {
            descriptor = try SecurityDescriptor(binary: bytes)
        } catch {
            throw ModelInputError.unusable("the bytes", error.description)
        }
    }

    /// The descriptor as Windows prints it.
    public var sddl: String { descriptor.sddl(domain: domain) }

    /// The self-relative bytes in hexadecimal digits, or nothing when a list is too large for them.
    public var hexadecimal: String? {
        descriptor.binaryRepresentation.map { bytes in
            bytes.reduce(into: "") { $0 += ($1 < 16 ? "0" : "") + String($1, radix: 16) }
        }
    }

    /// The descriptor in words, one line for each part.
    ///
    /// - Parameter type: the kernel's name of the object type, for the names of the rights.
    /// - Returns: the lines.
    /// - Throws: ``ModelInputError`` for an unknown type.
    public func words(type: String = "File") throws(ModelInputError) -> String {
        guard let type = ObjectType.named(type) else {
            throw ModelInputError.unusable("--type", "no object type is called \(type)")
        }
        var lines: [String] = []
        if let owner = descriptor.owner { lines.append("owner: \(name(owner))") }
        if let group = descriptor.group { lines.append("primary group: \(name(group))") }
        lines += words("access list", descriptor.dacl, isProtected: .daclProtected, type: type)
        lines += words("system list", descriptor.sacl, isProtected: .saclProtected, type: type)
        if let list = descriptor.dacl.list, !list.isCanonical {
            lines.append("note: the access list is not in canonical order; it is evaluated as it stands")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func words(
        _ title: String, _ list: SecurityDescriptor.List, isProtected flag: DescriptorControl, type: ObjectType
    ) -> [String] {
        switch list {
        case .absent: return ["\(title): absent"]
        case .null: return ["\(title): NULL, so everybody may do everything (application packages nothing)"]
        case .list(let list):
            let protection = descriptor.control.contains(flag) ? ", protected from the parent's entries" : ""
            let count =
                list.entries.isEmpty
                ? "empty, so nothing is granted"
                : list.entries.count == 1 ? "1 entry" : "\(list.entries.count) entries"
            return ["\(title): \(count)\(protection)"]
                + list.entries.enumerated().map { "  [\($0.offset)] \(words($0.element, type: type))" }
        }
    }

    private func words(_ entry: ACE, type: ObjectType) -> String {
        let verb: String
        switch entry.type {
        case _ where entry.type.isAllow: verb = "allows"
        case _ where entry.type.isDeny: verb = "denies"
        case .mandatoryLabel: verb = "labels"
        case .resourceAttribute: verb = "attributes"
        default: verb = "watches"
        }
        var text = "\(verb) \(name(entry.trustee))"
        if entry.type == .mandatoryLabel {
            text += ": those below may not \(labelWords(entry.mask))"
        } else if !entry.mask.isEmpty {
            text += ": \(type.names(in: entry.mask).joined(separator: " "))"
        }
        if entry.type.isCallback, let condition = ConditionalExpression(binary: entry.applicationData) {
            text += " if \(condition)"
        }
        if let types = entry.objectTypes {
            if let type = types.objectType { text += ", only for \(type)" }
            if let type = types.inheritedObjectType { text += ", inherited by \(type)" }
        }
        return text + flagWords(entry.flags)
    }

    private func labelWords(_ mask: AccessMask) -> String {
        let words = [(1, "write"), (2, "read"), (4, "execute")].filter { mask.rawValue & $0.0 != 0 }.map(\.1)
        return words.isEmpty ? "(nothing)" : words.joined(separator: ", ")
    }

    private func flagWords(_ flags: EntryFlags) -> String {
        var words: [String] = []
        if flags.contains(.inherited) { words.append("inherited") }
        if flags.contains(.inheritOnly) { words.append("not for this object") }
        if flags.contains(.objectInherit) { words.append("files inherit it") }
        if flags.contains(.containerInherit) { words.append("directories inherit it") }
        if flags.contains(.noPropagate) { words.append("children only") }
        if flags.contains(.auditSuccess) { words.append("on success") }
        if flags.contains(.auditFailure) { words.append("on failure") }
        return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
    }

    private func name(_ sid: SID) -> String {
        sid.accountName.map { "\($0) (\(sid))" } ?? sid.sddl(domain: domain)
    }
}
