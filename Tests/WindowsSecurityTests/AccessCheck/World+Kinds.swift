import WindowsSecurity

extension World {
    /// A kind of entry: its type, what it carries, and what the condition comes to that it carries.
    struct Kind {
        let type: EntryType
        var detail: ACE.Detail = .none
    }

    /// Conditions that come to the same for every token, with what they come to.
    static let conditions: [[UInt8]: ConditionResult] = {
        let texts: [(String, ConditionResult)] = [
            ("(Not_Exists @User.none)", .true), ("(Exists @User.none)", .false), ("(@User.none == 1)", .unknown),
        ]
        var conditions: [[UInt8]: ConditionResult] = [[1, 2, 3, 4]: .unknown]
        for (text, result) in texts {
            guard let descriptor = try? SecurityDescriptor(sddl: "D:(XA;;FA;;;WD;\(text))") else { continue }
            conditions[descriptor.dacl.list?.entries.first?.applicationData ?? []] = result
        }
        return conditions
    }()

    private static let typed = ACE.ObjectTypes(objectType: GUID("bf967aba-0de6-11d0-a285-00aa003049e2"))
    private static let inheritedByType = ACE.ObjectTypes(
        inheritedObjectType: GUID("bf967aba-0de6-11d0-a285-00aa003049e2"))

    /// Every kind of entry there is, the usual two first.
    ///
    /// Each type, with and without an object type, with each result of a condition; and types that nobody has defined.
    static let kinds: [Kind] = {
        let layouts = [ACE.ObjectTypes(), typed, inheritedByType]
        var kinds: [Kind] = []
        for number in UInt8(0)...0x16 {
            let type = EntryType(rawValue: number)
            let datas = type.isCallback ? conditions.keys.sorted { $0.count < $1.count } : [[]]
            for data in datas {
                if type.isObject {
                    kinds += layouts.map { Kind(type: type, detail: .object($0, applicationData: data)) }
                } else {
                    kinds.append(Kind(type: type, detail: data.isEmpty ? .none : .applicationData(data)))
                }
            }
        }
        return kinds
    }()
}
