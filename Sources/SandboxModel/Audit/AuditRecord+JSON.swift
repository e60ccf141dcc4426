extension AuditRecord {
    /// The record as one line of JSON with its line feed (RFC 8259, JSON Lines).
    public var jsonLine: String {
        var line = "{\"time\":\"\(CalendarTime(milliseconds: milliseconds))\",\"user\":\(user),\"process\":\(process)"
        line += ",\"event\":"
        JSONText.append(event.name, to: &line)
        for (name, value) in event.fields {
            line += ","
            JSONText.append(name, to: &line)
            line += ":"
            Self.append(value, to: &line)
        }
        return line + "}\n"
    }

    private static func append(_ value: AuditValue, to line: inout String) {
        switch value {
        case .text(let text): JSONText.append(text, to: &line)
        case .number(let number): line += "\(number)"
        case .texts(let texts):
            line += "["
            for (index, text) in texts.enumerated() {
                if index > 0 { line += "," }
                JSONText.append(text, to: &line)
            }
            line += "]"
        }
    }
}
