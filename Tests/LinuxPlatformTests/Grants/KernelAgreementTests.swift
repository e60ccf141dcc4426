import KernelStage
import PosixSecurity
import Testing

/// The decision of PosixSecurity beside the kernel's, on files with real lists and for real processes.
@Suite(.enabled(if: Stage.isRequired, "\(Stage.requirement)")) struct KernelAgreementTests {
    private static let owner: UInt32 = 61001
    private static let people: [Credentials] = [61001, 61003, 61009].flatMap { user in
        [
            Credentials(user: user, group: 61009), Credentials(user: user, group: 61002),
            Credentials(user: user, group: 61004, supplementaryGroups: [61005]),
            Credentials(user: user, group: 61005, supplementaryGroups: [61002]),
        ]
    }
    private static let wishes: [(String, Permissions)] = [
        ("r", [.read]), ("w", [.write]), ("x", [.execute]), ("b", [.read, .write]),
    ]

    /// Every list of a few entries out of rights that tell all branches apart.
    private static let lists: [AccessControlList] = {
        func rights(_ digits: [UInt8?]) -> [Permissions?] { digits.map { $0.map { Permissions(rawValue: $0) } } }
        var lists: Set<AccessControlList> = []
        for mode in [0o000, 0o604, 0o607, 0o640, 0o750, 0o426, 0o077] as [UInt32] {
            for user in rights([nil, 0, 6]) {
                for first in rights([nil, 0, 4]) {
                    for second in rights([nil, 2, 7]) {
                        for mask in rights([0, 4, 6, 7]) {
                            var list = AccessControlList(mode: mode)
                            list.setUser(61003, user)
                            list.setGroup(61004, first)
                            list.setGroup(61005, second)
                            if list.namedEntryCount > 0 { list.mask = mask }
                            lists.insert(list)
                        }
                    }
                }
            }
        }
        return lists.sorted { $0.description < $1.description }
    }()

    private static let expected: [String] = people.flatMap { person in
        lists.enumerated().map { index, list in
            let answers = wishes.map { letter, wanted in
                list.allows(wanted, owner: owner, group: 61002, to: person) ? letter : "-"
            }
            return "\(index) \(answers.joined())"
        }
    }

    @Test(arguments: Stage.HomeFileSystem.allCases)
    func kernelDecidesTheSame(_ home: Stage.HomeFileSystem) throws {
        let restore = Self.lists.enumerated().map { index, list in
            "# file: home/t/\(index)\n# owner: \(Self.owner)\n# group: 61002\n"
                + list.description.split(separator: ",").joined(separator: "\n") + "\n"
        }
        let asks = Self.people.map { person in
            let groups = person.supplementaryGroups.map { "\($0)" }.sorted().joined(separator: ",")
            return "ask \(person.user) \(person.group) \(groups.isEmpty ? "--clear-groups" : "--groups=\(groups)")"
        }
        let script = """
            set -e
            mkdir /home/t; cd /home/t
            touch {0..\(Self.lists.count - 1)}
            cd /
            setfacl --restore=- <<'LISTS'
            \(restore.joined(separator: "\n"))
            LISTS
            cat >/run/ask <<'ASK'
            cd /home/t
            for ((file = 0; file < \(Self.lists.count); file++)); do
                answer=
                if [ -r $file ]; then answer+=r; else answer+=-; fi
                if [ -w $file ]; then answer+=w; else answer+=-; fi
                if [ -x $file ]; then answer+=x; else answer+=-; fi
                if { : <>$file; } 2>/dev/null; then answer+=b; else answer+=-; fi
                echo $file $answer
            done
            ASK
            ask() { setpriv --reuid=$1 --regid=$2 $3 --inh-caps=-all bash /run/ask; }
            \(asks.joined(separator: "\n"))
            """
        let result = try Stage(home: home).run(script)
        #expect(result.status == 0, "\(result.standardError.prefix(2000))")
        let observed = result.lines.filter { !$0.isEmpty }.map(String.init)
        #expect(Self.lists.count > 500 && observed.count == Self.expected.count)
        for (index, (kernel, model)) in zip(observed, Self.expected).enumerated() where kernel != model {
            let person = Self.people[index / Self.lists.count]
            Issue.record("\(Self.lists[index % Self.lists.count]) for \(person): kernel \(kernel), model \(model)")
        }
    }
}
