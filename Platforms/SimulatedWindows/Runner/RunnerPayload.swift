internal import JSON

/// Reads the members of a payload by their kinds.
struct RunnerPayload {
    let json: JSONValue

    func text(_ name: String) throws(RunnerMemberError) -> String {
        guard let text = json[name]?.string else { throw RunnerMemberError("payload", name) }
        return text
    }

    func flag(_ name: String) throws(RunnerMemberError) -> Bool {
        guard let flag = json[name]?.bool else { throw RunnerMemberError("payload", name) }
        return flag
    }

    func number<Number: FixedWidthInteger>(_ name: String) throws(RunnerMemberError) -> Number {
        guard let value = json[name]?.integer, let number = Number(exactly: value) else {
            throw RunnerMemberError("payload", name)
        }
        return number
    }

    func data(_ name: String) throws(RunnerMemberError) -> [UInt8] {
        guard let data = Base64.bytes(try text(name)) else { throw RunnerMemberError("payload", name) }
        return data
    }

    func list(_ name: String) throws(RunnerMemberError) -> [String] {
        var texts: [String] = []
        for element in json[name]?.array ?? [.null] {
            guard let text = element.string else { throw RunnerMemberError("payload", name) }
            texts.append(text)
        }
        return texts
    }
}
