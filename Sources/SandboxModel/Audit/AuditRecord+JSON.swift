internal import JSON

extension AuditRecord {
    /// The record as one line of JSON with its line feed (RFC 8259, JSON Lines).
    public var jsonLine: String {
        let members: [JSONValue.Member] = [
            .init(name: "time", value: .string("\(CalendarTime(milliseconds: milliseconds))")),
            .init(name: "user", value: .integer(Int(user))), .init(name: "process", value: .integer(Int(process))),
            .init(name: "event", value: .string(event.name)),
        ]
        let fields = event.fields.map { JSONValue.Member(name: $0, value: Self.json($1)) }
        return JSONValue.object(members + fields).description + "\n"
    }

    private static func json(_ value: AuditValue) -> JSONValue {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .integer(number)
        case .texts(let texts): .array(texts.map { .string($0) })
        }
    }
}
