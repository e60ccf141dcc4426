internal import JSON

extension SavedMachine {
    /// Loads the machine that a file says.
    ///
    /// A file with the member `calls` is a whole machine, as ``bytes`` writes it. Any other one is an object with the lists `users` (`name`,
    /// `password`), `directories` (paths), `files` (`path`, `text`) and `hosts` (`name`, `addresses`, `ports`), each optional, which
    /// are added to a developer's workstation.
    ///
    /// - Parameter bytes: the file, JSON in UTF-8.
    /// - Throws: ``MachineFileError`` with the place, its offset, line and column.
    public init(parsing bytes: [UInt8]) throws(MachineFileError) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard Self.isUTF8(text, bytes) else {
            // What is no UTF-8 was replaced: the place is where the two differ first.
            let offset = zip(text.utf8, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            throw MachineFileError(.notJSON, JSONPath()).found(in: text, at: offset ?? bytes.count)
        }
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw MachineFileError(.notJSON, JSONPath()).found(in: text, at: error.offset)
        }
        do throws(MachineFileError) {
            if json["calls"] != nil {
                try self.init(json)
            } else {
                try self.init(adding: try JSONDecoding.value(MachineFile.self, of: json))
            }
        } catch {
            throw error.found(in: text)
        }
    }

    private static func isUTF8(_ text: String, _ bytes: [UInt8]) -> Bool { text.utf8.elementsEqual(bytes) }

    private init(adding file: MachineFile) throws(MachineFileError) {
        do throws(CallError) {
            let (machine, alice) = try SimulatedMachine.workstation()
            self.init(machine, user: alice)
        } catch {
            throw MachineFileError(.refused(error), JSONPath())
        }
        try machine.load(file)
    }
}
