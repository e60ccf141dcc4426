internal import JSON
internal import WindowsSecurity

/// The input of a question, read by the types of the vector files.
struct ModelInput {
    let value: JSONValue
    let path: String

    init(_ value: JSONValue, path: String = "input") {
        self.value = value
        self.path = path
    }

    /// A member that is there and not null.
    func optional(_ name: String) -> ModelInput? {
        guard let member = value[name], member != .null else { return nil }
        return ModelInput(member, path: "\(path).\(name)")
    }

    func member(_ name: String) throws(ModelInputError) -> ModelInput {
        guard let member = optional(name) else { throw ModelInputError.missing("\(path).\(name)") }
        return member
    }

    func elements() throws(ModelInputError) -> [ModelInput] {
        guard let elements = value.array else { throw unusable("a list was expected") }
        return elements.enumerated().map { ModelInput($0.element, path: "\(path)[\($0.offset)]") }
    }

    func unusable(_ detail: String) -> ModelInputError { .unusable(path, detail) }

    func string() throws(ModelInputError) -> String {
        guard let text = value.string else { throw unusable("text was expected") }
        return text
    }

    func bool() throws(ModelInputError) -> Bool {
        guard let value = value.bool else { throw unusable("true or false was expected") }
        return value
    }

    func integer() throws(ModelInputError) -> Int {
        guard let value = value.integer else { throw unusable("a number was expected") }
        return value
    }

    func flag(_ name: String) throws(ModelInputError) -> Bool { try optional(name)?.bool() ?? false }

    func strings(_ name: String) throws(ModelInputError) -> [String] {
        var list: [String] = []
        for element in try optional(name)?.elements() ?? [] { list.append(try element.string()) }
        return list
    }

    func mask() throws(ModelInputError) -> AccessMask {
        if let number = value.integer, let bits = UInt32(exactly: number) { return AccessMask(rawValue: bits) }
        let text = try string()
        guard text.hasPrefix("0x"), text.dropFirst(2).allSatisfy(\.isHexDigit),
            let bits = UInt32(text.dropFirst(2), radix: 16)
        else {
            throw unusable("0x and hexadecimal digits were expected")
        }
        return AccessMask(rawValue: bits)
    }

    func sid() throws(ModelInputError) -> SID {
        let text = try string()
        do throws(ParseError) { return try SID(parsing: text) } catch { throw unusable(error.description) }
    }

    func descriptor(domain: SID? = nil) throws(ModelInputError) -> SecurityDescriptor {
        let text = try string()
        do throws(ParseError) {
            return try SecurityDescriptor(sddl: text, domain: domain)
        } catch {
            throw unusable(error.description)
        }
    }

    func mapping() throws(ModelInputError) -> GenericMapping {
        GenericMapping(
            read: try member("read").mask(), write: try member("write").mask(),
            execute: try member("execute").mask(), all: try member("all").mask())
    }
}
